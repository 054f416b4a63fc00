import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** Headers and body as they came, with soft line breaks of quoted-printable taken out. */
  readonly raw: string;
  readonly subject: string;
  readonly messageId: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** What the server says to a receiver; undefined takes the mail. */
export type Refuses = (to: string) => { readonly code: number; readonly text: string } | undefined;

/** A real mail server on this machine. */
export async function startMailServer(refuses: Refuses = () => undefined): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, callback) => {
      const refusal = refuses(address);
      callback(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, { envelope }, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const wire = Buffer.concat(chunks).toString('utf8');
        const headers = wire.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ');
        const raw = wire.replace(/=\r\n/g, '');
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
        const to = envelope.rcptTo[0]!.address;
        mails.push({ to, raw, subject: header('Subject'), messageId: header('Message-ID') });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A request of Waybill's, as it came over the wire. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: { id: string; type: string; subject: string; streamversion?: string; data: unknown };
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export type Answers = (received: Received) => Answer | Promise<Answer>;

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** Whether a request carries a signature of the secret, by the library that receivers use. */
  isSigned(received: Received, secret: string): boolean;
  close(): Promise<void>;
}

/** Somebody's web server that takes webhooks and answers as it is told. */
export async function startReceiver(answers: Answers = () => ({ status: 204 })): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const event = JSON.parse(body) as Received['event'];
      const one = { path: request.url!, headers: request.headers, body, event };
      received.push(one);
      void Promise.resolve(answers(one)).then(({ status, headers, body: text = '' }) =>
        response.writeHead(status, headers).end(text),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    isSigned: ({ body, headers }, secret) => {
      try {
        new Webhook(secret).verify(body, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

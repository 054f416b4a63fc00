import net from 'node:net';

export interface WireReply {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** What came after the first answer, which only a smuggled request could cause. */
  readonly rest: string;
}

const SILENCE_MS = 60;

/** Sends bytes as they are and reads until the server closes, or has answered and falls silent. */
export function raw(url: string, bytes: string | Buffer, patienceMs = 20_000): Promise<WireReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(parse(Buffer.concat(chunks).toString('latin1')));
    };
    socket.setTimeout(patienceMs, end);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // A little longer than the answer, to see what else comes.
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) socket.setTimeout(SILENCE_MS, end);
    });
    socket.on('error', () => undefined);
    socket.on('close', end);
  });
}

function isWhole(text: string): boolean {
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  const head = text.indexOf('\r\n\r\n');
  return head > 0 && length !== undefined && text.length >= head + 4 + Number(length);
}

function parse(text: string): WireReply {
  const [head = '', ...after] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const all = after.join('\r\n\r\n');
  return { status, head, body: all.slice(0, length), rest: all.slice(length) };
}

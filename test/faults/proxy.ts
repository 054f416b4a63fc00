import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FaultyLink {
  /** The address with host and port replaced by this link's. */
  readonly url: string;
  /** How often the fault has struck. */
  readonly cuts: number;
  /**
   * From now on, when the client has sent a message that contains the text, the request still arrives and is
   * carried out, but the reply is lost and the connection dies.
   *
   * @param text for example `commit`
   * @param every strike only every n-th time
   */
  cutRepliesTo(text: string, every?: number): void;
  heal(): void;
  close(): Promise<void>;
}

/** A TCP link that can lose the reply to a request. */
export async function faultyLink(target: string): Promise<FaultyLink> {
  const upstream = new URL(target);
  const sockets = new Set<Socket>();
  let pattern: string | undefined;
  let every = 1;
  let seen = 0;
  let cuts = 0;
  const strikes = (data: Buffer): boolean => {
    if (!pattern || !data.toString('latin1').includes(pattern) || ++seen % every !== 0) return false;
    cuts++;
    return true;
  };
  const server = createServer((client) => {
    const backend = connect(Number(upstream.port), upstream.hostname);
    let deaf = false;
    for (const socket of [client, backend]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        backend.destroy();
      });
    }
    client.on('data', (data) => {
      backend.write(data);
      if (deaf || !strikes(data)) return;
      deaf = true;
      setTimeout(() => client.destroy(), 15);
    });
    backend.on('data', (data) => {
      if (!deaf) client.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get cuts() {
      return cuts;
    },
    cutRepliesTo(text, nth = 1) {
      pattern = text;
      every = nth;
      seen = 0;
    },
    heal() {
      pattern = undefined;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

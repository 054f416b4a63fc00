import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A name for a database server that somebody may point at another one. */
export interface Gate {
  /** The address with host and port replaced by this gate's. */
  readonly url: string;
  /** Connections that are open break; new ones lead there, or nowhere. */
  pointAt(target: string | undefined): void;
  close(): Promise<void>;
}

export async function startGate(target: string): Promise<Gate> {
  let where: URL | undefined = new URL(target);
  const sockets = new Set<Socket>();
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy());
  const server = createServer((client) => {
    if (!where) return void client.destroy();
    const backend = connect(Number(where.port), where.hostname);
    for (const [socket, other] of [
      [client, backend],
      [backend, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    pointAt: (next) => {
      where = next === undefined ? undefined : new URL(next);
      breakAll();
    },
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}

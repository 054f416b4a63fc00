import { once } from 'node:events';
import net from 'node:net';

/** What lies between a browser and a server, and can be pulled out. */
export interface Cable {
  /** Without a slash at the end. */
  readonly url: string;
  pull(): void;
  /** Whoever asks is answered by something in between, until it is plugged in again: it failed. */
  fail(): void;
  /** From now on to this server instead. */
  leadTo(server: string): void;
  /** What is asked stays on the way until it is let go. */
  hold(): void;
  letGo(): void;
  plugIn(): void;
  close(): Promise<void>;
}

const words = JSON.stringify({
  type: '/problems/internal-error',
  title: 'Something went wrong on our side',
  status: 500,
  detail: 'the statement could not be carried out',
  code: 'internal-error',
});
const FAILED =
  'HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/problem+json\r\nConnection: close\r\n' +
  `Content-Length: ${words.length}\r\n\r\n${words}`;

/** @param server its address, without a slash at the end */
export async function cableTo(server: string): Promise<Cable> {
  let to = new URL(server);
  const open = new Set<net.Socket>();
  const askers = new Set<net.Socket>();
  let [isOut, isHeld, isFailing] = [false, false, false];
  const cable = net.createServer((near) => {
    if (isOut) return near.destroy();
    if (isFailing) {
      near.on('error', () => near.destroy());
      near.once('data', () => near.end(FAILED));
      return;
    }
    const far = net.connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => (open.delete(one), other.destroy()));
      one.pipe(other);
    }
    askers.add(near);
    near.on('close', () => askers.delete(near));
    if (isHeld) near.pause();
  });
  cable.listen(0, '127.0.0.1');
  await once(cable, 'listening');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const pull = () => {
    isOut = true;
    cut();
  };
  return {
    url: `http://127.0.0.1:${(cable.address() as net.AddressInfo).port}`,
    pull,
    fail: () => {
      isFailing = true;
      cut();
    },
    leadTo: (other) => {
      to = new URL(other);
      cut();
    },
    plugIn: () => (isOut = isFailing = false),
    hold: () => {
      isHeld = true;
      for (const near of askers) near.pause();
    },
    letGo: () => {
      isHeld = false;
      for (const near of askers) near.resume();
    },
    close: async () => {
      pull();
      cable.close();
      await once(cable, 'close');
    },
  };
}

import { once } from 'node:events';
import net from 'node:net';

/** What lies between a browser and a server, and can be pulled out. */
export interface Cable {
  /** Without a slash at the end. */
  readonly url: string;
  pull(): void;
  /** What is asked stays on the way until it is let go. */
  hold(): void;
  letGo(): void;
  plugIn(): void;
  close(): Promise<void>;
}

/** @param server its address, without a slash at the end */
export async function cableTo(server: string): Promise<Cable> {
  const { hostname, port } = new URL(server);
  const open = new Set<net.Socket>();
  const askers = new Set<net.Socket>();
  let [isOut, isHeld] = [false, false];
  const cable = net.createServer((near) => {
    if (isOut) return near.destroy();
    const far = net.connect(Number(port), hostname);
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
  const pull = () => {
    isOut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(cable.address() as net.AddressInfo).port}`,
    pull,
    plugIn: () => (isOut = false),
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

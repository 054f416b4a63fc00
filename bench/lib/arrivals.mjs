/** Tells when orders are shipped: one session that looks at the newest events, so that asking costs nobody much. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connected } from './server.mjs';

const LOOK_EVERY_MS = 4;
/** Planned each time: a plan made while the log was short would read it from its beginning for ever, on a core of its own. */
const NEW = {
  text: `/* bench */ select position, type, stream_id from platform.events where position > $1 order by position limit 20000`,
};

export async function watchArrivals(url) {
  const client = await connected(url);
  const waiting = new Map();
  const head = await client.query(
    '/* bench */ select coalesce(max(position), 0) as head from platform.events',
  );
  let position = head.rows[0].head;
  let over = false;
  const looking = (async () => {
    while (!over) {
      const { rows } = await client.query({ ...NEW, values: [position] });
      const now = performance.now();
      for (const row of rows) {
        position = row.position;
        if (row.type === 'OrderShipped') arrived(waiting, row.stream_id.slice('order-'.length), now);
      }
      await sleep(LOOK_EVERY_MS);
    }
  })();
  return {
    pid: client.processID,
    /** @returns {Promise<number>} the moment; also when it was earlier than the question */
    shipped: (orderId) =>
      new Promise((resolve) => {
        const early = waiting.get(orderId);
        if (typeof early === 'number') resolve(early);
        else waiting.set(orderId, resolve);
      }),
    async stop() {
      over = true;
      await looking;
      await client.end();
    },
  };
}

function arrived(waiting, orderId, now) {
  const resolve = waiting.get(orderId);
  waiting.set(orderId, now);
  if (typeof resolve === 'function') resolve(now);
}

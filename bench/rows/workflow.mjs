/** What durable steps cost elsewhere: three empty ones, to be read beside a whole order of ours. */
import { closedLoop, costed } from '../lib/measure.mjs';
import * as dbos from '../peers/dbos.mjs';

export const name = 'workflow';
export const about = 'three empty durable steps';

export async function run({ server, rounds, quick, seconds }) {
  const peer = await dbos.open(await server.database('bench_dbos'));
  const measured = [];
  const piece = async () => {
    const began = performance.now();
    await peer.workflow();
    return { shippedMs: performance.now() - began };
  };
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [inFlight, count] of quick
        ? [[64, 300]]
        : [
            [1, 60],
            [64, 1_000],
          ]) {
        await closedLoop({ count: 30, inFlight, seconds, piece });
        const sides = { server };
        const told = await costed(sides, () => closedLoop({ count, inFlight, seconds, piece }));
        measured.push({ subject: dbos.subject, inFlight, ...told });
      }
    }
  } finally {
    await peer.close();
  }
  return { measured };
}

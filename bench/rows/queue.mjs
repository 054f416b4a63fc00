/**
 * The queue of saga work by itself: store a task with an event, claim it, note that it is done. Side by side, in slices
 * that take turns: on a database with nothing finished, with a million finished, and one beside a snapshot held all along.
 */
import { inside, provider } from '../lib/inside.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { heldSnapshot } from '../lib/held-snapshot.mjs';
import { connected } from '../lib/server.mjs';

export const name = 'queue';
export const about =
  'saga tasks stored, claimed and done; ratio of rates to a queue where little is finished and no snapshot held';

const AT_ONCE = 64;
const OWNER = 'bench';
const ABLE = { tables: ['bench:1'], commands: ['DoIt'], rooms: new Map([['', AT_ONCE]]) };
const FINISH = `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, cause,
    correlation_id, due_at)
  select gen_random_uuid(), 'bench', n::text, 'command', 'do-it', 'do', n::text, 1, 'DoIt', gen_random_uuid(), 'bench',
    clock_timestamp() from generate_series(1, $1::int) n`;

/** @param minutes of the free and of the held queue, each */
export async function run({ server, quick, minutes }) {
  const [sliceMs, finished] = quick ? [1_000, 50_000] : [5_000, 1_000_000];
  const slices = Math.max(2, Math.round((minutes * 60_000) / sliceMs));
  const queues = [];
  const measured = [];
  try {
    for (const database of ['bench_queue', 'bench_queue_done', 'bench_queue_held'])
      queues.push(await opened(server, database));
    const [free, done, held] = queues;
    for (const queue of queues) await worked(queue, sliceMs);
    await finish(done, finished);
    await held.hold();
    for (let n = 0; n < slices; n++) {
      const minute = Math.floor((n * sliceMs) / 60_000) + 1;
      // What a million finished tasks have left is cleared away soon: the first minute shows it at its worst.
      const subjects = minute === 1 ? [free, done, held] : [free, held];
      measured.push(...(await turn(server, { subjects, odd: n % 2 === 1, sliceMs, minute, finished })));
    }
  } finally {
    for (const { close } of queues) await close();
  }
  return { measured, notes: notes(measured) };
}

async function turn(server, { subjects, odd, sliceMs, minute, finished }) {
  const told = new Map();
  // Whoever comes second would always find the caches of the first.
  for (const queue of odd ? subjects.toReversed() : subjects)
    told.set(queue.database, await costed({ server }, () => worked(queue, sliceMs)));
  const names = {
    bench_queue: `nothing held, minute ${minute}`,
    bench_queue_done: `after ${finished} finished tasks, minute ${minute}`,
    bench_queue_held: `beside a held snapshot, minute ${minute}`,
  };
  const base = told.get('bench_queue').perSecond;
  return subjects.map(({ database }) => {
    const { pieces: _, ...rest } = told.get(database);
    return { subject: names[database], inFlight: AT_ONCE, ...rest, ratio: rest.perSecond / base };
  });
}

async function worked({ step }, ms) {
  const began = performance.now();
  let pieces = 0;
  while (performance.now() - began < ms) pieces += await step();
  return { pieces, perSecond: pieces / ((performance.now() - began) / 1000) };
}

async function opened(server, database) {
  const url = await server.database(database);
  await migrated(url);
  const app = await inside(url);
  const committer = await provider(app, 'platform/event-store/group-committer', 'GroupCommitter');
  const tasks = await provider(app, 'platform/sagas/task-store', 'TaskStore');
  const append = await taskAppended(committer);
  let letGo = () => undefined;
  return {
    database,
    url,
    /** A round of tasks through the queue. @returns how many were done */
    async step() {
      await Promise.all(Array.from({ length: AT_ONCE }, append));
      const claimed = await tasks.claim(OWNER, ABLE, 60);
      for (const task of claimed) tasks.over(task, OWNER);
      return claimed.length;
    },
    hold: async () => void (letGo = await heldSnapshot(url)),
    async close() {
      await letGo();
      await app.close();
    },
  };
}

async function taskAppended(committer) {
  const { newId } = await import('../../dist/platform/core/ids.js');
  const { prepare } = await import('../../dist/platform/event-store/append.js');
  const { systemContext } = await import('../../dist/platform/cqrs/command.js');
  const { SEND } = await import('../../dist/platform/sagas/task-statements.js');
  const { StockReceived } = await import('../../dist/inventory/stock-item.events.js');
  return () => {
    // Ordered by time, as the ids of sagas and of their tasks are.
    const id = newId();
    const head = { stream: `stock-${id}`, version: 0, eventId: null };
    const by = systemContext('bench');
    const fact = new StockReceived({ sku: id, quantity: 1, reference: 'bench' });
    const events = prepare(head, [fact], by, new Date().toISOString());
    const inline = [{ statement: SEND, row: taskOf(id, by) }];
    return committer.append({ commandId: by.commandId, heads: [head], events, inline });
  };
}

const taskOf = (id, { commandId, correlationId }) => ({
  id,
  saga: 'bench',
  saga_id: id,
  table_version: 1,
  party: '',
  kind: 'command',
  step: 'do-it',
  direction: 'do',
  leg: `bench:${id}:do-it:do`,
  attempt: 1,
  command: 'DoIt',
  data: { orderId: id },
  cause: commandId,
  correlation_id: correlationId,
  delay_ms: 0,
});

/** As many as that have been in the queue and are done. */
async function finish({ url }, count) {
  const client = await connected(url);
  await client.query(FINISH, [count]);
  await client.query('delete from platform.saga_tasks where correlation_id = $1 and owner is null', [
    'bench',
  ]);
  await client.end();
}

/** The middle of the last minute, and of all. */
function notes(measured) {
  const held = measured.filter(({ subject }) => subject.startsWith('beside'));
  const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const ofLast = held.filter(({ subject }) => subject === held.at(-1).subject);
  return {
    'held to free, rate, whole time': middle(held.map(({ ratio }) => ratio)),
    'held to free, rate, last minute': middle(ofLast.map(({ ratio }) => ratio)),
  };
}

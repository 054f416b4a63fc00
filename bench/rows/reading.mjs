/** Long streams folded, the log read from the beginning, a read model made anew: each beside the bare statement. */
import pg from 'pg';
import { filled } from '../lib/filled.mjs';
import { inside, provider } from '../lib/inside.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import * as emmett from '../peers/emmett.mjs';

export const name = 'reading';
export const about = 'events folded or read a second; ratio to the bare statement and JSON.parse';

const LENGTHS = [10, 1_000, 10_000];
export async function run({ server, rounds, quick }) {
  const url = await server.database('bench_reading');
  await migrated(url);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  for (const length of LENGTHS) await filled(url, `stock-LONG-${length}`, length);
  await filled(url, 'stock-TAIL', quick ? 20_000 : 100_000);
  const app = await inside(url);
  const peer = await emmett.open(await server.database('bench_emmett_fold'));
  for (const length of LENGTHS) {
    for (let from = 0; from < length; from += 1_000)
      await peer.appendMany(`long-${length}`, from, Math.min(1_000, length - from));
  }
  const measured = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const length of LENGTHS) measured.push(...(await folds({ server, pool, app, peer }, length)));
      measured.push(...(await catchUp({ server, pool, app })));
    }
  } finally {
    await app.close();
    await peer.close();
    await pool.end();
  }
  return { measured };
}

/** @param subjects [name, work that resolves with how many events it has read] */
async function compared(server, subjects) {
  const measured = [];
  for (const [subject, { times, work }] of subjects) {
    await work();
    const told = await costed({ server }, async () => {
      const began = performance.now();
      let events = 0;
      for (let n = 0; n < times; n++) events += await work();
      return { pieces: events / 1_000, perSecond: events / ((performance.now() - began) / 1000) };
    });
    measured.push({ subject, ...told, ratio: told.perSecond / (measured[0] ?? told).perSecond });
  }
  return measured.map(({ writes: _, walKiB: __, ...rest }) => rest);
}

async function folds({ server, pool, app, peer }, length) {
  const loader = await loaderWithoutSnapshots(app);
  const { stockItem } = await import('../../dist/inventory/stock-item.decider.js');
  const id = `LONG-${length}`;
  const times = Math.min(3_000, 300_000 / length);
  const text = `select type, occurred_at::text, data::text from platform.events where stream_id = $1 order by version`;
  const bare = async () => {
    const { rows } = await pool.query({ name: 'bare', text, values: [`stock-${id}`] });
    rows.reduce((onHand, { data }) => onHand + JSON.parse(data).quantity, 0);
    return rows.length;
  };
  const ours = async () => (await loader.load(stockItem, id)).version;
  const measured = await compared(server, [
    ['bare fold', { times, work: bare }],
    ['Waybill fold, no snapshot', { times, work: ours }],
    [`${emmett.subject} fold`, { times, work: async () => (await peer.fold(`long-${length}`), length) }],
  ]);
  return measured.map(({ subject, ...rest }) => ({ subject: `${subject}, ${length} events`, ...rest }));
}

/** The product's own, but nothing is kept that would spare the next one the fold. */
async function loaderWithoutSnapshots(app) {
  const { StreamLoader } = await import('../../dist/platform/event-store/stream-loader.js');
  const parts = [
    ['database', 'Database'],
    ['stream-rows', 'StreamRows'],
    ['event-registry', 'EventRegistry'],
  ];
  const own = await Promise.all(
    parts.map(([file, name]) => provider(app, `platform/event-store/${file}`, name)),
  );
  const archive = await provider(app, 'platform/archive/archived-data', 'ArchivedData');
  const none = { keepSoon: () => undefined, keep: () => Promise.resolve() };
  return new StreamLoader(...own, none, archive, 100);
}

async function catchUp({ server, pool, app }) {
  const log = await provider(app, 'platform/event-store/event-log', 'EventLog');
  const text = `select position, stream_id, version, type, data::text, metadata::text from platform.events
    where position > $1 order by position limit 1000`;
  const all = async (page) => {
    let [position, count] = [0, 0];
    for (;;) {
      const events = await page(position);
      count += events.length;
      if (events.length < 1_000) return count;
      position = Number(events.at(-1).position);
    }
  };
  const bare = (position) => pool.query({ name: 'page', text, values: [position] }).then(({ rows }) => rows);
  return compared(server, [
    ['bare pages, as text', { times: 2, work: () => all(bare) }],
    ['Waybill pages, lifted', { times: 2, work: () => all((position) => log.readAfter(position, 1_000)) }],
  ]);
}

/** One event on a new stream, durable: ours and others', as a ratio to a one-row insert through the same driver. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inside, provider } from '../lib/inside.mjs';
import { closedLoop, costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import * as emmett from '../peers/emmett.mjs';
import * as messageDb from '../peers/message-db.mjs';

export const name = 'append';
export const about = 'one event on a new stream; ratio to a one-row insert through a pool of 32';

const levels = { 1: 300, 32: 4_000, 128: 8_000 };
const quickLevels = { 1: 100, 32: 1_000 };

export async function run({ server, rounds, quick, seconds, levels: wanted }) {
  const plan = Object.entries(quick ? quickLevels : levels)
    .map(([inFlight, count]) => ({ inFlight: Number(inFlight), count }))
    .filter(({ inFlight }) => !wanted || wanted.includes(inFlight));
  const subjects = [await limit(server), ...(await ours(server))];
  for (const [database, peer] of [
    ['bench_emmett', emmett],
    ['bench_message_db', messageDb],
  ]) {
    subjects.push({ subject: peer.subject, ...(await peer.open(await server.database(database))) });
  }
  const measured = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const level of plan) measured.push(...(await oneRound(server, subjects, { ...level, seconds })));
    }
  } finally {
    for (const { close } of subjects) await close?.();
  }
  return { measured };
}

async function oneRound(server, subjects, { inFlight, count, seconds }) {
  const measured = [];
  for (const { subject, append } of subjects) {
    let serial = 0;
    const piece = async () => {
      const began = performance.now();
      await append(`bench-${randomUUID()}`, serial++);
      return { acceptedMs: performance.now() - began };
    };
    await closedLoop({ count: Math.min(count, 50), inFlight, seconds, piece });
    const told = await costed({ server }, () => closedLoop({ count, inFlight, seconds, piece }));
    measured.push({ subject, inFlight, ...told, ratio: told.perSecond / (measured[0] ?? told).perSecond });
  }
  return measured;
}

async function limit(server) {
  const pool = new pg.Pool({ connectionString: await server.database('bench_one_row'), max: 32 });
  pool.on('error', () => undefined);
  await pool.query(
    'create table events (position bigint generated always as identity primary key, stream text, version int, data json, unique (stream, version))',
  );
  const insert = { name: 'insert', text: 'insert into events (stream, version, data) values ($1, 1, $2)' };
  const data = JSON.stringify({ sku: 'E', quantity: 1, reference: 'bench' });
  return {
    subject: 'limit: one-row insert',
    append: (stream) => pool.query({ ...insert, values: [stream, data] }),
    close: () => pool.end(),
  };
}

async function ours(server) {
  const url = await server.database('bench_append');
  await migrated(url);
  const app = await inside(url);
  const committer = await provider(app, 'platform/event-store/group-committer', 'GroupCommitter');
  const { CommandBus } = await import('@nestjs/cqrs');
  const { prepare } = await import('../../dist/platform/event-store/append.js');
  const { systemContext } = await import('../../dist/platform/cqrs/command.js');
  const { StockReceived } = await import('../../dist/inventory/stock-item.events.js');
  const { ReceiveStock } = await import('../../dist/inventory/stock.commands.js');
  const data = (n) => ({ sku: `E-${n}`, quantity: 1, reference: 'bench' });
  const direct = (stream, n) => {
    const head = { stream: stream.replace('bench-', 'stock-'), version: 0, eventId: null };
    const by = systemContext('bench');
    const events = prepare(head, [new StockReceived(data(n))], by, new Date().toISOString());
    return committer.append({ commandId: by.commandId, heads: [head], events, inline: [] });
  };
  const bus = app.get(CommandBus);
  const commanded = (stream, n) =>
    bus.execute(new ReceiveStock({ ...data(n), sku: stream }, systemContext('bench')));
  return [
    { subject: 'Waybill, append alone', append: direct },
    {
      subject: 'Waybill, command (load, fold, decide, append)',
      append: commanded,
      close: () => app.close(),
    },
  ];
}

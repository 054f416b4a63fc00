import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { Crash, Life } from '../testing/mortal.js';
import { testStore, type TestStore } from '../testing/store.js';
import { count, Counted, tally } from '../testing/tally.js';
import { Archiver } from './archiver.js';
import { ArchiveUnavailable } from './archive-unavailable.js';
import { ReadyOrders, type OrderStreams } from './ready-orders.js';
import { SegmentFolder } from './segment-folder.js';
import { aloneWithTheArchive, ArchiveBusy, makeRoom, spaceOf } from './space.js';

const bounds = { limit: 1_000, bytes: 2 ** 20 };

describe('Events whose data lies in a file', () => {
  let folder: string;
  let store: TestStore;
  let archiver: Archiver;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'waybill-archive-'));
    store = await testStore([tally], undefined, folder);
    archiver = new Archiver(store.database, new SegmentFolder(folder));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Tallies, each with three events. */
  const written = async (n: number): Promise<OrderStreams[]> => {
    const orders: OrderStreams[] = [];
    for (let at = 0; at < n; at++) {
      const id = newId();
      await count(store.aggregates, id, at, 10);
      await count(store.aggregates, id, 100);
      orders.push({ id, streams: [`tally-${id}`] });
    }
    return orders;
  };
  const rows = () => store.database.query('select e::text as row from platform.events e order by position');
  const inFiles = async () => {
    const [row] = await store.database.query<{ n: number }>(
      'select count(*)::int as n from platform.events where archived_in is not null',
    );
    return row!.n;
  };
  const file = () => path.join(folder, readdirSync(folder)[0]!);
  /** What every way of reading tells, in a process that remembers nothing. */
  const told = async (orders: readonly OrderStreams[]) => {
    const fresh = await testStore([tally], store.url, folder);
    const ids = orders.map(({ id }) => id);
    const streams = new Map(ids.map((id) => [`tally-${id}`, 0]));
    const head = await fresh.log.head();
    const all = {
      page: (await fresh.log.page(0, bounds)).events,
      some: (await fresh.log.page(1, { ...bounds, only: ['Counted'] })).events,
      tight: (await fresh.log.page(0, { limit: 1_000, bytes: 1_200 })).events.length,
      at: await fresh.log.at(head),
      after: await fresh.log.readAfter(0, 1_000),
      stream: await fresh.log.readStream(`tally-${ids[0]!}`),
      streams: await fresh.log.readStreams(streams, bounds),
      alone: await fresh.loader.load(tally, ids[0]!),
      earlier: await fresh.loader.load(tally, ids[0]!, { version: 2 }),
      several: await Promise.all(ids.map((id) => fresh.loader.load(tally, id))),
      together: await fresh.loader.loadAll(tally, ids),
    };
    await fresh.close();
    return all;
  };

  it('are read as before, in every way; the file gives every byte back', async () => {
    const orders = await written(3);
    const [stored, before] = [await rows(), await told(orders)];
    await archiver.archive(orders);
    expect(await inFiles()).toBe(9);
    expect(await told(orders)).toEqual(before);
    expect(await archiver.restore(1, orders[0]!.id)).toBe(3);
    expect(await inFiles()).toBe(6);
    expect(await told(orders)).toEqual(before);
    expect(await archiver.restore(1)).toBe(6);
    expect(await rows()).toEqual(stored);
    await archiver.goOn();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('go on with a stream that goes on, which may be archived again', async () => {
    const [order] = await written(1);
    await archiver.archive([order!]);
    await count(store.aggregates, order!.id, 1_000);
    expect((await told([order!])).alone.state).toEqual({ total: 1_110 });
    await archiver.archive([order!]);
    expect(await inFiles()).toBe(4);
    expect(await archiver.segmentsOf(order!.streams)).toEqual([1, 2]);
    expect((await told([order!])).alone.state).toEqual({ total: 1_110 });
  });

  it('keep their commands: a repeat is recognised', async () => {
    const [id, commandId] = [newId(), newId()];
    const once = () =>
      store.aggregates.execute(tally, id, systemContext('spec', { commandId }), () => [
        new Counted({ by: 1 }),
      ]);
    await once();
    await count(store.aggregates, id, 5);
    await archiver.archive([{ id, streams: [`tally-${id}`] }]);
    const fresh = await testStore([tally], store.url, folder);
    const again = await fresh.aggregates.execute(tally, id, systemContext('spec', { commandId }), () => [
      new Counted({ by: 1 }),
    ]);
    await fresh.close();
    expect([again.version, again.state]).toEqual([1, { total: 1 }]);
  });

  it('lose nothing whenever the process dies, and the next one goes on', async () => {
    const orders = await written(2);
    const [stored, before] = [await rows(), await told(orders)];
    for (let moment = 0; ; moment++) {
      const life = new Life(moment);
      const mortal = new Archiver(life.sees(store.database), life.sees(new SegmentFolder(folder)));
      const run = mortal.archive(orders).then(() => mortal.restore(moment + 1));
      await run.catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      expect(await told(orders)).toEqual(before);
      await archiver.goOn();
      expect(await told(orders)).toEqual(before);
      for (const segment of await archiver.segmentsOf(orders.flatMap(({ streams }) => streams)))
        await archiver.restore(segment);
      expect(await rows()).toEqual(stored);
      await archiver.goOn();
      expect(readdirSync(folder)).toEqual([]);
      if (!life.isOver) break;
      expect(moment).toBeLessThan(100);
    }
  }, 60_000);

  it('are refused, and never folded otherwise, when the file is not as it was written', async () => {
    const orders = await written(2);
    await archiver.archive(orders);
    const { id } = orders[0]!;
    const [name, before] = [file(), readFileSync(file())];
    const altered = before.toString().replace('\\"by\\":10', '\\"by\\":11');
    const expectRefusalWithItsChecksum = async (text: string) => {
      const checksum = async (content: string | Buffer) => {
        await store.database.query('alter table platform.segments disable trigger user');
        const sha256 = createHash('sha256').update(content).digest('hex');
        await store.database.query(`update platform.segments set sha256 = decode($1, 'hex')`, [sha256]);
        await store.database.query('alter table platform.segments enable trigger user');
      };
      await checksum(text);
      const deceived = await testStore([tally], store.url, folder);
      await expect(deceived.loader.load(tally, id)).rejects.toThrow('other data');
      await expect(archiver.restore(1)).rejects.toThrow('immutable');
      await deceived.close();
      await checksum(before);
    };
    for (const harmed of [undefined, altered, before.subarray(0, -10)]) {
      rmSync(name, { force: true });
      if (harmed !== undefined) writeFileSync(name, harmed);
      const fresh = await testStore([tally], store.url, folder);
      await expect(fresh.loader.load(tally, id)).rejects.toThrow(ArchiveUnavailable);
      await expect(fresh.log.page(0, bounds)).rejects.toThrow(ArchiveUnavailable);
      await expect(count(fresh.aggregates, id, 1)).rejects.toThrow(ArchiveUnavailable);
      await expect(archiver.restore(1)).rejects.toThrow(ArchiveUnavailable);
      if (harmed === altered) await expectRefusalWithItsChecksum(altered);
      writeFileSync(name, before);
      expect((await fresh.loader.load(tally, id)).version).toBe(3);
      await fresh.close();
    }
  });

  it('stay in the log when what was written was altered before the log let go', async () => {
    const orders = await written(1);
    const stored = await rows();
    const dies = new Error('dies here');
    const run = archiver.archive(orders, (step) => {
      if (step === 'verified') throw dies;
    });
    await expect(run).rejects.toThrow(dies);
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('\\"by\\":10', '\\"by\\":11'));
    await expect(archiver.goOn()).rejects.toThrow(ArchiveUnavailable);
    expect(await rows()).toEqual(stored);
  });

  it('are changed by nobody else: the log refuses whatever is not the file, and the rows as they are', async () => {
    const [order, other] = await written(2);
    await archiver.archive([other!]);
    await store.database.query(`insert into platform.segments (file) values ('x.jsonl')`);
    await store.database.query(`update platform.segments set state = 'verified' where segment = 1`);
    const own = 'archived_sha256 = platform.payload_sha256(e)';
    const length = 'archived_bytes = octet_length(e.data::text)';
    const right = `data = null, archived_in = 1, ${own}, ${length}`;
    const change = (set: string) =>
      store.database.query(`update platform.events e set ${set} where stream_id = $1`, order!.streams);
    for (const wrong of [
      `data = null`,
      `data = null, archived_in = 2, ${own}, ${length}`,
      `data = null, archived_in = 3, ${own}, ${length}`,
      `data = null, archived_in = 1, archived_sha256 = sha256('x'), ${length}`,
      `data = null, archived_in = 1, ${own}, archived_bytes = 1`,
      `${right}, type = 'Closed'`,
      `${right}, metadata = '{}'`,
      `${right}, remains = '{"step":"pay"}'`,
      `archived_in = 1, ${own}, ${length}`,
      `data = '{"by":2}'`,
    ])
      await expect(change(wrong)).rejects.toThrow('events are immutable');
    await change(right);
    const back = 'archived_in = null, archived_sha256 = null, archived_bytes = null';
    for (const wrong of [
      `data = '{"by":2}', ${back}`,
      `archived_in = 2`,
      `archived_sha256 = sha256('x')`,
      `remains = '{"step":"pay"}'`,
      `command_id = gen_random_uuid()`,
    ])
      await expect(change(wrong)).rejects.toThrow('events are immutable');
    await expect(store.database.query('delete from platform.events')).rejects.toThrow('immutable');
    for (const wrong of [
      'delete from platform.segments',
      `update platform.segments set sha256 = sha256('x')`,
    ])
      await expect(store.database.query(wrong)).rejects.toThrow('stays as it is');
  });

  it('take less room, in the table and in its indexes, once nobody looks back; two who archive at once are kept apart', async () => {
    await store.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
         metadata, occurred_at)
       select 'tally-' || substr(md5(n::text), 1, 12), v, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1,
         json_build_object('by', v, 'note', repeat(md5(n::text), 8)),
         '{"actor":"system:spec","correlationId":"01a21adc-d7bd-7e15-bd1a-f2bc70ca7a25","causationId":null}', now()
       from generate_series(1, 2000) n, generate_series(1, 3) v order by v, n`,
    );
    const streams = await store.database.query<{ name: string }>(
      'select distinct stream_id as name from platform.events order by 1',
    );
    const orders = streams.map(({ name }) => ({ id: name.slice(6), streams: [name] }));
    const reader = new pg.Client(store.url);
    await reader.connect();
    await reader.query('begin isolation level repeatable read');
    await reader.query('select from platform.subscriptions');
    await aloneWithTheArchive(store.url, async (session) => {
      const before = await spaceOf(session);
      await archiver.archive(orders.slice(0, 1_000));
      await archiver.archive(orders.slice(1_000));
      const refused = aloneWithTheArchive(store.url, () => Promise.resolve());
      await expect(refused).rejects.toThrow(ArchiveBusy);
      expect(await makeRoom(session, true)).toBe(false);
      await reader.end();
      expect(await makeRoom(session, true)).toBe(true);
      const after = await spaceOf(session);
      expect(await inFiles()).toBe(6_000);
      expect(after.table).toBeLessThan(before.table * 0.6);
      expect(after.indexes).toBeLessThan(before.indexes);
    });
    const fresh = await testStore([tally], store.url, folder);
    expect((await fresh.loader.load(tally, orders[7]!.id)).state).toEqual({ total: 6 });
    await fresh.close();
  });

  it('wait for whoever has not heard them, and hold nothing in clear', async () => {
    const [deaf, clear, recent, ready] = await written(4);
    const address = `{"line1":"1 Quay St","city":"Dublin","postalCode":"D1"}`;
    await store.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
         metadata, occurred_at)
       values ($1, 4, gen_random_uuid(), gen_random_uuid(), 0, 'Closed', 1, $2, '{}', now())`,
      [clear!.streams[0], JSON.stringify({ address: JSON.parse(address) as object })],
    );
    const look = new ReadyOrders(store.database);
    const left = async (before: string) =>
      (await look.of([deaf!, clear!, recent!, ready!], before)).map(({ left: why }) => why);
    expect(await left('2001-01-01')).toEqual(['recent', 'recent', 'recent', 'recent']);
    expect(await left('2999-01-01')).toEqual([null, 'clear-text', null, null]);
    await expect(archiver.archive([clear!])).rejects.toThrow('events are immutable');
    await store.database.query(`insert into platform.subscriptions (name, position) values ('deaf', 2)`);
    expect(await left('2999-01-01')).toEqual(['not-heard', 'clear-text', 'not-heard', 'not-heard']);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import { LogSignal } from '../event-store/log-signal.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { testStore } from '../testing/store.js';
import { Closed, count, Counted, tally } from '../testing/tally.js';
import { LogReader } from './log-reader.js';
import { subscribes } from './subscription.js';

const NAMES = ['spec.closed', 'spec.counted'] as const;

describe('What a process reads of the log', () => {
  let db: TestDatabase;
  let running: Instance[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    const setUp = await startInstance(db.url, { providers: [] });
    await setUp.database.query('create table heard (subscription text, position bigint)');
    await setUp.stop();
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    running = [];
  });
  afterAll(() => db.drop());

  /** What a handler waits for, by subscription. */
  const held = new Map<string, Promise<unknown>>();
  const start = async (pollMs?: number): Promise<Instance> => {
    const providers = NAMES.map((name) =>
      subscribes({
        name,
        events: [name === 'spec.closed' ? Closed : Counted],
        handle: async (batch, tx) => {
          await held.get(name);
          for (const { position } of batch) {
            await tx.query('insert into heard values ($1, $2)', [name, position]);
          }
        },
      }),
    );
    const instance = await startInstance(db.url, { providers, ...(pollMs && { pollMs }) });
    running.push(instance);
    return instance;
  };
  const share = (most: number) =>
    eventually(() => running.every(({ runner }) => runner.running().length === most));
  /** Types of the events that it reads from the database from now on. */
  const readsOf = ({ log }: Instance): Set<string> => {
    const types = new Set<string>();
    const page = log.page.bind(log);
    log.page = async (after, bounds) => {
      const read = await page(after, bounds);
      const own = new Set(bounds.own?.map(({ id }) => id));
      for (const { id, event } of read.events) if (!own.has(id)) types.add(event.type);
      return read;
    };
    return types;
  };
  const passed = async (position: number) => {
    const [first] = running;
    for (const name of NAMES) {
      expect(await first!.progress.waitFor(name, position, 20_000)).toBe(true);
    }
  };
  const heardAll = async () => {
    const [check] = await running[0]!.database.query<{ missed: number; twice: number }>(
      `select count(*) filter (where times = 0) as missed, count(*) filter (where times > 1) as twice from (
         select count(h.position) as times from platform.events e
         left join heard h on h.position = e.position
           and h.subscription = case e.type when 'Closed' then 'spec.closed' else 'spec.counted' end
         where e.type in ('Closed', 'Counted') group by e.position) told`,
    );
    expect(check).toEqual({ missed: 0, twice: 0 });
  };

  it('is what the subscriptions handle that run there, until others come over', async () => {
    const first = await start();
    await share(2);
    const second = await start();
    await share(1);
    const theirs = running.map(({ runner }) => runner.running()[0]);
    const [reads, others] = running.map(readsOf);
    const writer = await startInstance(db.url, { providers: [] });
    running.push(writer);
    let last = 0;
    for (let n = 0; n < 20; n++) last = await count(writer.store, `read-${n}`, n, new Closed({}));
    await passed(last);
    const handled = theirs.map((name) => [name === 'spec.closed' ? 'Closed' : 'Counted']);
    expect([[...reads!], [...others!]]).toEqual(handled);
    const writing = (async () => {
      for (let n = 0; n < 60; n++) last = await count(writer.store, `moved-${n}`, n, new Closed({}));
    })();
    await second.stop();
    running = [first, writer];
    await writing;
    await passed(last);
    expect([...reads!].sort()).toEqual(['Closed', 'Counted']);
    await heardAll();
  });

  it('lies around what it has stored itself between others', async () => {
    const own = await start();
    await share(2);
    const writer = await startInstance(db.url, { providers: [] });
    running.push(writer);
    let last = 0;
    for (let n = 0; n < 40; n++) {
      const stored = [own, writer].map(({ store }, at) => count(store, `between-${at}-${n % 9}`, n));
      last = Math.max(...(await Promise.all(stored)));
    }
    await passed(last);
    await heardAll();
  });

  it('is told those who rest, since a word about it is no news any more', async () => {
    const { progress, database } = await start(5_000);
    await share(2);
    const writer = await startInstance(db.url, { providers: [] });
    running.push(writer);
    const handled = new EventEmitter();
    held.set('spec.closed', once(handled, 'done'));
    await count(writer.store, 'rests', new Closed({}));
    // More pages than are kept: the one that was held up reads for itself where the other has long passed.
    for (let n = 0; n < 40; n++) {
      const position = await count(writer.store, 'rests', n);
      await eventually(() => progress.seenOf('spec.counted') >= position);
    }
    const silent = await testStore([tally], db.url);
    const last = await count(silent.aggregates, 'rests', 1);
    held.clear();
    handled.emit('done');
    const heard = () => database.query('select 1 from heard where position = $1', [last]);
    await eventually(async () => (await heard()).length === 1, 30_000);
    await silent.close();
  });

  it('is looked at again by whoever is behind, whatever word was missed', async () => {
    const { module, log } = await start();
    await share(2);
    const head = await log.head();
    await passed(head);
    const wake = jest.fn<() => void>();
    const leave = module.get(LogReader).join({ types: new Set(['Closed']), reached: head - 1, wake });
    module.get(LogSignal).seen(head);
    leave();
    module.get(LogSignal).seen(head);
    expect(wake.mock.calls).toHaveLength(1);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutcomePending } from '../core/outcome-pending.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { Unavailable } from './failures.js';
import { subscribes, type Subscription } from './subscription.js';

const why = { actor: { role: 'operator', id: 'olga' }, reason: 'looked at it' } as const;

describe('an event that cannot be handled', () => {
  let db: TestDatabase;
  let instance: Instance;
  /** What the handler refuses, and how often still; specs change it as they go. */
  const refused = new Map<string, number>();
  const refuse = (fact: string) => {
    const left = refused.get(fact) ?? 0;
    if (left === 0) return;
    refused.set(fact, left - 1);
    throw new Error(`no taste for ${fact}`);
  };
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterEach(async () => {
    await instance.stop();
    refused.clear();
  });
  afterAll(() => db.drop());

  const factOf = (stream: string, by: number) => `${stream.slice('tally-'.length)}:${by}`;
  const start = async (name: string, over: Partial<Subscription> = {}): Promise<Instance> => {
    instance = await startInstance(db.url, {
      providers: [
        subscribes({
          name,
          from: 'head',
          events: [Counted],
          handle: async (batch, tx) => {
            for (const { stream, event } of batch) {
              const fact = factOf(stream, (event as Counted).data.by);
              await tx.query('insert into handled (subscription, fact) values ($1, $2)', [name, fact]);
              refuse(fact);
            }
          },
          ...over,
        }),
      ],
    });
    return instance;
  };
  const handled = async (name: string): Promise<string[]> => {
    const rows = await instance.database.query<{ fact: string }>(
      'select fact from handled where subscription = $1 order by id',
      [name],
    );
    return rows.map(({ fact }) => fact);
  };
  const parked = async (name: string) =>
    eventually(async () => {
      const [head] = await instance.parked.list({ subscription: name, state: 'parked', limit: 5 });
      return head;
    });
  beforeAll(async () => {
    const setUp = await startInstance(db.url, { providers: [] });
    await setUp.database.query(
      'create table handled (id bigint generated always as identity, subscription text, fact text)',
    );
    await setUp.stop();
  });

  it('is tried once more when an operator says so while the last try is under way', async () => {
    let [tellBegun, goOn] = [() => {}, () => {}];
    const begun = new Promise<void>((resolve) => (tellBegun = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let isMended = false;
    await start('spec.in-flight', {
      handle: async (_, tx) => {
        if (isMended) return;
        const [head] = await tx.query<{ attempts: number }>(
          `select attempts from platform.parked where subscription = 'spec.in-flight'`,
        );
        if (head?.attempts === 4) {
          tellBegun();
          await gate;
          isMended = true;
        }
        throw new Error('not mended yet');
      },
    });
    await count(instance.store, 'f', 1);
    const list = () => instance.parked.list({ subscription: 'spec.in-flight', limit: 5 });
    await begun;
    const [head] = await list();
    await instance.parked.retry(head!.id, why);
    goOn();
    await eventually(list, (found) => found.length === 0, 10_000);
  });

  it('holds up its own sequence only, and an operator resumes it in order', async () => {
    await start('spec.order');
    refused.set('a:2', Infinity);
    await count(instance.store, 'a', 1, 2, 3);
    await count(instance.store, 'b', 1);
    const last = await count(instance.store, 'a', 4);
    expect(await instance.progress.waitFor('spec.order', last, 30_000)).toBe(true);
    expect(await handled('spec.order')).toEqual(['a:1', 'b:1']);
    const head = await parked('spec.order');
    expect([head.sequence, head.version, head.attempts, head.behind]).toEqual(['tally-a', 2, 5, 2]);
    expect(head.error).toContain('no taste for a:2');
    refused.clear();
    await count(instance.store, 'a', 5);
    await instance.parked.retry(head.id, why);
    await eventually(async () => (await instance.subscriptions.get('spec.order')).parked === 0);
    const after = await count(instance.store, 'a', 6);
    expect(await instance.progress.waitFor('spec.order', after, 30_000)).toBe(true);
    expect(await handled('spec.order')).toEqual(['a:1', 'b:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6']);
  });

  it('is tried again by itself, and nobody is bothered when that helps', async () => {
    await start('spec.recovers');
    refused.set('r:1', 2);
    await count(instance.store, 'r', 1);
    await count(instance.store, 'r', 2);
    await eventually(async () => (await handled('spec.recovers')).length === 2);
    expect(await handled('spec.recovers')).toEqual(['r:1', 'r:2']);
    const aside = await instance.database.query(
      `select version, state from platform.parked where subscription = 'spec.recovers' and attempts > 1`,
    );
    expect(aside).toEqual([{ version: 1, state: 'resolved' }]);
  });

  it('lets all others go on while a long queue behind it is worked off', async () => {
    await start('spec.queue', {
      handle: async (batch, tx) => {
        for (const { stream, event } of batch) {
          const fact = factOf(stream, (event as Counted).data.by);
          refuse(fact);
          if (stream === 'tally-long') await tx.query('select pg_sleep(0.01)');
          await tx.query('insert into handled (subscription, fact) values ($1, $2)', ['spec.queue', fact]);
        }
      },
    });
    refused.set('long:0', Infinity);
    await count(instance.store, 'long', ...Array.from({ length: 200 }, (_, n) => n));
    const head = await parked('spec.queue');
    expect(head.behind).toBe(199);
    refused.clear();
    await instance.parked.retry(head.id, why);
    await eventually(async () => (await handled('spec.queue')).length > 5);
    const last = await count(instance.store, 'other', 7);
    expect(await instance.progress.waitFor('spec.queue', last, 10_000)).toBe(true);
    const before = await handled('spec.queue');
    expect(before).toContain('other:7');
    expect(before.length).toBeLessThan(200);
    await eventually(async () => (await handled('spec.queue')).length === 201, 40_000);
    const ofLong = (await handled('spec.queue')).filter((fact) => fact !== 'other:7');
    expect(ofLong).toEqual(Array.from({ length: 200 }, (_, n) => `long:${n}`));
  });

  it('can be discarded, with a reason, and only before what waits behind it', async () => {
    await start('spec.discard');
    refused.set('d:1', Infinity);
    await count(instance.store, 'd', 1, 2, 3);
    const head = await parked('spec.discard');
    const [second] = await instance.database.query<{ id: string }>(
      `select id from platform.parked where subscription = 'spec.discard' and state = 'behind' order by position`,
    );
    await expect(instance.parked.discard(second!.id, why)).rejects.toMatchObject({ code: 'parked.behind' });
    await instance.parked.discard(head.id, why);
    await eventually(async () => (await handled('spec.discard')).length === 2);
    expect(await handled('spec.discard')).toEqual(['d:2', 'd:3']);
    await expect(instance.parked.retry(head.id, why)).rejects.toMatchObject({ code: 'parked.not-found' });
    const log = await instance.database.query<{ actor: string; action: string; outcome: string }>(
      'select actor, action, outcome from audit.log order by seq desc limit 3',
    );
    expect(log.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['parked.retry', 'refused: parked.not-found'],
      ['parked.discard', 'done'],
      ['parked.discard', 'refused: parked.behind'],
    ]);
    expect(log[0]!.actor).toBe('operator:olga');
  });

  it('stays in order behind a sequence of its own choice', async () => {
    await start('spec.sequence', { sequence: ({ event }) => String((event as Counted).data.by % 2) });
    refused.set('x:1', Infinity);
    await count(instance.store, 'x', 1, 2);
    const last = await count(instance.store, 'y', 3, 4);
    expect(await instance.progress.waitFor('spec.sequence', last, 30_000)).toBe(true);
    expect(await handled('spec.sequence')).toEqual(['x:2', 'y:4']);
    const head = await parked('spec.sequence');
    refused.clear();
    await instance.parked.retry(head.id, why);
    await eventually(async () => (await handled('spec.sequence')).length === 4);
    expect(await handled('spec.sequence')).toEqual(['x:2', 'y:4', 'x:1', 'y:3']);
  });

  it('is never parked for what is away for the moment', async () => {
    let away = 8;
    await start('spec.away', {
      handle: async (batch, tx) => {
        if (away-- > 0) throw new Unavailable('the broker is away');
        for (const { stream } of batch) {
          await tx.query('insert into handled (subscription, fact) values ($1, $2)', ['spec.away', stream]);
        }
      },
    });
    const last = await count(instance.store, 'w', 1);
    expect(await instance.progress.waitFor('spec.away', last, 20_000)).toBe(true);
    expect(await handled('spec.away')).toEqual(['tally-w']);
    expect(
      await instance.database.query(`select from platform.parked where subscription = 'spec.away'`),
    ).toEqual([]);
  });

  it('stops the subscription when it is not the event but everything', async () => {
    await start('spec.broken', {
      handle: () => Promise.reject(new Error('the handler is broken')),
    });
    for (let n = 0; n < 130; n += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, m) => count(instance.store, `broken-${n + m}`, 1)));
    }
    const status = await eventually(async () => {
      const it = await instance.subscriptions.get('spec.broken');
      return it.state === 'paused' && it;
    });
    expect(status.lastError).toContain('more than 100 sequences');
    expect(status.parked).toBeLessThan(130);
  });

  it('waits like all others while its subscription is paused', async () => {
    await start('spec.pause');
    const first = await count(instance.store, 'p', 1);
    expect(await instance.progress.waitFor('spec.pause', first, 30_000)).toBe(true);
    const paused = await instance.subscriptions.pause('spec.pause', why);
    expect([paused.state, paused.owner]).toEqual(['paused', null]);
    await count(instance.store, 'p', 2);
    await sleep(500);
    expect(await handled('spec.pause')).toEqual(['p:1']);
    await instance.subscriptions.resume('spec.pause', why);
    await eventually(async () => (await handled('spec.pause')).length === 2);
  });

  it('may say that it comes too early: it is handed over again in order, when the other has happened, as often as it takes', async () => {
    const tries: string[] = [];
    await start('spec.early', {
      handle: (batch) => {
        for (const { stream, event } of batch) {
          const fact = factOf(stream, (event as Counted).data.by);
          tries.push(fact);
          if (fact === 'early:1' && !tries.includes('other:1')) {
            throw new OutcomePending('the other first', {
              until: { stream: 'tally-other', type: Counted.type },
            });
          }
          if (fact === 'soon:1' && tries.filter((tried) => tried === fact).length <= 7) {
            throw new OutcomePending('a little later', { retryAfterMs: 1 });
          }
        }
        return Promise.resolve();
      },
    });
    await count(instance.store, 'early', 1, 2);
    await count(instance.store, 'soon', 1);
    await eventually(() => Promise.resolve(tries.filter((fact) => fact === 'soon:1').length > 7));
    expect(tries.filter((fact) => fact.startsWith('early'))).not.toContain('early:2');
    const early = tries.filter((fact) => fact === 'early:1').length;
    await count(instance.store, 'other', 1);
    await eventually(() => Promise.resolve(tries.includes('early:2')));
    expect(tries.filter((fact) => fact === 'early:1').length).toBeLessThanOrEqual(early + 2);
    const rows = await instance.database.query(
      `select sequence, reason, max(attempts) as attempts from platform.parked
       where subscription = 'spec.early' and reason = 'not-yet' group by 1, 2 order by 1`,
    );
    expect(rows).toEqual([
      { sequence: 'tally-early', reason: 'not-yet', attempts: 1 },
      { sequence: 'tally-soon', reason: 'not-yet', attempts: 1 },
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { event } from '../core/event.js';
import type { Recorded } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, count, Counted } from '../testing/tally.js';
import { subscribes, type Subscription } from './subscription.js';

const why = { actor: { role: 'operator', id: 'olga' }, reason: 'looked at it' } as const;

/** What a newer program knows in addition. */
class Weighed extends event('Weighed', z.strictObject({ by: z.number() })) {}
class Counted2 extends Counted.upcastTo(z.strictObject({ by: z.number() }), (older) => older) {}

describe('An event that only a newer program can read', () => {
  let db: TestDatabase;
  let running: Instance[] = [];
  let handled: string[] = [];
  beforeEach(async () => {
    db = await testDatabase();
    handled = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    running = [];
    await db.drop();
  });

  const listener = (name: string, events: Subscription['events']) =>
    subscribes({
      name,
      events,
      handle: (batch: readonly Recorded[]) => {
        for (const {
          stream,
          version,
          event: { type },
        } of batch)
          handled.push(`${name} ${stream}@${version} ${type}`);
        return Promise.resolve();
      },
    });
  const start = async (...providers: ReturnType<typeof listener>[]): Promise<Instance> => {
    const instance = await startInstance(db.url, { providers });
    running.push(instance);
    return instance;
  };
  const written = (instance: Instance, stream: string, type: string, version: number) =>
    instance.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select $1, coalesce(max(version), 0) + 1, gen_random_uuid(), gen_random_uuid(), 0, $2, $3, '{"by":1}',
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from platform.events where stream_id = $1`,
      [stream, type, version],
    );
  const parked = (instance: Instance) => instance.parked.list({ limit: 10 });
  const reached = async (instance: Instance, name: string) =>
    eventually(async () => (await instance.subscriptions.get(name)).lag === 0);

  it.each([
    ['of a newer version', 'Counted', 2],
    ['of a name it does not know', 'Weighed', 1],
  ])('%s holds up its own sequence, all others flow, and nothing stops', async (_, type, version) => {
    const old = await start(listener('spec.a', [Counted]), listener('spec.b', [Counted, Closed]));
    await count(old.store, 'x', 1);
    await written(old, 'tally-x', type, version);
    await count(old.store, 'y', 1);
    await written(old, 'tally-x', 'Counted', 1);
    await reached(old, 'spec.a');
    await reached(old, 'spec.b');
    expect(handled.filter((line) => line.startsWith('spec.a'))).toEqual([
      'spec.a tally-x@1 Counted',
      'spec.a tally-y@1 Counted',
    ]);
    const list = await parked(old);
    expect(
      list
        .map(({ subscription, reason, attempts, behind }) => [subscription, reason, attempts, behind])
        .sort(),
    ).toEqual([
      ['spec.a', 'newer-program', 0, 1],
      ['spec.b', 'newer-program', 0, 1],
    ]);
    expect(list[0]!.error).toContain('newer program');
    const audited = await old.database.query(
      `select version, reason_code from audit.parked where consumer = 'spec.a' order by version`,
    );
    expect(audited).toEqual([
      { version: 2, reason_code: 'newer-program' },
      { version: 3, reason_code: 'behind-another' },
    ]);
    expect((await old.subscriptions.get('spec.a')).lastError).toBeNull();
  });

  it('waits also where nobody here has asked for what it was before: the newer program may', async () => {
    const old = await startInstance(db.url, {
      providers: [listener('spec.a', [Counted])],
      knows: [Counted, Closed],
    });
    running.push(old);
    await written(old, 'tally-x', 'Closed', 1);
    await written(old, 'tally-x', 'Closed', 7);
    await written(old, 'tally-x', 'Counted', 1);
    await reached(old, 'spec.a');
    expect(handled).toEqual([]);
    expect((await parked(old)).map(({ reason, behind }) => [reason, behind])).toEqual([['newer-program', 1]]);
  });

  it('is handled when a program that knows it takes over, in order, and without anybody’s help', async () => {
    const old = await start(listener('spec.a', [Counted]));
    await written(old, 'tally-x', 'Counted', 2);
    await written(old, 'tally-x', 'Weighed', 1);
    await written(old, 'tally-x', 'Counted', 1);
    await reached(old, 'spec.a');
    expect(handled).toEqual([]);
    await running.pop()!.stop();
    const newer = await startInstance(db.url, {
      providers: [listener('spec.a', [Counted2, Weighed, Closed])],
      knows: [Counted2, Weighed, Closed],
    });
    running.push(newer);
    await eventually(() => handled.length === 3);
    expect(handled).toEqual([
      'spec.a tally-x@1 Counted',
      'spec.a tally-x@2 Weighed',
      'spec.a tally-x@3 Counted',
    ]);
    await eventually(async () => (await parked(newer)).length === 0);
  });

  it('ends by itself, too, where the newer program has no use for it', async () => {
    const old = await start(listener('spec.a', [Counted]));
    await written(old, 'tally-x', 'Weighed', 1);
    await written(old, 'tally-x', 'Counted', 1);
    await reached(old, 'spec.a');
    await running.pop()!.stop();
    const newer = await startInstance(db.url, {
      providers: [listener('spec.a', [Counted])],
      knows: [Counted, Weighed, Closed],
    });
    running.push(newer);
    await eventually(() => handled.length === 1);
    expect(handled).toEqual(['spec.a tally-x@2 Counted']);
    await eventually(async () => (await parked(newer)).length === 0);
  });

  it('can be tried in vain, and discarded: what waits behind it goes on', async () => {
    const old = await start(listener('spec.a', [Counted]));
    await written(old, 'tally-x', 'Counted', 9);
    await written(old, 'tally-x', 'Counted', 1);
    await reached(old, 'spec.a');
    const [head] = await parked(old);
    await old.parked.retry(head!.id, why);
    await eventually(async () => (await parked(old))[0]?.state === 'parked');
    expect((await parked(old))[0]).toMatchObject({ reason: 'newer-program', attempts: 0 });
    await old.parked.discard(head!.id, why);
    await eventually(() => handled.length === 1);
    expect(handled).toEqual(['spec.a tally-x@2 Counted']);
  });

  it('is no reason to pause: hundreds of them are parked and the rest goes on', async () => {
    const old = await start(listener('spec.a', [Counted]));
    for (let n = 0; n < 150; n++) await written(old, `tally-n${n}`, 'Weighed', 1);
    await count(old.store, 'fine', 1);
    await reached(old, 'spec.a');
    expect(await old.subscriptions.get('spec.a')).toMatchObject({ state: 'running', parked: 150 });
    expect(handled).toEqual(['spec.a tally-fine@1 Counted']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { PAGE_EVENTS } from './log-reader.js';
import { subscribes } from './subscription.js';

/** Longer than any spec takes: nothing here happens because the time was over. */
const FOR_EVER_MS = 600_000;
const slow = 'spec.slow';
const quick = 'spec.quick';

describe('A subscription that waits for fuller pages', () => {
  let db: TestDatabase;
  let running: Instance[] = [];
  let waybill: Instance;
  let pages: number[][] = [];
  let poison: number | undefined;

  beforeEach(async () => {
    [pages, running, poison] = [[], [], undefined];
    db = await testDatabase();
    waybill = await start();
    await waybill.database.query('create table effects (position bigint)');
    await eventually(() => waybill.runner.running().length === 2);
    expect(await waybill.progress.waitFor(slow, await count(waybill.store, 'first', 1), 10_000)).toBe(true);
    pages = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    await db.drop();
  });

  async function start(names = [slow, quick]): Promise<Instance> {
    const listener = {
      name: slow,
      events: [Counted],
      lingerMs: FOR_EVER_MS,
      handle: async (batch, tx) => {
        if (batch.some(({ event }) => (event as Counted).data.by === poison)) throw new Error('poisoned');
        for (const { position } of batch) await tx.query('insert into effects values ($1)', [position]);
        pages.push(batch.map(({ position }) => position));
      },
    } satisfies Parameters<typeof subscribes>[0];
    const prompt = { name: quick, events: [Counted], handle: () => Promise.resolve() };
    const providers = [listener, prompt].filter(({ name }) => names.includes(name)).map(subscribes);
    const instance = await startInstance(db.url, { providers });
    running.push(instance);
    return instance;
  }
  /** Everybody else is done with it, so it would be here, too. */
  const many = async (events: number): Promise<number> => {
    let last = 0;
    for (let n = 0; n < events; n++) last = await count(waybill.store, `t-${n % 3}`, n);
    expect(await waybill.progress.waitFor(quick, last, 10_000)).toBe(true);
    return last;
  };
  const effects = async () =>
    (
      await waybill.database.query<{ position: number }>('select position from effects order by position')
    ).map(({ position }) => position);
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

  it('has one page for all that has come, as soon as somebody waits for it', async () => {
    const last = await many(20);
    expect(pages).toEqual([]);
    expect((await waybill.subscriptions.get(slow)).lag).toBe(20);
    expect(await waybill.progress.waitFor(slow, last, 10_000)).toBe(true);
    expect(pages).toEqual([upTo(last).slice(1)]);
    expect(await effects()).toEqual(upTo(last));
  });

  it('is woken by somebody who waits in another process', async () => {
    const last = await many(3);
    const other = await startInstance(db.url, {
      providers: [
        subscribes({ name: slow, events: [Counted], lingerMs: 1, handle: () => Promise.resolve() }),
      ],
    });
    running.push(other);
    expect(await other.progress.waitFor(slow, last, 10_000)).toBe(true);
    expect(await effects()).toEqual(upTo(last));
  });

  it('is woken by a full page', async () => {
    const first = await many(1);
    await count(waybill.store, 'full', ...Array.from({ length: PAGE_EVENTS - 1 }, () => 1));
    await eventually(() => pages.length > 0);
    expect(pages.flat()[0]).toBe(first);
    await eventually(async () => (await effects()).length === first + PAGE_EVENTS - 1);
  });

  it('ends at once when the process stops, and the next one goes on from there', async () => {
    const last = await many(5);
    await waybill.stop();
    running = [];
    expect(pages).toEqual([]);
    waybill = await start();
    await eventually(async () => (await effects()).length === last);
    expect(await effects()).toEqual(upTo(last));
  });

  it('sets aside one poisoned event alone, and what was set aside is tried again without waiting', async () => {
    poison = 2;
    const last = await many(6);
    await waybill.progress.waitFor(slow, last, 10_000);
    const [parked] = await waybill.database.query<{ position: number }>(
      'select min(position) as position from platform.parked where resolved_at is null',
    );
    expect(parked!.position).toBe(last - 3);
    expect(await effects()).not.toContain(parked!.position);
    expect(await effects()).toContain(last - 1);
    poison = undefined;
    await eventually(async () => (await effects()).length === last);
  });
});

describe('A subscription of whose events nothing comes', () => {
  it('is told at once and stored once in a while', async () => {
    const db = await testDatabase();
    let asked = 0;
    const idle = subscribes({
      name: 'spec.idle',
      events: [Counted],
      handle: () => Promise.resolve(),
      toChange: () => {
        asked++;
        return Promise.resolve(undefined);
      },
    });
    const waybill = await startInstance(db.url, { providers: [idle], pollMs: 1_000 });
    const row = async () => {
      const [found] = await waybill.database.query<{ position: number; written: string }>(
        `select position, xmin::text as written from platform.subscriptions where name = 'spec.idle'`,
      );
      return found!;
    };
    const stored = new Set<string>();
    const began = performance.now();
    let last = 0;
    for (let n = 0; n < 60; n++) {
      last = await count(waybill.store, 'idle', 1);
      expect(await waybill.progress.waitFor('spec.idle', last, 10_000)).toBe(true);
      stored.add((await row()).written);
    }
    const seconds = (performance.now() - began) / 1_000;
    expect(asked).toBeGreaterThanOrEqual(60);
    // A lease is renewed three times a second here.
    expect(stored.size).toBeLessThan(60);
    expect(stored.size).toBeLessThan(seconds * 4 + 4);
    await eventually(async () => (await row()).position === last);
    await waybill.stop();
    await db.drop();
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { eventually } from '../testing/eventually.js';
import { testStore, type TestStore } from '../testing/store.js';

class Noted extends event('Noted', z.strictObject({ text: z.string(), maybe: z.number().optional() })) {}
const notes: Decider<null, Noted, 'noteId'> = {
  category: 'note',
  idKey: 'noteId',
  events: [Noted],
  initial: null,
  evolve: () => null,
  shape: 1,
  notFound: 'note.not-found',
};
const [ALL, MIB] = [1_000, 2 ** 20];

describe('What a process has just stored', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await testStore([notes]);
  });
  afterEach(() => store.close());

  const note = (text = 'x', at = store) =>
    at.aggregates.execute(notes, newId(), systemContext('spec', { reason: 'a reason' }), () => [
      new Noted({ text }),
      new Noted({ text, maybe: 1 }),
    ]);

  it('is told to its readers exactly as it stands in the log', async () => {
    await Promise.all([note(), note('Ünïcode "quoted"'), note()]);
    await note();
    const { events, upTo } = store.tail.after(0, ALL, MIB)!;
    const read = await store.log.page(0, { limit: ALL, bytes: MIB });
    expect(events).toStrictEqual(read.events);
    expect(upTo).toBe(read.head);
    expect(store.tail.after(upTo, ALL, MIB)).toBeUndefined();
  });

  it('is told from any position of it on, in pages that are bounded', async () => {
    for (let i = 0; i < 5; i++) await note('y'.repeat(1_000));
    expect(store.tail.after(3, 4, MIB)).toMatchObject({ after: 3, upTo: 7, head: 10 });
    expect(store.tail.after(3, ALL, 2_000)!.events).toHaveLength(2);
    expect(store.tail.after(-1, ALL, MIB)).toBeUndefined();
  });

  it('has gaps where another process has stored something, and goes on behind them', async () => {
    const other = await testStore([notes], store.url);
    const { position: first } = await note();
    const { position: foreign } = await note('z', other);
    const { position: last } = await note();
    await other.close();
    expect(store.tail.after(0, ALL, MIB)).toMatchObject({ upTo: first });
    expect(store.tail.reach(first)).toBe(first);
    expect(store.tail.after(first, ALL, MIB)).toBeUndefined();
    expect(store.tail.after(foreign, ALL, MIB)).toMatchObject({ upTo: last });
    expect(store.tail.reach(foreign)).toBe(last);
  });

  it('has a gap where a position was drawn and not used', async () => {
    const { position } = await note();
    await store.database.query(`select nextval(pg_get_serial_sequence('platform.events', 'position'))`);
    const { position: last } = await note();
    expect(store.tail.after(position, ALL, MIB)).toBeUndefined();
    const { events: own } = store.tail.between(position, last, { limit: ALL, bytes: MIB });
    const page = await store.log.page(position, { limit: ALL, bytes: MIB, own });
    expect(page).toMatchObject({ upTo: last, events: [{ position: last - 1 }, { position: last }] });
  });

  it('is kept up to a bound of bytes', async () => {
    for (let i = 0; i < 8; i++) await note('x'.repeat(700_000));
    expect(store.tail.after(0, ALL, 100 * MIB)).toBeUndefined();
    expect(store.tail.after(14, ALL, 100 * MIB)!.events).toHaveLength(2);
  });

  it('is forgotten with the connection it was stored through', async () => {
    await note();
    await store.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'waybill-committer' and datname = current_database()`,
    );
    await eventually(() => store.tail.after(0, ALL, MIB) === undefined);
    await note();
    expect(store.tail.after(2, ALL, MIB)!.events).toHaveLength(2);
  });

  describe('between what others store', () => {
    let others: TestStore[];
    beforeEach(async () => {
      others = await Promise.all([testStore([notes], store.url), testStore([notes], store.url)]);
      for (let round = 0; round < 12; round++) {
        const writers = [store, ...others, store].slice(round % 3);
        for (const writer of writers) await note('w'.repeat(round), writer);
        await Promise.all(writers.map((writer) => note('at once', writer)));
      }
    });
    afterEach(() => Promise.all(others.map((other) => other.close())));

    const bounded = [
      { limit: ALL, bytes: MIB },
      { limit: 7, bytes: MIB },
      { limit: 1, bytes: MIB },
      { limit: ALL, bytes: 3_000 },
    ];

    it.each(bounded)('comes to a reader in order, once and whole, in pages of %p', async (bounds) => {
      const whole = await store.log.page(0, { limit: ALL, bytes: MIB });
      const seen: unknown[] = [];
      for (let at = 0; at < whole.head;) {
        const { events: own, upTo } = store.tail.between(at, at + 40, bounds);
        const page = await store.log.page(at, { ...bounds, upTo, own });
        expect(page.upTo).toBeGreaterThan(at);
        expect(page.events.every(({ position }) => position > at && position <= page.upTo)).toBe(true);
        expect(page.events.length).toBeLessThanOrEqual(2 * bounds.limit);
        seen.push(...page.events);
        at = page.upTo;
      }
      expect(seen).toStrictEqual(whole.events);
    });

    it('is not read again', async () => {
      const lifted = jest.spyOn(store.registry, 'read');
      const { events: own } = store.tail.between(0, ALL, { limit: ALL, bytes: MIB });
      const { events } = await store.log.page(0, { limit: ALL, bytes: MIB, own });
      expect(own.length).toBeGreaterThan(0);
      expect(lifted).toHaveBeenCalledTimes(events.length - own.length);
    });

    it('is worth nothing once the log has lost the last of it', async () => {
      const { events: own } = store.tail.between(0, ALL, { limit: ALL, bytes: MIB });
      const lost = own.at(-2)!.position;
      await store.database.query('alter table platform.events disable trigger user');
      await store.database.query('delete from platform.events where position >= $1', [lost]);
      await store.database.query('alter table platform.events enable trigger user');
      await note('another future', others[0]);
      const { events } = await store.log.page(0, { limit: ALL, bytes: MIB, own });
      const fresh = await others[0]!.log.page(0, { limit: ALL, bytes: MIB });
      expect(events).toStrictEqual(fresh.events);
      expect(store.tail.between(0, ALL, { limit: ALL, bytes: MIB }).events).toEqual([]);
    });
  });
});

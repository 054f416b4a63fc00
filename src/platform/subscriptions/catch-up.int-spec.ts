import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventLog, type Page } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, Counted } from '../testing/tally.js';
import { PAGE_EVENTS } from './log-reader.js';
import { subscribes, type Subscription } from './subscription.js';

const PAGES = 50;
const EVENTS = PAGES * PAGE_EVENTS;
const PATIENCE_MS = 120_000;

describe('Subscriptions that catch up with a long log', () => {
  let db: TestDatabase;
  let waybill: Instance | undefined;
  let heard: Map<string, number[]>;
  beforeEach(async () => {
    db = await testDatabase();
    heard = new Map();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await waybill?.stop();
    waybill = undefined;
    await db.drop();
  });

  const hearing = (name: string, events: Subscription['events'], before = () => Promise.resolve()) => {
    const positions: number[] = [];
    heard.set(name, positions);
    return subscribes({
      name,
      events,
      handle: () => Promise.resolve(),
      toChange: async (batch: readonly Recorded[]) => {
        await before();
        positions.push(...batch.map(({ position }) => position));
        return undefined;
      },
    });
  };
  /** Counted once at each position, but one in a hundred is what `odd` says. */
  const log = async (odd = 'Counted', version = 1): Promise<void> => {
    const writer = await startInstance(db.url, { providers: [] });
    await writer.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-' || n % 100, n / 100 + 1, gen_random_uuid(), gen_random_uuid(), 0,
         case n % 100 when 50 then $2 else 'Counted' end, case n % 100 when 50 then $3 else 1 end, '{"by":1}',
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(0, $1 - 1) n`,
      [EVENTS, odd, version],
    );
    await writer.stop();
  };
  /** @returns how many events have been read from the log since */
  const start = async (...providers: ReturnType<typeof hearing>[]): Promise<() => Promise<number>> => {
    const { mock } = jest.spyOn(EventLog.prototype, 'page');
    waybill = await startInstance(db.url, { providers, pollMs: 60_000, leaseSeconds: 30 });
    return async () => {
      const pages = await Promise.all(mock.results.map(({ value }) => value as Promise<Page>));
      return pages.reduce((sum, { events }) => sum + events.length, 0);
    };
  };
  const through = (name: string) =>
    expect(waybill!.progress.waitFor(name, EVENTS, PATIENCE_MS)).resolves.toBe(true);
  const all = Array.from({ length: EVENTS }, (_, n) => n + 1);

  it('read and lift each page once for all that ask for the same and keep pace', async () => {
    await log();
    const read = await start(
      ...['a', 'b', 'c', 'd'].map((name) => hearing(`spec.${name}`, [Counted])),
      hearing('spec.closings', [Closed]),
    );
    for (const name of heard.keys()) await through(name);
    for (const name of ['a', 'b', 'c', 'd']) expect(heard.get(`spec.${name}`)).toEqual(all);
    expect(await read()).toBeLessThan(1.2 * EVENTS);
  });

  it('wait for one that is slower, as long as it goes on: nothing is read twice', async () => {
    await log('Closed');
    const read = await start(
      hearing('spec.slow', [Counted], () => new Promise((resolve) => setTimeout(resolve, 100))),
      hearing('spec.fast', [Counted, Closed]),
    );
    await through('spec.slow');
    await through('spec.fast');
    expect(heard.get('spec.slow')).toEqual(all.filter((position) => position % 100 !== 51));
    expect(heard.get('spec.fast')).toEqual(all);
    expect(await read()).toBeLessThan(1.2 * EVENTS);
  });

  it('do not read what nobody asks for who comes by: one that runs ahead reads its own alone', async () => {
    await log('Closed');
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const read = await start(
      hearing('spec.slow', [Counted], () => gate),
      hearing('spec.closings', [Closed]),
    );
    await through('spec.closings');
    expect(heard.get('spec.closings')).toEqual(all.filter((position) => position % 100 === 51));
    expect(await read()).toBeLessThan(EVENTS / 2);
    expect(heard.get('spec.slow')).toEqual([]);
    goOn();
    await through('spec.slow');
    expect(heard.get('spec.slow')).toEqual(all.filter((position) => position % 100 !== 51));
  });

  it.each([
    ['of a name that nobody here knows', 'Weighed', 1],
    ['of a newer version', 'Closed', 2],
  ])('meet an event %s, whoever reads it', async (_, odd, version) => {
    await log(odd, version);
    await start(hearing('spec.a', [Counted]), hearing('spec.closings', [Closed]));
    await through('spec.a');
    await through('spec.closings');
    const set = await waybill!.database.query<{ subscription: string; first: number }>(
      `select subscription, min(position) as first from platform.parked
       where reason = 'newer-program' group by subscription order by subscription`,
    );
    const everybody = odd === 'Weighed' ? ['spec.a', 'spec.closings'] : ['spec.closings'];
    expect(set.map(({ subscription, first }) => [subscription, first])).toEqual(
      everybody.map((name) => [name, 51]),
    );
  });
});

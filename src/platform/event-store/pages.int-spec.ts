import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../testing/store.js';
import { Counted, tally } from '../testing/tally.js';
import type { Page } from './event-log.js';
import type { PageBounds } from './page-rows.js';

const BYTES = 2 ** 20;

describe('A page of the log', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([tally]);
  });
  afterAll(() => store.close());

  /** @param text makes the lines of an event, each of 32 bytes or so */
  const write = (events: number, lines: number, text: string) =>
    store.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1,
         json_build_object('by', n, 'lines', (select string_agg(${text}, '') from generate_series(1, $2) g where n > 0)),
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(1, $1) n`,
      [events, lines],
    );
  const walked = async (bounds: PageBounds): Promise<Page[]> => {
    const pages: Page[] = [];
    for (let after = 0; ;) {
      const page = await store.log.page(after, bounds);
      if (page.upTo === after) return pages;
      pages.push(page);
      after = page.upTo;
    }
  };
  const sizeOf = ({ events }: Page) =>
    events.reduce((sum, { event }) => sum + JSON.stringify(event.data).length + 500, 0);
  const positions = (pages: readonly Page[]) =>
    pages.flatMap(({ events }) => events.map(({ position }) => position));

  it('of an empty log is empty', async () => {
    expect(await store.log.page(0, { limit: 10, bytes: BYTES })).toEqual({
      ...{ after: 0, upTo: 0, head: 0, bytes: 0 },
      events: [],
    });
  });

  it('holds all that there is room for and no more, whatever the events are like', async () => {
    await write(300, 1, 'md5(random()::text)');
    await write(20, 5_000, 'md5(random()::text)');
    await write(300, 2, 'md5(random()::text)');
    // Compressed by far more than is guessed, and hardly at all.
    await write(20, 10_000, `'{"sku":"TEA-0815","quantity":100}'`);
    await write(20, 200, 'md5(g::text)');
    await write(1, 60_000, 'md5(random()::text)');
    await write(300, 1, 'md5(random()::text)');
    const pages = await walked({ limit: 100, bytes: BYTES });
    expect(positions(pages)).toEqual(Array.from({ length: 961 }, (_, n) => n + 1));
    for (const [at, page] of pages.entries()) {
      const last = sizeOf({ ...page, events: page.events.slice(-1) });
      expect(sizeOf(page) - last).toBeLessThan(BYTES * 1.1);
      expect(page.events.length).toBeLessThanOrEqual(100);
      expect(page.bytes).toBeGreaterThan(sizeOf(page) * 0.8);
      expect(page.head).toBe(961);
      expect(page.after).toBe(at === 0 ? 0 : pages[at - 1]!.upTo);
    }
    // Neither is a page cut that need not be.
    expect(pages.length).toBeLessThan(50);
  });

  it('ends where it was told to, or with the log, also when nothing of it is asked for', async () => {
    const small = { limit: 1_000, bytes: BYTES };
    expect(await store.log.page(10, { ...small, upTo: 40 })).toMatchObject({ upTo: 40, head: 961 });
    expect(await store.log.page(700, { ...small, only: ['Closed'] })).toMatchObject({
      ...{ upTo: 961, bytes: 0 },
      events: [],
    });
    const except = [{ type: Counted.type, version: Counted.version }];
    expect(await store.log.page(0, { ...small, except, upTo: 500 })).toMatchObject({ upTo: 500, events: [] });
    expect(positions([await store.log.page(100, { ...small, limit: 3 })])).toEqual([101, 102, 103]);
  });

  it('tells of each event what stands in the log, whether or not there is room for the whole page', async () => {
    const recorded = await store.log.readAfter(300, 100);
    const page = (bytes: number) => store.log.page(300, { limit: 100, bytes, upTo: 400 });
    expect((await page(100 * BYTES)).events).toEqual(recorded);
    const cut = (await page(BYTES)).events;
    expect(cut.length).toBeLessThan(100);
    expect(cut).toEqual(recorded.slice(0, cut.length));
  });
});

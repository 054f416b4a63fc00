import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { systemContext } from '../platform/cqrs/command.js';
import { ModelTable } from '../platform/read-models/model-table.js';
import { Projector } from '../platform/read-models/projector.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { GetProducts, ListProducts, productFilter, type ProductPage } from './contract.js';
import { KnownWordRow, knownWords } from './known-words.js';
import { productList, ProductListRow } from './product-list.js';
import { ListProductsHandler } from './product-search.js';
import { product } from './product.decider.js';
import { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';
import { type ProductEvent } from './product.state.js';
import { GetProductsHandler } from './product.queries.js';

const mug = (sku: string, amountMinor: number, over: object = {}) =>
  new ProductCreated({
    ...{ sku, name: `Mug ${sku}`, description: null, category: 'kitchen' },
    ...{ price: { amountMinor, currency: 'EUR' } },
    ...over,
  });

describe('The list of products', () => {
  let store: TestStore;
  let tables: DataSource;
  let projected = 0;
  beforeAll(async () => {
    store = await testStore([product]);
    tables = await new DataSource({
      type: 'postgres',
      url: store.url,
      entities: [ProductListRow, KnownWordRow],
    }).initialize();
  });
  afterAll(async () => {
    await tables.destroy();
    await store.close();
  });

  const happens = async (...events: ProductEvent[]) => {
    for (const event of events) {
      await store.aggregates.execute(product, event.data.sku, systemContext('spec'), () => [event]);
    }
    const batch = await store.log.readAfter(projected, 1_000);
    for (const model of [productList, knownWords]) {
      const projector = new Projector(
        model as typeof productList,
        ModelTable.of(tables.getMetadata(model.entity)),
      );
      const heard = batch.filter(({ event }) => model.events.some(({ type }) => type === event.type));
      await store.database.transaction((tx) => projector.apply(heard, tx));
    }
    projected = batch.at(-1)!.position;
  };
  const list = (query: object = {}): Promise<ProductPage> =>
    new ListProductsHandler(store.database, { SEARCH_LANGUAGE: 'english' }).execute(
      new ListProducts(productFilter.parse(query)),
    );
  const skus = async (query: object = {}) => (await list(query)).items.map(({ sku }) => sku);

  it('shows products on sale, newest first, page by page', async () => {
    await happens(
      mug('A', 500),
      mug('B', 1000),
      mug('C', 1500),
      new ProductArchived({ sku: 'B' }),
      mug('D', 2000),
    );
    expect(await skus()).toEqual(['D', 'C', 'A']);
    const first = await list({ limit: 2 });
    expect(first.items.map(({ sku }) => sku)).toEqual(['D', 'C']);
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect([second.items.map(({ sku }) => sku), second.nextCursor]).toEqual([['A'], null]);
  });

  it('keeps its place in the list when a product changes', async () => {
    await happens(new ProductChanged({ sku: 'A', price: { amountMinor: 700, currency: 'EUR' } }));
    const { items } = await list();
    expect(items.at(-1)).toMatchObject({
      sku: 'A',
      price: { amountMinor: 700, currency: 'EUR' },
      version: 2,
    });
  });

  it('filters by category, price and currency', async () => {
    await happens(
      mug('GARDEN', 900, { category: 'garden' }),
      mug('POUND', 900, { price: { amountMinor: 900, currency: 'GBP' } }),
    );
    expect(await skus({ category: 'garden' })).toEqual(['GARDEN']);
    expect(await skus({ minPrice: '900', maxPrice: '1500', currency: 'EUR' })).toEqual(['GARDEN', 'C']);
    expect(await skus({ currency: 'GBP' })).toEqual(['POUND']);
  });

  it('finds words and their beginnings in name, SKU and description, in any case and order', async () => {
    await happens(
      mug('85123A', 255, { name: 'WHITE HANGING HEART T-LIGHT HOLDER', description: 'Für Käse & Tee' }),
    );
    for (const q of [
      'heart',
      'HEART white',
      'hang',
      '85123',
      '85123a',
      't-light',
      'käse',
      'FÜR',
      'hold heart.',
    ]) {
      expect([q, await skus({ q })]).toEqual([q, ['85123A']]);
    }
    for (const q of ['art', 'heart attack', `'; drop`, '!!!', ':* | nothing']) {
      expect([q, await skus({ q })]).toEqual([q, []]);
    }
  });

  it('finds what looks alike, in whatever Unicode form it was written or is asked for', async () => {
    const name = 'ＣＡＦÉ eﬃcient Straße İZMİR ΟΔΟΣ हिन्दी 한국어';
    await happens(mug('FORMS', 100, { name: name.normalize('NFD') }));
    for (const q of [
      ...['café', 'CAFE\u0301', 'cafe', 'ｃａｆｅ', 'EFFICIENT', 'eﬃ', 'strasse', 'STRAẞE', 'straß', 'izmir'],
      ...['İzmir', 'IZMIR', 'ızmır', 'οδος', 'ΟΔΌΣ', 'हिन्दी', 'हिन्', '한국어'.normalize('NFD'), '한국'],
    ]) {
      expect([q, await skus({ q })]).toEqual([q, ['FORMS']]);
    }
    for (const q of ['हनद', 'ffi', 'mir']) expect([q, await skus({ q })]).toEqual([q, []]);
  });

  it('forgives typing errors, and only where nothing was found as it was typed', async () => {
    await happens(mug('RUG', 300, { name: 'Hemp rug' }), mug('LANTERN', 300, { name: 'Hanging lantern' }));
    for (const q of [
      'lantrn',
      'lanetrn',
      'lantren',
      'lamtern',
      'hangng lanternn',
      'lnatern',
      'lnate',
      'rgu hemp',
    ]) {
      expect([q, (await skus({ q })).length]).toEqual([q, 1]);
    }
    expect(await skus({ q: 'rug' })).toEqual(['RUG']);
    expect(await skus({ q: 'lantrn', category: 'garden' })).toEqual([]);
    for (const q of [
      'xx',
      'zzzzzz',
      'lxntxrx',
      '%',
      '_',
      "'",
      '"',
      '\\\\',
      'x'.repeat(200),
      'a b '.repeat(50).trim(),
    ]) {
      expect([q, await skus({ q })]).toEqual([q, []]);
    }
  });

  it('knows other forms of a word, in the language of the shop', async () => {
    await happens(mug('BERRY', 300, { name: 'Berry bowl', description: 'For the berries of the garden' }));
    expect(await skus({ q: 'the berries' })).toEqual(['BERRY']);
    expect(await skus({ q: 'bowls' })).toEqual(['BERRY']);
    expect(await skus({ q: 'the' })).toEqual(['BERRY']);
  });

  it('shows first what was asked for by its SKU, then by its name, then what has the words in its name', async () => {
    await happens(
      mug('PAN-1', 300, { name: 'Frying pan' }),
      mug('PAN', 300, { name: 'Lid', description: 'fits every pan' }),
      mug('LID-2', 300, { name: 'Pan' }),
      mug('PAN-3', 300, { name: 'Handle', description: 'for a frying pan' }),
    );
    expect(await skus({ q: 'pan' })).toEqual(['PAN', 'LID-2', 'PAN-1', 'PAN-3']);
    expect((await skus({ q: 'frying pan' })).slice(0, 2)).toEqual(['PAN-1', 'PAN-3']);
    expect((await skus({ q: 'pan-3' }))[0]).toBe('PAN-3');
  });

  it.each(['relevance', 'name', 'price', '-price', 'newest'] as const)(
    'goes through everything once, page by page, by %s',
    async (sort) => {
      for (const q of [undefined, 'mug', 'pan']) {
        const all = await skus({ q, sort, limit: 100 });
        const paged: string[] = [];
        let cursor: string | null | undefined;
        do {
          const page = await list({ q, sort, limit: 2, ...(cursor && { cursor }) });
          paged.push(...page.items.map(({ sku }) => sku));
          cursor = page.nextCursor;
        } while (cursor);
        expect([q, paged]).toEqual([q, all]);
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBeGreaterThan(3);
      }
    },
  );

  it('goes on with what is older than all that was ranked', async () => {
    await store.database.query(`
      insert into catalog.product_list (sku, name, category, amount_minor, currency, archived, created_at, updated_at,
        version, created_position, words, name_key, search)
      select 'MANY-' || n, 'Same', 'many', n, 'EUR', false, now(), now(), 1, 1000000 + n, '',
        case when n % 2 = 0 then 'same' else 'same ' || n end, 'same:1A'
      from generate_series(1, 1300) n`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ProductPage = await list({ q: 'same', limit: 100, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ sku }) => sku));
      cursor = page.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([1300, 1300]);
    expect(seen.slice(0, 2)).toEqual(['MANY-1300', 'MANY-1298']);
    expect(seen.at(-1)).toBe('MANY-1');
    await store.database.query(`delete from catalog.product_list where category = 'many'`);
  });

  it('finds, counts and pages alike, however many have the word and in whatever order', async () => {
    await store.database.query(`
      insert into catalog.product_list (sku, name, category, amount_minor, currency, archived, created_at, updated_at,
        version, created_position, words, name_key, search)
      select 'LOT-' || n, 'Lot', 'lot ' || n % 3, n, case when n % 7 = 0 then 'GBP' else 'EUR' end, false, now(), now(),
        1, 1000000 + n, '', 'lot ' || n * 31 % 3100, ('lot:1A' || case when n % 10 = 0 then ' tenth:2A' else '' end
        || case when n % 50 = 0 then ' fiftieth:3D' else '' end)::tsvector
      from generate_series(1, 3100) n`);
    await store.database.query(`insert into catalog.known_words values ('fiftieth')`);
    for (const [q, expected] of [
      ['lot', 3_100],
      ['tenth', 310],
      ['fiftieth', 62],
      ['fiftieht', 62],
    ] as const) {
      for (const sort of ['relevance', 'newest', 'name', '-price'] as const) {
        const asked = { q, sort, limit: 100, facets: 'true' };
        const pages = [await list(asked)];
        while (pages.at(-1)!.nextCursor)
          pages.push(await list({ ...asked, cursor: pages.at(-1)!.nextCursor }));
        const seen = pages.flatMap(({ items }) => items);
        expect([q, sort, seen.length, new Set(seen.map(({ sku }) => sku)).size]).toEqual([
          q,
          sort,
          expected,
          expected,
        ]);
        if (sort === '-price') {
          const prices = seen.map(({ price }) => price.amountMinor);
          expect(prices).toEqual([...prices].sort((a, b) => b - a));
        }
        for (const { facets } of pages) {
          const counted = facets!.categories.reduce((sum, { count }) => sum + count, 0);
          expect([q, sort, counted, facets!.complete]).toEqual([
            q,
            sort,
            Math.min(expected, 3_001),
            expected <= 3_000,
          ]);
          expect(facets!.priceBands.reduce((sum, { count }) => sum + count, 0)).toBe(counted);
        }
      }
    }
    const { items, facets } = await list({ q: 'tenth', sort: 'relevance', facets: 'true', currency: 'GBP' });
    expect([items.length, facets!.categories.map(({ count }) => count)]).toEqual([20, [15, 15, 14]]);
    await store.database.query(`delete from catalog.product_list where name = 'Lot'`);
  });

  it('sorts by price, and by name whatever its case and accents', async () => {
    const dear = (await list({ sort: '-price' })).items.map(({ price }) => price.amountMinor);
    expect(dear).toEqual([...dear].sort((a, b) => b - a));
    await happens(
      mug('N1', 1, { name: 'éclair', category: 'names' }),
      mug('N2', 2, { name: 'Eclipse', category: 'names' }),
      mug('N3', 3, { name: 'apple', category: 'names' }),
      mug('N4', 4, { name: 'Apple', category: 'names' }),
    );
    expect(await skus({ category: 'names', sort: 'name' })).toEqual(['N3', 'N4', 'N1', 'N2']);
    expect(await skus({ category: 'names', sort: 'price' })).toEqual(['N1', 'N2', 'N3', 'N4']);
  });

  it('counts what matches by category and by price band', async () => {
    const { items, facets } = await list({ facets: 'true', limit: 100 });
    const { categories, priceBands, complete } = facets!;
    expect(complete).toBe(true);
    const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
    expect([sum(categories), sum(priceBands)]).toEqual([items.length, items.length]);
    expect(categories[0]!.category).toBe('kitchen');
    for (const { currency, minPrice, maxPrice, count } of priceBands) {
      const within = await skus({
        currency,
        minPrice: String(minPrice),
        maxPrice: String(maxPrice),
        limit: 100,
      });
      expect([currency, minPrice, within.length]).toEqual([currency, minPrice, count]);
    }
    const one = await list({ facets: 'true', q: 'lantrn' });
    expect(one.facets).toEqual({
      categories: [{ category: 'kitchen', count: 1 }],
      priceBands: [{ currency: 'EUR', minPrice: 200, maxPrice: 499, count: 1 }],
      complete: true,
    });
    expect((await list({ facets: 'true', q: '!!!' })).facets).toMatchObject({
      categories: [],
      priceBands: [],
    });
    expect(await list()).not.toHaveProperty('facets');
  });

  it('bears words without an end', async () => {
    const endless = '漢'.repeat(5_000);
    await happens(mug('ENDLESS', 100, { description: endless }));
    expect(await skus({ q: endless.slice(0, 200) })).toEqual(['ENDLESS']);
    const everything = Array.from({ length: 900 }, (_, at) => `wörd${at}`).join(' ');
    await happens(mug('WORDY', 100, { name: 'ﷺ'.repeat(200), description: everything }));
    expect(await skus({ q: 'word899' })).toEqual(['WORDY']);
    expect(
      (await list({ sort: 'name', limit: 1, cursor: (await list({ sort: 'name', limit: 1 })).nextCursor }))
        .items,
    ).toHaveLength(1);
  });

  it('refuses a cursor that was made under another filter', async () => {
    const { nextCursor } = await list({ limit: 1, category: 'kitchen' });
    await expect(
      list({ limit: 1, category: 'kitchen', sort: 'name', cursor: nextCursor }),
    ).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
    await expect(list({ limit: 1, category: 'garden', cursor: nextCursor })).rejects.toMatchObject({
      code: 'invalid-cursor',
    });
  });

  it('is not where orders get their prices: those are current before the list is', async () => {
    const changed = new ProductChanged({ sku: 'C', price: { amountMinor: 1, currency: 'EUR' } });
    await store.aggregates.execute(product, 'C', systemContext('spec'), () => [changed]);
    const asked = new GetProducts(['C', 'B', 'nobody', 'C', 'A', 'D', 'GARDEN']);
    const current = await new GetProductsHandler(store.aggregates).execute(asked);
    expect(current.get('C')).toEqual({
      sku: 'C',
      name: 'Mug C',
      price: { amountMinor: 1, currency: 'EUR' },
      archived: false,
    });
    expect(current.get('B')?.archived).toBe(true);
    expect([...current.keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'GARDEN']);
  });
});

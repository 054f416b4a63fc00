import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { systemContext } from '../platform/cqrs/command.js';
import { ModelTable } from '../platform/read-models/model-table.js';
import { Projector } from '../platform/read-models/projector.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { GetProducts, ListProducts, productFilter, type ProductPage } from './contract.js';
import { ListProductsHandler, productList, ProductListRow } from './product-list.js';
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
      entities: [ProductListRow],
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
    const projector = new Projector(productList, ModelTable.of(tables.getMetadata(ProductListRow)));
    await store.database.transaction((tx) => projector.apply(batch, tx));
    projected = batch.at(-1)!.position;
  };
  const list = (query: object = {}): Promise<ProductPage> =>
    new ListProductsHandler(tables.getRepository(ProductListRow)).execute(
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
    for (const q of ['eart', 'heart attack', `'; drop`, '!!!', ':* | nothing']) {
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
    for (const q of ['हनद', 'ffi', 'zmir']) expect([q, await skus({ q })]).toEqual([q, []]);
  });

  it('bears words without an end', async () => {
    const endless = '漢'.repeat(5_000);
    await happens(mug('ENDLESS', 100, { description: endless }));
    expect(await skus({ q: endless.slice(0, 200) })).toEqual(['ENDLESS']);
  });

  it('refuses a cursor that was made under another filter', async () => {
    const { nextCursor } = await list({ limit: 1, category: 'kitchen' });
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

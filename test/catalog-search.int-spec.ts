import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Database } from '../src/platform/event-store/database.js';
import { testDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { productFilter } from '../src/catalog/contract.js';
import { fill, PRODUCTS } from './many-products.js';
import { counting } from '../src/catalog/product-facets.js';
import { sorted, type Asked } from '../src/catalog/product-orders.js';
import { ranked } from '../src/catalog/product-ranking.js';
import { orderOf, PLANS } from '../src/catalog/product-search.js';
import { SearchQueries } from '../src/catalog/search-query.js';

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Blocks of 8 kB that one statement may touch, each of them a few microseconds. The tables and indexes have some 15,000. */
const MOST_BLOCKS = 6_000;
/** A count looks at no more than 10,000 products, and may have to look each of them up. */
const MOST_BLOCKS_COUNTED = 40_000;

describe(`Looking through ${PRODUCTS} products`, () => {
  let own: TestDatabase;
  let client: pg.Client;
  let queries: SearchQueries;
  let asked: Asked[] = [];

  beforeAll(async () => {
    own = await testDatabase();
    client = new pg.Client(own.url);
    await client.connect();
    for (const statement of fill) await client.query(statement);
    await client.query(PLANS.replaceAll(', true)', ', false)'));
    const query = async (sql: string, params: readonly unknown[]) => {
      asked.push({ sql, params });
      return (await client.query(sql, [...params])).rows as unknown;
    };
    queries = new SearchQueries({ query } as Pick<Database, 'query'>, { SEARCH_LANGUAGE: 'english' });
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await own.drop();
  });

  const blocksOf = async ({ sql, params }: Asked): Promise<number> => {
    // Blocks and not milliseconds: those depend on who else is busy.
    const explain = `explain (analyze, buffers, timing off, format json) ${sql}`;
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(explain, [...params]);
    const [{ Plan: plan }] = rows[0]!['QUERY PLAN'];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  };

  it.each([
    {},
    { q: 'mug' },
    { q: 'm' },
    { q: 'mgu' },
    { q: 'mugs' },
    { q: 'red mug' },
    { q: 'the red hearts' },
    { q: 'whte lmap', inStock: 'true' },
    { q: 'heart', category: 'category 7' },
    { q: 'heart', sort: '-price' },
    { q: 'SKU-77' },
    { sort: 'price' },
    { sort: '-price', category: 'category 3' },
    { sort: 'name', category: 'category 9', inStock: 'true' },
    { sort: 'price', currency: 'GBP', minPrice: '5000', inStock: 'true' },
    { sort: 'newest', inStock: 'false', maxPrice: '200' },
  ])('takes few steps for %j', async (given) => {
    const filter = productFilter.parse(given);
    asked = [];
    let query = filter.q === undefined ? undefined : await queries.understand(filter.q);
    if (query && !(await queries.findsAny(query))) query = await queries.forgiving(query);
    const order = orderOf(filter, query);
    const page = order === 'relevance' ? ranked(filter, query!) : sorted(filter, order, query);
    for (const statement of [...asked, page]) {
      expect(await blocksOf(statement)).toBeLessThan(MOST_BLOCKS);
    }
    expect(await blocksOf(counting(filter, query))).toBeLessThan(MOST_BLOCKS_COUNTED);
  });
});

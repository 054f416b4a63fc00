import { expect, it } from '@jest/globals';
import pg from 'pg';
import { productFilter } from '../src/catalog/contract.js';
import { sorted } from '../src/catalog/product-orders.js';
import { SearchQueries } from '../src/catalog/search-query.js';
import { migrations } from '../src/migrations.js';
import type { Database } from '../src/platform/event-store/database.js';
import { migrate } from '../src/platform/event-store/migrate.js';
import { emptyTestDatabase } from '../src/platform/testing/database.js';

it('what an older program has listed is found before the list is rebuilt, and older programs still add to it', async () => {
  const database = await emptyTestDatabase();
  const first = migrations.findIndex(({ name }) => name.startsWith('ProductSearch'));
  await migrate(database.url, migrations.slice(0, first));
  const client = new pg.Client(database.url);
  await client.connect();
  const asBefore = (sku: string, position: number) =>
    client.query(
      `insert into catalog.product_list (sku, name, category, amount_minor, currency, archived, created_at, updated_at,
         version, created_position, words)
       values ($1, 'Größe', 'k', 100, 'EUR', false, now(), now(), 1, $2, 'grosse' || ' ' || lower($1))`,
      [sku, position],
    );
  await asBefore('OLD', 1);
  await client.query(
    `insert into catalog.product_list select 'NONE', '—', null, 'k', 1, 'EUR', false, now(), now(), 1, 2, ''`,
  );
  await migrate(database.url, migrations);
  await asBefore('LATE', 3);
  const query = async (sql: string, params: readonly unknown[]) =>
    (await client.query(sql, [...params])).rows as { sku: string }[];
  const queries = new SearchQueries({ query } as Pick<Database, 'query'>, { SEARCH_LANGUAGE: 'german' });
  const skus = async (asked: object) => {
    const filter = productFilter.parse(asked);
    const { sql, params } = sorted(
      filter,
      'newest',
      filter.q ? await queries.understand(filter.q) : undefined,
    );
    return (await query(sql, params)).map(({ sku }) => sku);
  };
  expect(await skus({ q: 'größe' })).toEqual(['OLD']);
  expect(await skus({})).toEqual(['LATE', 'NONE', 'OLD']);
  await client.end();
  await database.drop();
});

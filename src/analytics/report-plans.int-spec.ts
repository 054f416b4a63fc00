import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../platform/testing/database.js';
import { cancellations, customers, funnel, sales, stockTurnover, topProducts } from './contract.js';

/** What a million events leave: an order has some 22 of them. */
const FILL = [
  `insert into analytics.order_facts
   select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 9000)::text, 12, '0'))::uuid,
     case when n % 10 = 0 then 'GBP' else 'EUR' end, 100 + (n * 7919) % 50000, 1 + n % 5, t, t + interval '1 min',
     t + interval '2 min', case when n % 12 > 0 then t + interval '3 min' end,
     case when n % 12 > 1 then t + n % 24 * interval '1 hour' end,
     case when n % 12 > 2 then t + n % 120 * interval '1 hour' end,
     case when n % 12 = 0 then t + interval '1 hour' end, case when n % 12 = 0 then 'payment-declined' end
   from (select n, timestamptz '2026-01-01' + n * interval '9 min' as t from generate_series(1, 45000) n) made`,
  `insert into analytics.sold_lines
   select order_id, 'SKU-' || (units * 1009 + total_minor + k * 31) % 5000, 'name', currency, k, total_minor / k, paid_at,
     cancelled_at is not null
   from analytics.order_facts, generate_series(1, 3) k on conflict do nothing`,
  `insert into analytics.refund_facts
   select gen_random_uuid(), order_id, currency, total_minor, paid_at + interval '1 day'
   from analytics.order_facts where paid_at is not null and total_minor % 20 = 0`,
  `insert into analytics.stock_moves
   select 'SKU-' || s, 490000 + h * 7, 10, 8, 0 from generate_series(1, 5000) s, generate_series(1, 15) h`,
  `vacuum analyze analytics.order_facts, analytics.sold_lines, analytics.refund_facts, analytics.stock_moves`,
];

/** Blocks of 8 kB: the facts themselves, read once or twice, and nothing row by row. */
const MOST_BLOCKS = 8_000;
const year = { from: '2026-01-01', to: '2026-12-31', timeZone: 'Europe/Berlin' };

describe('Reports on a year of a million events', () => {
  let own: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    own = await testDatabase();
    client = new pg.Client(own.url);
    await client.connect();
    for (const statement of FILL) await client.query(statement);
  }, 120_000);
  afterAll(async () => {
    await client.end();
    await own.drop();
  });

  it.each([
    ['sales by day', sales.sql, sales.params(sales.filter.parse(year)), year],
    ['the funnel', funnel.sql, funnel.params(funnel.filter.parse(year)), year],
    ['top products', topProducts.sql, topProducts.params(topProducts.filter.parse(year)), year],
    ['cancellations', cancellations.sql, cancellations.params(cancellations.filter.parse(year)), year],
    ['stock turnover', stockTurnover.sql, stockTurnover.params(stockTurnover.filter.parse(year)), year],
    ['customers', customers.sql, customers.params(customers.filter.parse(year)), year],
  ])('%s: each fact is read a bounded number of times', async (_report, sql, params, { from, to }) => {
    // Blocks and not milliseconds: those depend on who else is busy.
    const explain = `explain (analyze, buffers, timing off, format json) ${sql}`;
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(explain, [
      ...[from, to],
      ...params,
    ]);
    const [{ Plan: plan }] = rows[0]!['QUERY PLAN'];
    expect(plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!).toBeLessThan(MOST_BLOCKS);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ListProducts, productFilter } from '../src/catalog/contract.js';
import { ListProductsHandler } from '../src/catalog/product-search.js';
import type { Database, Transaction } from '../src/platform/event-store/database.js';
import { testDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { fill, PRODUCTS } from './many-products.js';
import { StatementCosts, type Statement } from './statement-costs.js';

/** Each question so often: the second slowest is its p99. */
const RUNS = 100;
/**
 * Milliseconds that all statements of a question may take together, more only where the yardstick takes more than here,
 * and blocks of 8 kB that they may touch: the tables and indexes have some 15,000.
 */
const MOST = { p50: 15, p99: 20, yardstick: 6.6, blocks: 9_000 };
/** To count what stands nearly everywhere and is in stock, thousands are looked up in the stock: not within 20 ms. */
const MOST_IN_STOCK = { ...MOST, p50: 24, p99: 30, blocks: 20_000 };
/**
 * Known work of the same kind, measured in turn with each question: single rows of a large table. It tells how fast this
 * machine is at this moment.
 */
const YARDSTICK = {
  table: `create table yardstick as
    select n as id, repeat('x', 250) as filler from generate_series(1, ${PRODUCTS}) n`,
  index: 'alter table yardstick add primary key (id)',
  sql: `select count(y.filler) from generate_series(1, 3000) n, lateral (
    select filler from yardstick where id = 1 + (n * 7919) % ${PRODUCTS} offset 0) y`,
  params: [],
};
describe(`Looking through ${PRODUCTS} products`, () => {
  let own: TestDatabase;
  let client: pg.Client;
  let costs: StatementCosts;
  const told: string[] = [];

  beforeAll(async () => {
    own = await testDatabase();
    client = new pg.Client(own.url);
    await client.connect();
    for (const statement of fill) await client.query(statement);
    for (const statement of [YARDSTICK.table, YARDSTICK.index, 'vacuum analyze yardstick'])
      await client.query(statement);
    costs = await StatementCosts.on(client);
  }, 120_000);
  afterAll(async () => {
    process.stderr.write(`${[HEADING, ...told].join('\n')}\n`);
    await client.end();
    await own.drop();
  });

  /** Every statement by which the catalogue answers, as it asked them. */
  const statementsOf = async (question: object): Promise<Statement[]> => {
    const statements: Statement[] = [];
    const query = async (sql: string, params: readonly unknown[] = []) => {
      statements.push({ sql, params });
      return (await client.query(sql, [...params])).rows as unknown;
    };
    const transaction = (work: (tx: Transaction) => unknown) => work({ query } as Transaction);
    const filter = productFilter.parse({ facets: 'true', ...question });
    const handler = new ListProductsHandler({ transaction } as Database, { SEARCH_LANGUAGE: 'english' });
    await handler.execute(new ListProducts(filter));
    return statements;
  };

  const measured = async (statements: readonly Statement[]) => {
    const runs: Record<'ms' | 'cpuMs' | 'blocks' | 'yardstick', number>[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { cpuMs: yardstick } = await costs.of([YARDSTICK]);
      runs.push({ ...(await costs.of(statements)), yardstick });
    }
    const of = (figure: keyof (typeof runs)[number]) => spreadOf(runs.map((run) => run[figure]));
    return { ms: of('ms'), cpuMs: of('cpuMs'), blocks: of('blocks'), yardstick: of('yardstick') };
  };
  type Measured = Awaited<ReturnType<typeof measured>>;
  const line = ({ ms, cpuMs, yardstick, blocks }: Measured, question: object) =>
    `${[ms.p50, ms.p99, cpuMs.p50, cpuMs.p99, yardstick.p50, blocks.p50]
      .map((figure) => figure.toFixed(figure < 100 ? 1 : 0).padStart(6))
      .join(' ')}  ${JSON.stringify(question)}`;

  it.each([
    {},
    { q: 'mug' },
    { q: 'm' },
    { q: 'sku' },
    { q: 'mgu' },
    { q: 'mugs' },
    { q: 'red mug' },
    { q: 'red mug whi' },
    { q: 'red white', sort: 'price' },
    { q: 'the red hearts' },
    { q: 'red', inStock: 'true' },
    { q: 'whte lmap', inStock: 'true' },
    { q: 'heart', category: 'category 7' },
    { q: 'heart', sort: '-price' },
    { q: 'SKU-77' },
    { sort: 'price' },
    { sort: '-price', category: 'category 3' },
    { sort: 'name', category: 'category 9', inStock: 'true' },
    { sort: 'price', currency: 'GBP', minPrice: '5000', inStock: 'true' },
    { sort: 'newest', inStock: 'false', maxPrice: '200' },
  ])('takes few milliseconds at the database, counts included, for %j', async (question) => {
    await client.query('begin');
    const statements = await statementsOf(question);
    const most = isEverywhereInStock(question) ? MOST_IN_STOCK : MOST;
    // A moment in which the machine does something else is in one round of a hundred runs, not in three.
    let excess = Infinity;
    let blocks = { p99: Infinity };
    for (let round = 0; round < ROUNDS && excess >= 1; round++) {
      const found = await measured(statements);
      told.push(line(found, question));
      // Of the processor and against the yardstick: who else is busy does not decide.
      const slowness = Math.max(1, found.yardstick.p50 / most.yardstick);
      excess = Math.max(found.cpuMs.p50 / most.p50, found.cpuMs.p99 / most.p99) / slowness;
      blocks = found.blocks;
    }
    await client.query('rollback');
    expect(excess).toBeLessThan(1);
    expect(blocks.p99).toBeLessThan(most.blocks);
  });
});

const isEverywhereInStock = ({ q, inStock }: { readonly q?: string; readonly inStock?: string }) =>
  q === 'red' && inStock === 'true';

function spreadOf(figures: readonly number[]) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1]!;
  return { p50: at(0.5), p99: at(0.99) };
}

const ROUNDS = 3;
const HEADING = `ms p50, p99; of the processor p50, p99; of it for the yardstick; blocks (${RUNS} runs)`;

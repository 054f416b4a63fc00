import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../platform/testing/database.js';

describe('Counting what the unpaid orders of a customer hold', () => {
  let database: TestDatabase;
  let session: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    session = new pg.Client({ connectionString: database.url });
    await session.connect();
    // As in an append.
    await session.query('set enable_seqscan = off');
  });
  afterAll(async () => {
    await session.end();
    await database.drop();
  });

  const hold = async (orderId: string, customerId: string, sku: string) => {
    const rows = [
      {
        ...{ orderId, customerId, kind: 'other', version: 1, maxOrders: 5, maxUnits: 50 },
        lines: [{ sku, quantity: 2 }],
      },
    ];
    await session.query('select orders.hold_unpaid($1::json)', [JSON.stringify(rows)]);
  };
  const oneOrder = async (customer = randomUUID(), sku = 'MUG') => {
    const id = randomUUID();
    await hold(id, customer, sku);
    await session.query('select orders.release_unpaid($1)', [[id]]);
  };
  const rowsRead = async (): Promise<number> => {
    await session.query('select pg_stat_force_next_flush()');
    const { rows } = await session.query<{ read: string }>(
      `select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = 'orders')
         + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = 'orders') as read`,
    );
    return Number(rows[0]!.read);
  };

  it('looks at that customer alone, also in a session that began when nobody held anything', async () => {
    for (let n = 0; n < 8; n++) await oneOrder();
    await session.query(
      `insert into orders.unpaid_orders select gen_random_uuid(), gen_random_uuid(), 'other', '[]'
       from generate_series(1, 5000)`,
    );
    await session.query(
      `insert into orders.unpaid_units select gen_random_uuid(), 'other', 'MUG', 1 from generate_series(1, 5000)`,
    );
    await session.query(
      `insert into orders.order_heads (order_id, customer_id, status, currency, total_minor, shipped, cancelled, version)
       select gen_random_uuid(), gen_random_uuid(), 'confirmed', 'EUR', 1, false, false, 1
       from generate_series(1, 5000)`,
    );
    const before = await rowsRead();
    for (let n = 0; n < 8; n++) await oneOrder();
    expect((await rowsRead()) - before).toBeLessThan(400);
  });

  it('comes to nothing when all of them have ended, and never below', async () => {
    const customer = randomUUID();
    const ids = [randomUUID(), randomUUID()];
    for (const id of ids) await hold(id, customer, 'CUP');
    const units = async () =>
      (
        await session.query<{ units: string }>(
          'select units::int from orders.unpaid_units where customer_id = $1',
          [customer],
        )
      ).rows;
    expect(await units()).toEqual([{ units: 4 }]);
    await session.query('select orders.release_unpaid($1)', [[ids[0]]]);
    await session.query('select orders.release_unpaid($1)', [[ids[0], null]]);
    expect(await units()).toEqual([{ units: 2 }]);
    await session.query('select orders.release_unpaid($1)', [null]);
    await session.query('select orders.release_unpaid($1)', [ids]);
    expect(await units()).toEqual([]);
  });
});

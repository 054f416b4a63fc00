import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { standBy, startInstance, type Instance, type Standby } from './instance.js';
import { accountWith, allRested, placed, rested, stocked, violations, type Placed } from './orders.js';

/**
 * Every fact of an order's way through the house, and of the ways back: after each of them the process dies. Facts that
 * are committed together are one moment, and one death.
 */
const happy = [
  'OrderCreated',
  'SagaStarted',
  'StockReserved',
  'StepSucceeded',
  'PaymentRequested',
  'PaymentCaptured',
  'OrderPaid',
  'ShipmentRequested',
  'ShipmentDispatched',
  'SagaCompleted',
  'OrderShipped',
  'StockConsumed',
];
const back = [
  'ShipmentRefused',
  'StepFailed',
  'RefundRequested',
  'PaymentRefunded',
  'StockReleased',
  'SagaCompensated',
  'OrderCancelled',
];

describe('kill -9 of the application', () => {
  const orders: Record<'happy' | 'back', string[]> = { happy: [], back: [] };
  let server: TestDatabase;
  let watcher: pg.Client;
  let source: DataSource;
  let database: Database;
  let instance: Instance;
  let successor: Promise<Standby>;

  beforeAll(async () => {
    server = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    database = new Database(source, new LogSignal());
    watcher = new pg.Client({ connectionString: server.url });
    await watcher.connect();
    await watcher.query('listen spec_killer');
    await watcher.query('create table victims (type text)');
    await watcher.query('create table facts (type text, commit xid8 default pg_current_xact_id())');
    await watcher.query(`
      create function strike() returns trigger language plpgsql as $$ begin
        insert into facts values (new.type);
        if exists (select from victims v where v.type = new.type) then
          perform pg_notify('spec_killer', new.type || ' ' || pg_current_xact_id());
        end if;
        return null;
      end $$`);
    await watcher.query(
      'create trigger strike after insert on platform.events for each row execute function strike()',
    );
    instance = await startInstance(server.url);
    successor = standBy(server.url);
    await stocked(instance, 'KILL', 1_000);
  });
  afterAll(async () => {
    await instance.stop();
    await (await successor).dismiss();
    await watcher.end();
    await source.destroy();
    await server.drop();
  });

  /**
   * Places an order, kills the process the moment the event is committed, lets its successor go on.
   *
   * @returns the order, and all facts of the commit after which it died
   */
  async function killAfter(type: string, order: Placed): Promise<{ id: string; after: string[] }> {
    const next = await successor;
    await watcher.query('insert into victims values ($1)', [type]);
    const struck = new Promise<string>((resolve) => {
      const strike = ({ payload }: pg.Notification) => {
        const [fact, commit] = payload!.split(' ') as [string, string];
        if (fact !== type) return;
        watcher.off('notification', strike);
        void instance.kill().then(() => resolve(commit));
      };
      watcher.on('notification', strike);
    });
    const placing = placed(() => instance, order);
    const commit = await struck;
    await watcher.query('delete from victims');
    instance = await next.start();
    successor = standBy(server.url);
    const sql = 'select type from facts where commit = $1::xid8';
    const { rows } = await watcher.query<{ type: string }>(sql, [commit]);
    return { id: (await placing).id, after: rows.map((fact) => fact.type) };
  }

  it.each([
    {
      what: 'right after every fact, each order ends like any other',
      way: 'happy' as const,
      facts: happy,
      over: {},
      end: 'shipped',
    },
    {
      what: 'on the way back too, with everything undone',
      way: 'back' as const,
      facts: back,
      over: { country: 'XX' },
      end: 'cancelled',
    },
  ])(
    '$what',
    async ({ way, facts, over, end }) => {
      const survived = new Set<string>();
      for (const type of facts) {
        if (survived.has(type)) continue;
        const { id, after } = await killAfter(type, { sku: 'KILL', ...over });
        orders[way].push(id);
        for (const fact of after) survived.add(fact);
      }
      expect([...survived]).toEqual(expect.arrayContaining([...facts]));
      const ends = await Promise.all(orders[way].map((id) => rested(database, id)));
      expect(new Set(ends)).toEqual(new Set([end]));
      expect(await violations(database)).toEqual([]);
    },
    300_000,
  );

  it('while the gateway charges and its reply never comes: charged once', async () => {
    await killAfter('PaymentRequested', { sku: 'KILL', token: 'tok_timeout_charged' });
    const [shipped, refused] = [orders.happy.length + 1, orders.back.length];
    expect(await allRested(database)).toEqual({ shipped, 'shipment-refused': refused });
    const charges = await database.query(`select 1 from simulator.charges`);
    expect(charges).toHaveLength(shipped + refused);
    expect(await violations(database)).toEqual([]);
  });

  it('with the money of an account set aside, and with it taken: once', async () => {
    const accountId = await accountWith(instance, 5_000);
    const ids: string[] = [];
    for (const type of ['FundsHeld', 'OrderShipped', 'HeldFundsTaken']) {
      ids.push((await killAfter(type, { sku: 'KILL', accountId })).id);
    }
    for (const id of ids) expect(await rested(database, id)).toBe('shipped');
    expect(await violations(database)).toEqual([]);
    const [account] = await database.query<{ balance_minor: number; held_minor: number }>(
      'select balance_minor, held_minor from audit.wallets where account_id = $1',
      [accountId],
    );
    expect(account).toEqual({ balance_minor: 5_000 - 3 * 1_250, held_minor: 0 });
  });
});

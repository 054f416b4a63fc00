import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
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

/** Of each process spans go to a collector that takes everything and answers nothing. */
describe('kill -9 of the application', () => {
  const orders: Record<'happy' | 'back', string[]> = { happy: [], back: [] };
  let server: TestDatabase;
  let watcher: pg.Client;
  let source: DataSource;
  let database: Database;
  let instance: Instance;
  let successor: Promise<Standby>;
  let heard = 0;
  const collector = createServer((socket) => void socket.on('data', ({ length }) => (heard += length)));
  let env: Record<string, string>;

  beforeAll(async () => {
    await once(collector.listen(0, '127.0.0.1'), 'listening');
    const { port } = collector.address() as AddressInfo;
    env = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, LOG_LEVEL: 'warn' };
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
    instance = await startInstance(server.url, env);
    successor = standBy(server.url, env);
    await stocked(instance, 'KILL', 1_000);
  });
  afterAll(async () => {
    await (await successor).dismiss();
    await instance.kill();
    collector.close();
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
    successor = standBy(server.url, env);
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

  it('and SIGTERM: an order under way is left to the next one, and what the collector does not take is let go', async () => {
    const { id } = await placed(() => instance, { sku: 'KILL' });
    expect(await instance.stop()).toBe(0);
    expect(heard).toBeGreaterThan(0);
    expect(instance.output()).toContain('the last spans were lost: Error: the collector takes too long');
    instance = await (await successor).start();
    successor = standBy(server.url, env);
    expect(await rested(database, id)).toBe('shipped');
    expect(await violations(database)).toEqual([]);
  });
});

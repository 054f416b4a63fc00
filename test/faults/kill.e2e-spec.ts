import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { startInstance, type Instance } from './instance.js';
import { placed, rested, stocked, violations, type Placed } from './orders.js';

/** Every fact of an order's way through the house, and of the ways back: after each of them the process dies. */
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
  let server: TestDatabase;
  let watcher: pg.Client;
  let source: DataSource;
  let database: Database;
  let instance: Instance;

  beforeAll(async () => {
    server = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    database = new Database(source, new LogSignal());
    watcher = new pg.Client({ connectionString: server.url });
    await watcher.connect();
    await watcher.query('listen spec_killer');
    await watcher.query('create table victims (type text)');
    await watcher.query(`
      create function strike() returns trigger language plpgsql as $$ begin
        if exists (select from victims v where v.type = new.type) then perform pg_notify('spec_killer', new.type); end if;
        return null;
      end $$`);
    await watcher.query(
      'create trigger strike after insert on platform.events for each row execute function strike()',
    );
    instance = await startInstance(server.url);
    await stocked(instance, 'KILL', 1_000);
  });
  afterAll(async () => {
    await instance.stop();
    await watcher.end();
    await source.destroy();
    await server.drop();
  });

  /** Places an order, kills the process the moment the event is committed, starts another one. */
  async function killedAfter(type: string, order: Placed): Promise<string> {
    await watcher.query('insert into victims values ($1)', [type]);
    const struck = new Promise<void>((resolve) => {
      watcher.once('notification', () => {
        void instance.kill().then(async () => {
          await watcher.query('delete from victims');
          instance = await startInstance(server.url);
          resolve();
        });
      });
    });
    const { id } = await placed(() => instance, order);
    await struck;
    return rested(database, id);
  }

  it.each(happy)('right after %s ends like any other order', async (type) => {
    expect(await killedAfter(type, { sku: 'KILL' })).toBe('shipped');
    expect(await violations(database)).toEqual([]);
  });

  it.each(back)('right after %s, on the way back, ends with everything undone', async (type) => {
    expect(await killedAfter(type, { sku: 'KILL', country: 'XX' })).toBe('cancelled');
    expect(await violations(database)).toEqual([]);
  });

  it('while the gateway charges and its reply never comes, charges once', async () => {
    expect(await killedAfter('PaymentRequested', { sku: 'KILL', token: 'tok_timeout_charged' })).toBe(
      'shipped',
    );
    const charges = await database.query(`select 1 from simulator.charges`);
    const orders = await database.query(`select 1 from audit.orders where status = 'shipped'`);
    const refused = back.length;
    expect(charges).toHaveLength(orders.length + refused);
    expect(await violations(database)).toEqual([]);
  });
});

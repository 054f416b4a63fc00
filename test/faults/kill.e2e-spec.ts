import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { standBy, startInstance, type Instance, type Standby } from './instance.js';
import { allRested, placed, rested, stocked, violations, type Placed } from './orders.js';

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
  const orders = new Map<string, string>();
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
    await watcher.query(`
      create function strike() returns trigger language plpgsql as $$ begin
        if exists (select from victims v where v.type = new.type) then perform pg_notify('spec_killer', new.type); end if;
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

  /** Places an order, kills the process the moment the event is committed, lets its successor go on. */
  async function killAfter(type: string, order: Placed): Promise<void> {
    const next = await successor;
    await watcher.query('insert into victims values ($1)', [type]);
    const struck = new Promise<void>((resolve) => {
      const strike = ({ payload }: pg.Notification) => {
        if (payload !== type) return;
        watcher.off('notification', strike);
        resolve(instance.kill());
      };
      watcher.on('notification', strike);
    });
    const placing = placed(() => instance, order);
    await struck;
    await watcher.query('delete from victims');
    instance = await next.start();
    successor = standBy(server.url);
    orders.set(type, (await placing).id);
  }

  it.each(happy)('right after %s', (type) => killAfter(type, { sku: 'KILL' }));
  it.each(back)('right after %s, on the way back', (type) => killAfter(type, { sku: 'KILL', country: 'XX' }));

  it.each([
    ['all of these orders end like any other', happy, 'shipped'],
    ['and those on the way back with everything undone', back, 'cancelled'],
  ])('%s', async (_, types, end) => {
    const ends = await Promise.all(
      types.map(async (type) => [type, await rested(database, orders.get(type)!)]),
    );
    expect(ends).toEqual(types.map((type) => [type, end]));
    expect(await violations(database)).toEqual([]);
  });

  it('while the gateway charges and its reply never comes: charged once', async () => {
    await killAfter('PaymentRequested', { sku: 'KILL', token: 'tok_timeout_charged' });
    expect(await allRested(database)).toEqual({ shipped: happy.length + 1, 'shipment-refused': back.length });
    const charges = await database.query(`select 1 from simulator.charges`);
    expect(charges).toHaveLength(happy.length + 1 + back.length);
    expect(await violations(database)).toEqual([]);
  });
});

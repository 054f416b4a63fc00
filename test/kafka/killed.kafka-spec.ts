import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../src/platform/core/ids.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startInstance, type Instance } from '../faults/instance.js';
import { useKafka, versions, type ReadRecord } from './broker.js';

const COMMANDS = 40;

describe('kill -9 while records come in and events go out', () => {
  const kafka = useKafka(versions[0], { own: true });
  const sku = `KILL-${newId().slice(-8)}`;
  let server: TestDatabase;
  let watcher: pg.Client;
  let instance: Instance;
  let shop: KafkajsPublisher;
  const start = (client: string) =>
    startInstance(server.url, { KAFKA_BROKERS: kafka.brokers, KAFKA_CLIENT: client });

  beforeAll(async () => {
    server = await testDatabase();
    watcher = new pg.Client({ connectionString: server.url });
    await watcher.connect();
    await watcher.query('listen spec_inbox');
    await watcher.query(`
      create function spec_tell() returns trigger language plpgsql as $$ begin
        perform pg_notify('spec_inbox', gen_random_uuid()::text); return null; end $$`);
    await watcher.query(
      'create trigger spec_tell after insert on platform.inbox for each row execute function spec_tell()',
    );
    instance = await start('kafkajs');
    shop = new KafkajsPublisher(kafka.address);
    await eventually(
      () => kafka.admin.listTopics(),
      (topics) => topics.includes('waybill.stock-counts.v1.dlq'),
    );
  });
  afterAll(async () => {
    await shop.close();
    await instance.stop();
    await watcher.end();
    await server.drop();
    await kafka.end();
  });

  /** The moment the n-th effect from now is committed, its offset is not: the process dies there. */
  const killedAfter = async (effects: number, next: string) => {
    await new Promise<void>((resolve) => {
      const count = () => {
        if (--effects > 0) return;
        watcher.off('notification', count);
        void instance.kill().then(resolve);
      };
      watcher.on('notification', count);
    });
    instance = await start(next);
  };
  const told = async (): Promise<ReadRecord[]> =>
    (await kafka.records(['waybill.inventory.v1'])).filter(({ key }) => key === sku);

  it('has each command’s effect once, and tells each event, in order, at least once, whichever client comes next', async () => {
    const records = Array.from({ length: COMMANDS }, () => ({
      topic: 'waybill.commands.v1',
      key: sku,
      value: Buffer.from(JSON.stringify({ sku, quantity: 1 })),
      headers: {
        ce_specversion: '1.0',
        ce_id: newId(),
        ce_source: '/warehouse',
        ce_type: 'waybill.command.receive-stock',
        'content-type': 'application/json',
      },
    }));
    const first = killedAfter(7, 'platformatic');
    await eventually(
      () => shop.publish(records),
      (deliveries) => deliveries.every(({ kind }) => kind === 'sent'),
    );
    await first;
    await killedAfter(9, 'kafkajs');
    await eventually(
      async () => (await watcher.query('select from platform.inbox')).rowCount,
      (count) => count === COMMANDS,
    );
    const stock = await instance.call<{ onHand: number; version: number }>('GET', `/v1/stock/${sku}`);
    expect(stock.body).toMatchObject({ onHand: COMMANDS, version: COMMANDS });
    const copies = await eventually(told, (found) => new Set(found.map(idOf)).size === COMMANDS);
    const once = copies.filter((copy, at) => copies.findIndex((other) => idOf(other) === idOf(copy)) === at);
    expect(once.map(({ headers }) => Number(headers['ce_streamversion']))).toEqual(
      Array.from({ length: COMMANDS }, (_, n) => n + 1),
    );
    const { rows } = await watcher.query<{ event_id: string }>(
      'select event_id from audit.events where stream_id = $1',
      [`stock-${sku}`],
    );
    expect(new Set(once.map(idOf))).toEqual(new Set(rows.map(({ event_id }) => event_id)));
  }, 120_000);
});

const idOf = ({ headers }: ReadRecord): string => headers['ce_id']!;

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, startBroker, type Broker } from '../../scripts/kafka-broker.mjs';
import { newId } from '../../src/platform/core/ids.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startApp, type TestApp } from '../app.js';

interface Client {
  readonly state: string;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastError: string | null;
}
interface Status {
  readonly consumer: Client;
  readonly producer: Client;
  readonly lag: number;
  readonly lagError: string | null;
  readonly partitions: { topic: string; partition: number; lag: number }[];
  readonly groupId: string;
  readonly epoch: { epoch: number };
}

describe('an instance whose Kafka is away', () => {
  let waybill: TestApp;
  let broker: Broker | undefined;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    waybill = await startApp({ config: { KAFKA_BROKERS: [`127.0.0.1:${port}`] } });
  });
  afterAll(async () => {
    await waybill.close();
    await broker?.stop();
  });

  const status = async () =>
    (await waybill.send('GET', '/v1/ops/kafka', { as: 'operator' })).body as unknown as Status;
  const up = async () =>
    (await waybill.send('GET', '/metrics')).text
      .split('\n')
      .find((line) => line.startsWith('waybill_kafka_up{client="consumer"}'));

  it('says so to operators, serves HTTP as ever, and begins anew more and more rarely', async () => {
    const body = {
      sku: `MUG-${newId().slice(-8)}`,
      name: 'Mug',
      category: 'kitchen',
      price: { amountMinor: 1250, currency: 'EUR' },
    };
    expect((await waybill.send('POST', '/v1/products', { key: newId(), body })).status).toBe(201);
    const items = await eventually(
      async () => (await waybill.send('GET', '/v1/ops/attention', { as: 'operator' })).body.items,
      (all) => all.some(({ kind, id }) => kind === 'kafka' && id === 'consumer'),
      40_000,
    );
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'consumer',
        actions: [{ rel: 'look', method: 'GET', href: '/v1/ops/kafka' }],
      }),
    );
    const { consumer, lagError, partitions } = await status();
    expect(consumer).toMatchObject({ state: 'failing', lastError: expect.any(String) });
    expect(consumer.failures).toBeLessThan(12);
    expect([lagError !== null, partitions]).toEqual([true, []]);
    expect(await up()).toMatch(/ 0$/);
    expect((await waybill.send('GET', '/health/ready')).status).toBe(200);
  }, 60_000);

  it('is well again when Kafka is, and shows how far each partition has been read', async () => {
    broker = await startBroker({ port });
    const well = await eventually(status, ({ consumer }) => consumer.state === 'running', 60_000);
    expect(well).toMatchObject({ groupId: 'waybill', epoch: { epoch: 1 } });
    expect(await up()).toMatch(/ 1$/);
    const out = new KafkajsPublisher({ brokers: [broker.brokers], clientId: 'test' });
    await out.publish([{ topic: 'waybill.commands.v1', key: 'k', value: null, headers: {} }]);
    await out.close();
    const read = await eventually(
      status,
      ({ partitions, lag }) => lag === 0 && partitions.some(({ topic }) => topic === 'waybill.commands.v1'),
      20_000,
    );
    expect(read.partitions.filter(({ topic }) => topic === 'waybill.commands.v1')).toHaveLength(12);
    const customer = await waybill.send('GET', '/v1/ops/kafka', { as: 'customer' });
    expect(customer.status).toBe(403);
  }, 120_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs, { type Consumer } from 'kafkajs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { KafkaGateway } from '../../src/payments/gateway/kafka-gateway.js';
import type { ChargeRequest, RefundOrder } from '../../src/payments/gateway/payment-gateway.js';
import { SimulatedGateway } from '../../src/payments/gateway/simulated-gateway.js';
import { newId } from '../../src/platform/core/ids.js';
import { Asking } from '../../src/platform/kafka/asking.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import type { ParcelRequest } from '../../src/shipping/carrier/carrier.js';
import { KafkaCarrier } from '../../src/shipping/carrier/kafka-carrier.js';
import { SimulatedCarrier } from '../../src/shipping/carrier/simulated-carrier.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startApp, type TestApp } from '../app.js';
import { card, eur, order, product } from '../builders.js';
import { gatewayContract } from '../payments-gateway.contract.js';
import { carrierContract } from '../shipping-carrier.contract.js';
import { useKafka } from './broker.js';

const questions = ['waybill.payment-gateway.requests.v1', 'waybill.carrier.requests.v1'];
const answerTopic = 'waybill.carrier.answers.v1';
/** A simulator that never answers waits until nobody asks any more: without an end it would keep the process. */
const over = new AbortController();

describe('a payment service and a carrier on the other side of Kafka', () => {
  const kafka = useKafka(undefined, { own: true });
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({
      config: {
        KAFKA_BROKERS: [kafka.brokers],
        PAYMENT_GATEWAY: 'kafka',
        CARRIER: 'kafka',
        PAYMENT_PATIENCE_SECONDS: 2,
      },
    });
    await eventually(
      () => kafka.admin.listTopics(),
      (topics) => topics.includes(`${answerTopic}.dlq`),
    );
  });
  afterAll(async () => {
    await waybill.close();
    await kafka.end();
  });

  describe('played by the simulators', () => {
    let consumer: Consumer;
    let out: KafkajsPublisher;
    beforeAll(async () => {
      const gateway = waybill.app.get(SimulatedGateway);
      const carrier = waybill.app.get(SimulatedCarrier);
      const ask: Record<string, (asked: never) => Promise<unknown>> = {
        'waybill.payment-gateway.charge': (asked: ChargeRequest) => gateway.charge(asked, over.signal),
        'waybill.payment-gateway.look-up-charge': ({ key }: { key: string }) => gateway.findCharge(key),
        'waybill.payment-gateway.cancel': (asked: ChargeRequest) => gateway.cancel(asked),
        'waybill.payment-gateway.refund': (asked: RefundOrder) => gateway.refund(asked),
        'waybill.payment-gateway.look-up-refund': (asked: RefundOrder) => gateway.findRefund(asked),
        'waybill.carrier.send': (asked: ParcelRequest) => carrier.send(asked, over.signal),
        'waybill.carrier.look-up': ({ key }: { key: string }) => carrier.find(key),
        'waybill.carrier.cancel': ({ key }: { key: string }) => carrier.cancel(key),
      };
      out = new KafkajsPublisher(kafka.address);
      consumer = new kafkajs.Kafka({ brokers: [kafka.brokers], logLevel: kafkajs.logLevel.NOTHING }).consumer(
        {
          groupId: 'simulators',
          maxWaitTimeInMs: 20,
        },
      );
      await consumer.connect();
      await consumer.subscribe({ topics: questions, fromBeginning: true });
      await consumer.run({
        eachMessage: ({ topic, message }) => {
          const type = String(message.headers!['ce_type']);
          const answering = ask[type]!(JSON.parse(String(message.value)) as never);
          void answering.then(
            (answer) =>
              out.publish([
                {
                  topic: topic.replace('.requests.', '.answers.'),
                  key: message.key,
                  value: Buffer.from(JSON.stringify(answer)),
                  headers: {
                    ce_specversion: '1.0',
                    ce_id: newId(),
                    ce_source: '/simulators',
                    ce_type: `${type.slice(0, type.lastIndexOf('.'))}.answered`,
                    ce_causationid: message.headers!['ce_id'] as Buffer,
                    'content-type': 'application/json',
                  },
                },
              ]),
            () => undefined,
          );
          return Promise.resolve();
        },
      });
    });
    afterAll(async () => {
      over.abort();
      await consumer.disconnect();
      await out.close();
    });

    const asking = () => waybill.app.get(Asking);
    gatewayContract('The gateway over Kafka', () =>
      Promise.resolve({ gateway: new KafkaGateway(asking()), close: () => Promise.resolve() }),
    );
    carrierContract('The carrier over Kafka', () =>
      Promise.resolve({ carrier: new KafkaCarrier(asking()), close: () => Promise.resolve() }),
    );
  });

  describe('played by examples/outside-world.mjs', () => {
    const sku = `MUG-${newId().slice(-8)}`;
    let world: ChildProcess | undefined;
    const start = async () => {
      const program = path.join(import.meta.dirname, '..', '..', 'examples', 'outside-world.mjs');
      world = spawn(process.execPath, [program, '--brokers', kafka.brokers], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(world.stdout!, 'data');
    };
    beforeAll(async () => {
      const body = product(sku, { price: eur(900) });
      await waybill.send('POST', '/v1/products', { key: newId(), body });
      await waybill.send('POST', `/v1/stock/${sku}/receipts`, { key: newId(), body: { quantity: 10 } });
    });
    afterAll(async () => {
      world?.kill('SIGTERM');
      if (world && world.exitCode === null) await once(world, 'exit');
    });

    const place = async (token: string): Promise<string> => {
      const over = { items: [{ sku, quantity: 1 }], paymentMethod: card(token) };
      const body = order(waybill.customerId, over);
      const reply = await waybill.send('POST', '/v1/orders', { key: newId(), body });
      expect(reply.status).toBe(202);
      return String(reply.body['id']);
    };
    const read = async (id: string) => (await waybill.send('GET', `/v1/orders/${id}`)).body;
    const ended = (id: string, status: string) =>
      eventually(
        () => read(id),
        (now) => now['status'] === status,
        25_000,
      );

    it('cancels in the end when nobody answers: what cannot be known is asked again until it is', async () => {
      const id = await place('tok_any');
      const undecided = await eventually(
        () => waybill.send('GET', `/v1/orders/${id}/fulfilment`),
        ({ body }) => body['state'] === 'compensating',
      );
      expect(undecided.body['state']).toBe('compensating');
      await start();
      expect((await ended(id, 'cancelled'))['cancellationReason']).toMatchObject({ code: 'payment-timeout' });
    });

    it('pays and ships an order', async () => {
      const shipped = await ended(await place('tok_any'), 'shipped');
      expect(shipped).toMatchObject({ carrier: 'Example Parcels' });
    });

    it('declines, and the stock is free again', async () => {
      const id = await place('tok_declined');
      expect((await ended(id, 'cancelled'))['cancellationReason']).toMatchObject({
        code: 'payment-declined',
      });
      const stock = await waybill.send('GET', `/v1/stock/${sku}`);
      expect(stock.body['reserved']).toBe(0);
    });
  });
});

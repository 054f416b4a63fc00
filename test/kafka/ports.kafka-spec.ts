import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundBatch, InboundRecord, InboundSource } from '../../src/platform/kafka/inbound-source.js';
import { kafkaClient } from '../../src/platform/kafka/kafkajs-client.js';
import type { KafkaClient } from '../../src/platform/kafka/kafka-client.js';
import { KafkajsClient } from '../../src/platform/kafka/kafkajs.js';
import { PlatformaticClient } from '../../src/platform/kafka/platformatic.js';
import type { IntegrationEventPublisher, OutgoingRecord } from '../../src/platform/kafka/publisher.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { useKafka, versions } from './broker.js';

const times = { sessionTimeout: 6_000, rebalanceTimeout: 6_000, heartbeatInterval: 500 };
const record = (topic: string, key: string, value: string | Buffer): OutgoingRecord => ({
  topic,
  key,
  value: Buffer.from(value as string),
  headers: { ce_id: 'x' },
});

const adapters = { kafkajs: KafkajsClient, platformatic: PlatformaticClient };
const all = versions.flatMap((version) =>
  Object.entries(adapters).map(([name, Adapter]) => [name, version, Adapter] as const),
);

describe.each(all)('the ports by way of %s on Apache Kafka %s', (_, version, Adapter) => {
  const kafka = useKafka(version);
  let client: KafkaClient;
  beforeAll(() => void (client = new Adapter(kafka.address)));
  const open: { close(): Promise<void> }[] = [];
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

  const publisher = (): IntegrationEventPublisher => {
    const made = client.publisher();
    open.push(made);
    return made;
  };
  const source = async (
    topic: string,
    group: string,
    onRecord: (record: InboundRecord, batch: InboundBatch) => Promise<void> | void,
    { onEnd, onEveryJoin }: { onEnd?: (error: Error) => void; onEveryJoin?: () => void } = {},
  ): Promise<InboundSource> => {
    const made = client.source(times);
    open.push({ close: () => made.drain() });
    const onBatch = async (batch: InboundBatch): Promise<void> => {
      for (const one of batch.records) {
        if (!batch.current()) return;
        await onRecord(one, batch);
        await batch.done(one);
      }
    };
    await new Promise<void>((resolve, reject) => {
      const onAssigned = () => Promise.resolve([]);
      const onJoined = () => resolve(onEveryJoin?.());
      made.run({ group, topics: [topic], onBatch, onJoined, onAssigned }).catch((error: Error) => {
        onEnd?.(error);
        reject(error);
      });
    });
    return made;
  };
  const committed = async (group: string, topic: string): Promise<number> => {
    const [answer] = await kafka.admin.fetchOffsets({ groupId: group, topics: [topic] });
    return answer!.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  };

  describe('publishing', () => {
    it('tells where each record went, in order for a key', async () => {
      const topic = await kafka.topic('order');
      const keys = ['a', 'b', 'c', 'd'];
      const sent = Array.from({ length: 200 }, (_, i) => record(topic, keys[i % 4]!, `${i}`));
      const deliveries = await publisher().publish(sent);
      const found = await kafka.records([topic]);
      for (const [i, delivery] of deliveries.entries()) {
        if (delivery.kind !== 'sent') throw new Error(delivery.reason);
        const there = found.find((f) => f.partition === delivery.partition && f.offset === delivery.offset);
        expect(there?.value?.toString()).toBe(`${i}`);
      }
      for (const key of keys) {
        const values = found.filter((f) => f.key === key).map(({ value }) => Number(value));
        expect(values).toEqual([...values].sort((x, y) => x - y));
      }
    });

    it('keeps order and loses nothing when many callers publish at once', async () => {
      const topic = await kafka.topic('callers', 1);
      const out = publisher();
      const calls = Array.from({ length: 50 }, (_, i) => out.publish([record(topic, 'k', `${i}`)]));
      await Promise.all(calls);
      const found = await kafka.records([topic]);
      expect(found.map(({ value }) => Number(value))).toEqual(Array.from({ length: 50 }, (_, i) => i));
    });

    it('singles out the record that is too large; later ones of its key wait, other keys flow', async () => {
      const topic = await kafka.topic('large', 1);
      const records = [
        record(topic, 'a', 'a1'),
        record(topic, 'b', Buffer.alloc(1_500_000)),
        record(topic, 'b', 'b2'),
        record(topic, 'a', 'a2'),
        record(topic, 'c', 'c1'),
      ];
      const deliveries = await publisher().publish(records);
      expect(deliveries.map(({ kind }) => kind)).toEqual(['sent', 'refused', 'held', 'sent', 'sent']);
      expect(deliveries[1]).toMatchObject({ reason: expect.stringContaining('MESSAGE_TOO_LARGE') });
      const found = await kafka.records([topic]);
      expect(found.map(({ value }) => value!.toString())).toEqual(['a1', 'a2', 'c1']);
    });

    it('sends 2 MB of small records in requests the broker takes', async () => {
      const topic = await kafka.topic('bytes', 1);
      const records = Array.from({ length: 200 }, (_, i) => record(topic, `${i}`, Buffer.alloc(10_000)));
      const deliveries = await publisher().publish(records);
      expect(deliveries.every(({ kind }) => kind === 'sent')).toBe(true);
    });

    it('holds records for a topic that does not exist, and does not make one', async () => {
      const deliveries = await publisher().publish([record('nobody-made-this', 'k', 'v')]);
      expect(deliveries).toEqual([{ kind: 'held', reason: expect.stringMatching(/topic/) }]);
      expect(await kafka.admin.listTopics()).not.toContain('nobody-made-this');
    });
  });

  describe('consuming', () => {
    it('hands over bytes as they are: repeated headers, no key, no value, any octet', async () => {
      const topic = await kafka.topic('bytes', 1);
      await publisher().publish([
        { topic, key: null, value: null, headers: { twice: ['1', '2'], json: '{"x":1}' } },
        { topic, key: 'k', value: Buffer.from([0, 255, 1]), headers: {} },
      ]);
      const seen: InboundRecord[] = [];
      await source(topic, kafka.group('bytes'), (one) => void seen.push(one));
      await eventually(
        () => seen.length,
        (n) => n === 2,
      );
      expect(seen[0]).toMatchObject({
        key: null,
        value: null,
        headers: { twice: [Buffer.from('1'), Buffer.from('2')] },
      });
      expect(seen[0]!.headers['json']).toEqual([Buffer.from('{"x":1}')]);
      expect(seen[1]!.value).toEqual(Buffer.from([0, 255, 1]));
    });

    it('commits what is done, also when it drains in the middle, and the next owner goes on there', async () => {
      const topic = await kafka.topic('drain', 1);
      const group = kafka.group('drain');
      await publisher().publish(Array.from({ length: 20 }, (_, i) => record(topic, 'k', `${i}`)));
      const first: string[] = [];
      let letGo = () => {};
      const gate = new Promise<void>((resolve) => (letGo = resolve));
      const one = await source(topic, group, async ({ value }) => {
        first.push(String(value));
        if (first.length === 8) await gate;
      });
      await eventually(
        () => first.length,
        (n) => n >= 8,
      );
      const drained = one.drain();
      letGo();
      await drained;
      expect(first).toHaveLength(8);
      expect(await committed(group, topic)).toBe(8);
      const second: string[] = [];
      await source(topic, group, ({ value }) => void second.push(String(value)));
      await eventually(
        () => second.length,
        (n) => n === 12,
      );
      expect([...first, ...second]).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`));
    });

    it('shares the partitions with another member, and has them all when that one leaves', async () => {
      const topic = await kafka.topic('shared', 4);
      const group = kafka.group('shared');
      const seen: string[][] = [[], []];
      const joins = [0, 0];
      const member = (n: 0 | 1) => {
        const onRecord = ({ value }: InboundRecord) => void seen[n]!.push(String(value));
        return source(topic, group, onRecord, { onEveryJoin: () => void joins[n]!++ });
      };
      await member(0);
      const leaver = await member(1);
      await eventually(() => joins[0]! > 1);
      const out = publisher();
      const send = (from: number) =>
        out.publish(Array.from({ length: 40 }, (_, i) => record(topic, `${from + i}`, `${from + i}`)));
      await send(0);
      await eventually(() => seen.flat().length >= 40);
      expect(seen.map(({ length }) => length > 0)).toEqual([true, true]);
      await leaver.drain();
      await send(40);
      await eventually(() => seen.flat().length >= 80);
      expect(seen.flat().sort()).toEqual(Array.from({ length: 80 }, (_, i) => `${i}`).sort());
    });

    it('hands over what was committed, and nothing of a transaction that was given up', async () => {
      const topic = await kafka.topic('transactions', 1);
      const producer = kafkaClient(kafka.address).producer({
        transactionalId: topic,
        maxInFlightRequests: 1,
      });
      await producer.connect();
      open.push({ close: () => producer.disconnect() });
      for (const end of ['abort', 'commit', 'abort'] as const) {
        const transaction = await producer.transaction();
        await transaction.send({ topic, messages: [{ value: end }] });
        await transaction[end]();
      }
      await publisher().publish([record(topic, 'k', 'plain')]);
      const seen: string[] = [];
      await source(topic, kafka.group('transactions'), ({ value }) => void seen.push(String(value)));
      await eventually(() => seen.includes('plain'));
      expect(seen).toEqual(['commit', 'plain']);
    });

    it('ends when a handler lets a programming error through, and can be run again', async () => {
      const topic = await kafka.topic('crash', 1);
      const group = kafka.group('crash');
      await publisher().publish([record(topic, 'k', 'v')]);
      const ends: string[] = [];
      const fail = (): never => {
        throw new TypeError('not a function');
      };
      await source(topic, group, fail, { onEnd: ({ message }) => void ends.push(message) });
      await eventually(
        () => ends,
        (all) => all.length === 1,
      );
      expect(ends).toEqual(['not a function']);
      const seen: string[] = [];
      await source(topic, group, ({ value }) => void seen.push(String(value)));
      await eventually(
        () => seen,
        (all) => all.length === 1,
      );
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newId } from '../../src/platform/core/ids.js';
import { chosenClient } from '../../src/platform/kafka/chosen-client.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startApp, type TestApp } from '../app.js';
import { address, card, product } from '../builders.js';
import { runShell, shellBlocks } from '../shell-blocks.js';
import { useKafka, versions } from './broker.js';
import { describeWith, example, kcat, linesOf } from './foreign-tools.js';

const life = ['created', 'confirmed', 'paid', 'shipped'].map((what) => `waybill.order.${what}`);
const contractHeaders = [
  'ce_causationid',
  'ce_correlationid',
  'ce_dataschema',
  'ce_id',
  'ce_source',
  'ce_specversion',
  'ce_streamversion',
  'ce_subject',
  'ce_time',
  'ce_type',
  'content-type',
];
type Headers = Record<string, string>;

describe.each(versions.slice(0, 1))('clients of other languages on Apache Kafka %s', (version) => {
  const kafka = useKafka(version, { own: true });
  const [sku, orderId] = [`MUG-${newId().slice(-8)}`, newId()];
  let waybill: TestApp;
  let publisher: KafkajsPublisher;

  const command = async (name: string, key: string, data: object) => {
    const headers = {
      ce_specversion: '1.0',
      ce_id: newId(),
      ce_source: '/test',
      ce_type: `waybill.command.${name}`,
      'content-type': 'application/json',
    };
    const record = { topic: 'waybill.commands.v1', key, value: Buffer.from(JSON.stringify(data)), headers };
    await sent([record]);
  };
  /** A topic made a moment ago may refuse for a while. */
  const sent = (records: Parameters<KafkajsPublisher['publish']>[0]) =>
    eventually(
      () => publisher.publish(records),
      (deliveries) => deliveries.every(({ kind }) => kind === 'sent'),
    );
  const orderOf = (id: string, extra: object = {}) => ({
    orderId: id,
    customerId: waybill.customerId,
    currency: 'EUR',
    items: [{ sku, quantity: 1 }],
    shippingAddress: address,
    paymentMethod: card('tok_ok'),
    ...extra,
  });
  const onHand = async () => (await waybill.send('GET', `/v1/stock/${sku}`)).body?.['onHand'];
  const typesAbout = async (topic: string, key: string) =>
    (await kafka.records([topic])).filter((r) => r.key === key).map(({ headers }) => headers['ce_type']);

  beforeAll(async () => {
    waybill = await startApp({ config: { KAFKA_BROKERS: [kafka.brokers] } });
    publisher = new KafkajsPublisher(kafka.address);
    await waybill.send('POST', '/v1/products', { key: newId(), body: product(sku) });
    await eventually(
      () => kafka.admin.listTopics(),
      (topics) => topics.includes('waybill.stock-counts.v1.dlq'),
    );
    await command('receive-stock', sku, { sku, quantity: 10 });
    await eventually(onHand, (now) => now === 10);
    await command('create-order', orderId, orderOf(orderId, { confirm: true }));
    await eventually(
      () => typesAbout('waybill.orders.v1', orderId),
      (types) => types.length === life.length,
    );
  });
  afterAll(async () => {
    await publisher?.close();
    await waybill?.close();
    await kafka.end();
  });

  describeWith('kcat', 'kcat', () => {
    it('reads the life of an order in order, with the headers of the contract', async () => {
      const [topic, brokers] = ['waybill.orders.v1', kafka.brokers];
      const told = linesOf(await example('kcat/follow.sh', [brokers, topic, orderId]));
      expect(told.map((line) => line.split('\t')[0])).toEqual(life);
      expect(told.map((line) => line.split('\t')[1])).toEqual(['1', '2', '3', '4']);

      const dump = linesOf(
        await kcat(['-C', '-q', '-e', '-o', 'beginning', '-b', brokers, '-t', topic, '-J']),
      );
      for (const { key, headers } of dump.map(
        (line) => JSON.parse(line) as { key: string; headers: string[] },
      )) {
        const names = headers.filter((_, index) => index % 2 === 0);
        expect(names).toEqual([...new Set(names)]);
        expect(names).toEqual(expect.arrayContaining(contractHeaders.filter((n) => n !== 'ce_causationid')));
        expect(headers[headers.indexOf('ce_subject') + 1]).toContain(key);
      }
    });

    it('sends the first command of the page, and reads what the page says follows', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'waybill-integrator-'));
      await mkdir(join(folder, '.data'));
      const { customerId } = waybill;
      await writeFile(join(folder, '.data', 'run.json'), JSON.stringify({ customerId }));
      await symlink(resolve('examples'), join(folder, 'examples'));
      await waybill.send('POST', '/v1/products', { key: newId(), body: product('MUG-BLUE') });
      const [, first] = shellBlocks('docs/kafka.md');
      const typed = await runShell(`KAFKA_BROKERS=${kafka.brokers}\n${first!}`, folder);
      await rm(folder, { recursive: true });
      expect(typed).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^waybill\.reply\.accepted\t[^]*^waybill\.order\.created\t1\t/m),
      });
    });

    it('sends a command that has its effect', async () => {
      const id = newId();
      const order = orderOf(id);
      await example('kcat/send.sh', [kafka.brokers, 'create-order', id], `${JSON.stringify(order)}\n`);
      await eventually(
        () => example('kcat/follow.sh', [kafka.brokers, 'waybill.replies.v1', id]),
        ({ out }) => out.startsWith('waybill.reply.accepted'),
      );
      expect(await typesAbout('waybill.orders.v1', id)).toEqual(['waybill.order.created']);
    });
  });

  describeWith('python', 'Python', () => {
    const consume = async (topic: string, ...more: string[]) => {
      const done = await example('python/consume.py', [
        '--brokers',
        kafka.brokers,
        '--idle',
        '6',
        topic,
        ...more,
      ]);
      const records = linesOf(done).map((line) => JSON.parse(line) as { headers: Headers } & Headers);
      return { records, complaints: done.err };
    };

    it('reads the life of an order in order, by the published schemas, and commits it', async () => {
      const group = kafka.group('python');
      const { records } = await consume('waybill.orders.v1', '--key', orderId, '--group', group);
      expect(records.map(({ headers }) => headers['ce_type'])).toEqual(life);
      expect(records.map(({ checked, broken }) => ({ checked, broken }))).toEqual(
        life.map(() => ({ checked: true, broken: null })),
      );
      for (const { headers } of records.slice(2)) {
        expect(Object.keys(headers)).toEqual(expect.arrayContaining(contractHeaders));
      }
      const [committed] = await kafka.admin.fetchOffsets({ groupId: group, topics: ['waybill.orders.v1'] });
      expect(committed!.partitions.some(({ offset }) => Number(offset) >= life.length)).toBe(true);
    });

    it('leaves out a record that came twice, and says what breaks its contract', async () => {
      const topic = await kafka.topic('repeats', 1);
      const records = await kafka.records(['waybill.orders.v1']);
      const record = { ...records.find(({ key }) => key === orderId)!, topic };
      const broken = { ...record, headers: { ...record.headers, ce_id: newId() }, value: Buffer.from('{}') };
      await publisher.publish(
        [record, record, broken].map((one) => ({ ...one, key: one.key!, value: one.value! })),
      );
      const read = await consume(topic);
      expect(read.records.map((one) => one['broken'])).toEqual([null, expect.stringContaining('required')]);
      expect(read.complaints).toContain(record.headers['ce_id']);
    });

    it('sends a command twice, which has its effect once and is answered', async () => {
      const before = (await onHand()) as number;
      const data = JSON.stringify({ sku, quantity: 7 });
      const sent = ['--brokers', kafka.brokers, '--times', '2', 'receive-stock', sku, data];
      const { out } = await example('python/send.py', sent);
      expect(JSON.parse(out)).toMatchObject({ answer: { outcome: 'accepted' } });
      // Records of one key are handled in order: once this one is, both of the others are.
      const last = JSON.stringify({ sku, quantity: 1 });
      await example('python/send.py', ['--brokers', kafka.brokers, 'receive-stock', sku, last]);
      expect(await onHand()).toBe(before + 7 + 1);
    });

    it('creates an order', async () => {
      const id = newId();
      const args = ['--brokers', kafka.brokers, 'create-order', id, JSON.stringify(orderOf(id))];
      const { out } = await example('python/send.py', args);
      expect(JSON.parse(out)).toMatchObject({ answer: { outcome: 'accepted', id, version: 1 } });
    });
  });

  describeWith('java', 'the Java console tools', () => {
    it('read the life of an order in order, with the headers of the contract', async () => {
      const told = await example('java/consume.sh', [
        kafka.brokers,
        'waybill.orders.v1',
        kafka.group('java'),
      ]);
      const mine = linesOf(told)
        .map((line) => line.split('\t'))
        .filter(([, key]) => key === orderId)
        .map(([headers]) => Object.fromEntries(headers!.split(',').map((h) => h.split(/:(.*)/).slice(0, 2))));
      expect(mine.map((headers: Headers) => headers['ce_type'])).toEqual(life);
      expect(Object.keys(mine[2]!)).toEqual(expect.arrayContaining(contractHeaders));
    });

    it('send a command that has its effect', async () => {
      const before = (await onHand()) as number;
      const headers = [
        `ce_id:${newId()},ce_type:waybill.command.receive-stock`,
        'ce_specversion:1.0,ce_source:/examples/java,content-type:application/json',
      ];
      const record = `${headers.join(',')}\t${sku}\t${JSON.stringify({ sku, quantity: 3 })}\n`;
      await example('java/produce.sh', [kafka.brokers, 'waybill.commands.v1'], record);
      await eventually(onHand, (now) => now === before + 3);
    });
  });

  describe('the partition of a key', () => {
    const keys = Array.from({ length: 200 }, (_, n) =>
      n % 2 ? newId() : `SKU-${n}.${newId().slice(-n % 7)}`,
    );
    const partitions = async (topic: string) =>
      Object.fromEntries((await kafka.records([topic])).map(({ key, partition }) => [key, partition]));
    const lines = (separator: string) => keys.map((key) => `${key}${separator}x\n`).join('');
    const kcatSends = async (...options: string[]) => {
      const topic = await kafka.topic('kcat', 12);
      await kcat(['-P', '-b', kafka.brokers, '-t', topic, '-K', '\t', ...options], lines('\t'));
      return partitions(topic);
    };
    let ours: Record<string, number>;
    beforeAll(async () => {
      const topic = await kafka.topic('kafkajs', 12);
      await publisher.publish(keys.map((key) => ({ topic, key, value: Buffer.from('x'), headers: {} })));
      ours = await partitions(topic);
      expect(Object.keys(ours)).toHaveLength(keys.length);
    });

    it('is the same by either client of ours', async () => {
      const topic = await kafka.topic('platformatic', 12);
      const other = (await chosenClient({ ...kafka.address, client: 'platformatic' })).publisher();
      await other.publish(keys.map((key) => ({ topic, key, value: Buffer.from('x'), headers: {} })));
      await other.close();
      expect(await partitions(topic)).toEqual(ours);
    });

    describeWith('java', 'chosen by Java', () => {
      it('is ours', async () => {
        const topic = await kafka.topic('java', 12);
        await example(
          'java/produce.sh',
          [kafka.brokers, topic],
          keys.map((key) => `a:b\t${key}\tx\n`).join(''),
        );
        expect(await partitions(topic)).toEqual(ours);
      });
    });

    describeWith('kcat', 'chosen by kcat', () => {
      it('is ours with murmur2_random, and another without', async () => {
        expect(await kcatSends('-X', 'topic.partitioner=murmur2_random')).toEqual(ours);
        const crc = await kcatSends();
        const same = keys.filter((key) => crc[key] === ours[key]);
        expect(same.length).toBeLessThan(keys.length / 2);
      });
    });
  });
});

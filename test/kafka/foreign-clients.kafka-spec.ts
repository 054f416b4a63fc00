import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { jarsOf } from '../../scripts/kafka-jars.mjs';
import { newId } from '../../src/platform/core/ids.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { startApp, type TestApp } from '../app.js';
import { eventually, useKafka } from './broker.js';

const run = promisify(execFile);
const example = (name: string) => path.join(import.meta.dirname, '..', '..', 'examples', 'kafka', name);
const works = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
/** Debian's python3 sees Debian's packages; one from elsewhere may not. */
const python = ['/usr/bin/python3', 'python3'].find((one) => works(one, '-c', 'import kafka'));
const hasKcat = works('kcat', '-V');
const missing = [...(hasKcat ? [] : ['kcat']), ...(python ? [] : ['python3-kafka'])];
if (missing.length > 0)
  process.stdout.write(`NOT RUN, as not installed: the examples with ${missing.join(' and ')}\n`);
if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`CI needs ${missing.join(' and ')}`);

describe('clients in other languages', () => {
  const kafka = useKafka(undefined, { own: true });
  const sku = `MUG-${newId().slice(-8)}`;
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ config: { KAFKA_BROKERS: [kafka.brokers] } });
    const price = { amountMinor: 500, currency: 'EUR' };
    await waybill.send('POST', '/v1/products', {
      key: newId(),
      body: { sku, name: 'Mug', category: 'kitchen', price },
    });
    await waybill.send('POST', `/v1/stock/${sku}/receipts`, { key: newId(), body: { quantity: 5 } });
    await eventually(
      () => kafka.admin.listTopics(),
      (topics) => topics.includes('waybill.stock-counts.v1.dlq'),
    );
  });
  afterAll(() => waybill.close());

  const draft = async (): Promise<string> => {
    const shippingAddress = {
      name: 'Ada',
      line1: 'Street 1',
      city: 'Bern',
      postalCode: '3000',
      country: 'CH',
    };
    const body = {
      customerId: waybill.customerId,
      currency: 'EUR',
      items: [{ sku, quantity: 1 }],
      shippingAddress,
      paymentMethod: { type: 'card', token: 'tok_ok' },
    };
    return String((await waybill.send('POST', '/v1/orders', { key: newId(), body })).body['id']);
  };

  (hasKcat ? it : it.skip)('kcat sends a command and watches the order’s life in order', async () => {
    const id = await draft();
    await run(example('send-command.sh'), [
      kafka.brokers,
      'confirm-order',
      id,
      JSON.stringify({ orderId: id }),
    ]);
    const life = await eventually(
      async () => {
        const { stdout } = await run(example('watch-orders.sh'), [kafka.brokers, '-e']);
        return stdout.split('\n').filter((line) => line.startsWith(id));
      },
      (lines) => lines.length >= 4,
    );
    const types = life.map((line) => /ce_type=waybill\.order\.([a-z-]+)/.exec(line)?.[1]);
    expect(types).toEqual(['created', 'confirmed', 'paid', 'shipped']);
  });

  (python ? it : it.skip)('Python counts the shelf and hears what that changed', async () => {
    const { stdout } = await run(python!, [example('stock_count.py'), kafka.brokers, sku, '42'], {
      timeout: 30_000,
    });
    expect(stdout).toMatch(/^MUG-\w+: \+\d+\n$/);
    const stock = await waybill.send('GET', `/v1/stock/${sku}`);
    expect(stock.body['onHand']).toBe(42);
  });

  it('Java puts keys on the same partitions as we do, reads our headers, and sees our group’s offsets', async () => {
    const topic = await kafka.topic('murmur', 12);
    const ours = new KafkajsPublisher(kafka.address);
    const keys = Array.from({ length: 200 }, () => newId());
    const deliveries = await ours.publish(
      keys.map((key) => ({ topic, key, value: Buffer.from('ours'), headers: { ce_type: 'x' } })),
    );
    await ours.close();
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-java-')), 'records');
    fs.writeFileSync(file, keys.map((key) => `${key}|java\n`).join(''));
    const java = (tool: string, ...args: string[]) =>
      run('sh', [
        '-c',
        'exec java -cp "$0/*" "$@" < ' + file,
        jarsOf(kafkaVersion),
        tool,
        '--bootstrap-server',
        kafka.brokers,
        ...args,
      ]);
    await java(
      'org.apache.kafka.tools.ConsoleProducer',
      ...['--topic', topic, '--property', 'parse.key=true', '--property', 'key.separator=|'],
    );
    const partitions = new Map(
      keys.map((key, i) => [key, (deliveries[i] as { partition: number }).partition]),
    );
    const theirs = (await kafka.records([topic])).filter(({ value }) => String(value) === 'java');
    expect(theirs).toHaveLength(200);
    for (const { key, partition } of theirs) expect(partition).toBe(partitions.get(key!));

    const read = await java(
      'org.apache.kafka.tools.consumer.ConsoleConsumer',
      ...['--topic', topic, '--from-beginning', '--max-messages', '400', '--property', 'print.headers=true'],
    );
    expect(read.stdout.match(/ce_type:x/g)).toHaveLength(200);
    const group = await java(
      'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand',
      '--describe',
      '--group',
      'waybill',
    );
    expect(group.stdout).toContain('waybill.commands.v1');
  });
});

const kafkaVersion = '4.2.0';

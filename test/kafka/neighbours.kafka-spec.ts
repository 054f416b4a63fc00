import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { create } from '../../src/platform/kafka/kafkajs-cluster.js';
import { cli } from '../cli.js';
import { useKafka } from './broker.js';
import { startTally, topics } from './tally.js';

interface Installation {
  readonly prefix: string;
  readonly database: TestDatabase;
  readonly app: INestApplication;
}

describe('two installations on one cluster', () => {
  const kafka = useKafka();
  const installations: Installation[] = [];
  beforeAll(async () => {
    for (const name of ['north', 'south']) {
      const database = await testDatabase();
      const prefix = `${name}-${newId()}.`;
      const settings = { KAFKA_TOPIC_PREFIX: prefix, KAFKA_GROUP_ID: '' };
      const app = await startTally(database.url, kafka.brokers, { settings });
      installations.push({ prefix, database, app });
    }
  }, 60_000);
  afterAll(async () => {
    for (const { app, database } of installations) {
      await app.close();
      await database.drop();
    }
  });

  it('each take their own commands and nothing else, and tell the world under their own names', async () => {
    const out = new KafkajsPublisher(kafka.address);
    const keys = installations.map(() => newId());
    const sent = installations.flatMap(({ prefix }, which) =>
      Array.from({ length: 12 }, (_, by) => ({
        topic: `${prefix}${topics.commands}`,
        key: keys[which]!,
        value: Buffer.from(JSON.stringify({ tallyId: keys[which], by: by + 1 })),
        headers: {
          ce_specversion: '1.0',
          ce_id: newId(),
          ce_source: '/spec',
          ce_type: 'tally.count',
          'content-type': 'application/json',
        },
      })),
    );
    await eventually(
      () => out.publish(sent),
      (all) => all.every(({ kind }) => kind === 'sent'),
      30_000,
    );
    await out.close();
    for (const [which, { prefix, app }] of installations.entries()) {
      const query = <Row extends object>(sql: string) => app.get(Database).query<Row>(sql);
      await eventually(
        () => query('select from platform.inbox'),
        (rows) => rows.length === 12,
        30_000,
      );
      expect(await query(`select distinct msg_key from platform.inbox`)).toEqual([{ msg_key: keys[which] }]);
      await eventually(
        () => query(`select from audit.outbox where state = 'published'`),
        (rows) => rows.length === 12,
      );
      expect(await query('select distinct topic from audit.outbox')).toEqual([
        { topic: `${prefix}${topics.out}` },
      ]);
      const told = await kafka.records([`${prefix}${topics.out}`]);
      expect(told.map(({ key }) => key)).toEqual(Array(12).fill(keys[which]));
      expect((await kafka.records([`${prefix}waybill.replies.v1`])).length).toBeGreaterThanOrEqual(12);
    }
  }, 60_000);

  it('find out beforehand what is missing, create it, and are told what is otherwise', async () => {
    const prefix = `east-${newId()}.`;
    const topic = `${prefix}waybill.orders.v1`;
    await create(kafka.admin, [{ topic, numPartitions: 3, replicationFactor: 1 }]);
    const before = { ...process.env };
    Object.assign(process.env, { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC_PREFIX: prefix });
    const ask = async (...options: string[]) => {
      const { code, out } = await cli('topics', ...options, '--json');
      const { data } = JSON.parse(out) as { data: { topics: Record<string, unknown>[] } };
      return { code, of: (name: string) => data.topics.find((one) => one['topic'] === `${prefix}${name}`) };
    };
    try {
      const checked = await ask('--check');
      expect([checked.code, checked.of('waybill.commands.v1')]).toMatchObject([6, { state: 'missing' }]);
      const planned = await ask('--create', '--dry-run');
      expect(planned.of('waybill.commands.v1.dlq')).toMatchObject({
        state: 'would be created',
        partitions: 3,
        retentionDays: 30,
      });
      const created = await ask('--create');
      expect(created.of('waybill.commands.v1')).toMatchObject({
        state: 'created',
        partitions: 12,
        replicas: 1,
      });
      expect([created.code, created.of('waybill.orders.v1')]).toMatchObject([
        6,
        { state: 'different', differences: expect.stringContaining('3 partitions instead of 12') },
      ]);
      await kafka.admin.deleteTopics({ topics: [topic] });
      await eventually(
        () => ask('--create'),
        ({ code }) => code === 0,
      );
      expect((await ask('--check')).code).toBe(0);
      expect((await cli('topics', '--dry-run')).code).toBe(2);
      Object.assign(process.env, { KAFKA_BROKERS: '127.0.0.1:1' });
      expect(await cli('topics', '--check')).toMatchObject({
        code: 5,
        err: expect.stringContaining('Kafka at 127.0.0.1:1'),
      });
    } finally {
      for (const name of ['KAFKA_BROKERS', 'KAFKA_TOPIC_PREFIX']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
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
      const app = await startTally(database.url, kafka.brokers, undefined, settings);
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
});

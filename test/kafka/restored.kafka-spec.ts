import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import pg from 'pg';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { EventLog } from '../../src/platform/event-store/event-log.js';
import { Epochs } from '../../src/platform/kafka/epochs.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { provision, topicPlan } from '../../src/platform/kafka/topics.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { useKafka } from './broker.js';
import { startTally, topics } from './tally.js';

/** What a dump and its restoring come to: the database as it stood at this moment, beside the one that goes on. */
async function dumped(url: string): Promise<TestDatabase> {
  const name = new URL(url).pathname.slice(1);
  const copy = `${name}_restored`;
  const run = async (statement: string): Promise<void> => {
    const admin = new pg.Client({ connectionString: process.env['WAYBILL_TEST_SERVER']! });
    await admin.connect();
    await admin.query(statement).finally(() => admin.end());
  };
  await eventually(
    () =>
      run(`create database ${copy} template ${name}`).then(
        () => true,
        () => false,
      ),
    (made) => made,
  );
  const restored = new URL(url);
  restored.pathname = `/${copy}`;
  return { url: restored.href, drop: () => run(`drop database if exists ${copy} with (force)`) };
}

describe('a database restored beside a living Kafka', () => {
  const kafka = useKafka();
  let database: TestDatabase;
  let restored: TestDatabase | undefined;
  let app: INestApplication;
  let out: KafkajsPublisher;
  const key = newId();
  beforeAll(async () => {
    database = await testDatabase();
    await provision(kafka.client, kafka.address, topicPlan([topics.out], [topics.commands, topics.told]));
    out = new KafkajsPublisher(kafka.address);
  });
  afterAll(async () => {
    await out.close();
    await app?.close();
    await restored?.drop();
    await database.drop();
  });

  const send = async (by: number, id = newId()): Promise<string> => {
    const headers = {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/spec',
      ce_type: 'tally.count',
      'content-type': 'application/json',
    };
    const value = Buffer.from(JSON.stringify({ tallyId: key, by }));
    const [delivery] = await out.publish([{ topic: topics.commands, key, value, headers }]);
    expect(delivery).toEqual(expect.objectContaining({ kind: 'sent' }));
    return id;
  };
  const query = <Row extends object>(sql: string, params: unknown[] = []) =>
    app.get(Database).query<Row>(sql, params);
  const totals = async () =>
    (await app.get(EventLog).readStream(`tally-${key}`)).flatMap(({ event: { data } }) =>
      'by' in data ? [data.by] : [],
    );
  const applied = (n: number) => eventually(totals, (all) => all.length === n, 30_000);
  const repliesTo = async (id: string, n: number) => {
    const found = await eventually(
      async () =>
        (await kafka.records(['waybill.replies.v1'])).filter((r) => r.headers['ce_causationid'] === id),
      (all) => all.length === n,
      30_000,
    );
    return found.map(({ value, headers }) => [
      headers['ce_epoch'],
      (JSON.parse(String(value)) as { outcome: string }).outcome,
    ]);
  };
  const told = async (n: number) => {
    const found = await eventually(
      async () => (await kafka.records([topics.out])).filter((record) => record.key === key),
      (all) => all.length === n,
      30_000,
    );
    return found.map(({ headers, value }) => [
      headers['ce_epoch'],
      headers['ce_streamversion'],
      (JSON.parse(String(value)) as { by: number }).by,
    ]);
  };

  it('applies again what it has lost, from its record, and tells the versions apart by epoch', async () => {
    app = await startTally(database.url, kafka.brokers);
    await send(1);
    await applied(1);
    await told(1);
    await app.close();
    restored = await dumped(database.url);

    app = await startTally(database.url, kafka.brokers);
    const lost = await send(2);
    await applied(2);
    await told(2);
    expect(await repliesTo(lost, 1)).toEqual([['1', 'accepted']]);
    await app.close();

    app = await startTally(restored.url, kafka.brokers);
    expect(await applied(2)).toEqual([1, 2]);
    expect(await repliesTo(lost, 2)).toEqual([
      ['1', 'accepted'],
      ['2', 'accepted'],
    ]);
    expect(await told(3)).toEqual([
      ['1', '1', 1],
      ['1', '3', 2],
      ['2', '3', 2],
    ]);
    expect(await query('select epoch, reason from audit.epochs order by epoch')).toEqual([
      { epoch: 1, reason: 'the beginning' },
      { epoch: 2, reason: expect.stringContaining('another database') },
    ]);
    expect(await query('select distinct database_epoch from audit.checkpoints')).toEqual([
      { database_epoch: 2 },
    ]);
  }, 120_000);

  it('stays in its epoch over restarts, and has no effect twice', async () => {
    await send(3);
    await applied(3);
    await told(4);
    await app.close();
    app = await startTally(restored!.url, kafka.brokers);
    await send(4);
    expect(await applied(4)).toEqual([1, 2, 3, 4]);
    expect((await app.get(Epochs).current()).epoch).toBe(2);
  }, 60_000);

  it('set back in place, with nothing else to show it, is known by the offsets of its group', async () => {
    await told(5);
    await app.close();
    const client = new pg.Client({ connectionString: restored!.url });
    await client.connect();
    const { rowCount } = await client.query('update platform.consumed set next_offset = next_offset - 1');
    await client.end();
    expect(rowCount).toBe(1);
    app = await startTally(restored!.url, kafka.brokers);
    await eventually(
      () => app.get(Epochs).current(),
      ({ epoch }) => epoch === 3,
    );
    await send(5);
    expect(await applied(5)).toEqual([1, 2, 3, 4, 5]);
    expect((await told(6)).at(-1)).toEqual(['3', expect.any(String), 5]);
    await app.close();
    app = await startTally(restored!.url, kafka.brokers);
    await send(6);
    await applied(6);
    expect((await app.get(Epochs).current()).epoch).toBe(3);
  }, 60_000);
});

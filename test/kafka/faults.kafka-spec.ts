import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { freePort, startBroker, type Broker } from '../../scripts/kafka-broker.mjs';
import { newId } from '../../src/platform/core/ids.js';
import { systemContext } from '../../src/platform/cqrs/command.js';
import { Database } from '../../src/platform/event-store/database.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { provision, topicPlan } from '../../src/platform/kafka/topics.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { faultyLink, type FaultyLink } from '../faults/proxy.js';
import { connectTo, type ReadRecord, type TestKafka } from './broker.js';
import { Count, soonDead, startTally, topics } from './tally.js';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('when Kafka misbehaves', () => {
  let broker: Broker;
  let brokerPort: number;
  let link: FaultyLink;
  let kafka: TestKafka;
  let database: TestDatabase;
  const apps: INestApplication[] = [];
  let outside: KafkajsPublisher;
  beforeAll(async () => {
    brokerPort = await freePort();
    link = await faultyLink(`http://127.0.0.1:${brokerPort}`);
    broker = await startBroker({ port: brokerPort, advertisedPort: Number(new URL(link.url).port) });
    kafka = await connectTo(broker.brokers);
    await provision(kafka.client, kafka.address, topicPlan([topics.out], [topics.commands, topics.told]));
    database = await testDatabase();
    apps.push(await start());
    outside = new KafkajsPublisher(kafka.address);
  });
  afterAll(async () => {
    await outside.close();
    await Promise.all(apps.map((app) => app.close()));
    await kafka.admin.disconnect();
    await broker.stop();
    await link.close();
    await database.drop();
  });

  const start = () => startTally(database.url, broker.brokers, { times: soonDead });
  const query = <Row extends object>(sql: string, params: unknown[] = []) =>
    apps[0]!.get(Database).query<Row>(sql, params);
  const count = (tallyId: string, by: number) =>
    apps[0]!.get(CommandBus).execute(new Count({ tallyId, by, note: '' }, systemContext('spec')));
  const command = (key: string, by: number, id = newId()) => ({
    topic: topics.commands,
    key,
    value: Buffer.from(JSON.stringify({ tallyId: key, by })),
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/spec',
      ce_type: 'tally.count',
      'content-type': 'application/json',
    },
  });
  const send = (records: ReturnType<typeof command>[]) =>
    eventually(
      async () => (await outside.publish(records)).every(({ kind }) => kind === 'sent'),
      (sent) => sent,
      30_000,
    );
  const published = (keys: readonly string[], n: number) =>
    eventually(
      () => query(`select from audit.outbox where msg_key = any ($1) and state = 'published'`, [keys]),
      (rows) => rows.length === n,
      40_000,
    );
  const effects = async (key: string): Promise<number[]> => {
    const rows = await query<{ by: number }>(
      `select (data->>'by')::int as by from platform.events where stream_id = $1 and type = 'Counted' order by version`,
      [`tally-${key}`],
    );
    return rows.map(({ by }) => by);
  };
  /** K1, K2, K3: everything is there, copies are equal, first occurrences are in order. */
  const inTopic = async (key: string): Promise<{ firsts: number[]; copies: number }> => {
    const found = (await kafka.records([topics.out])).filter((record) => record.key === key);
    const first = new Map<string, ReadRecord>();
    for (const record of found) {
      const known = first.get(record.headers['ce_id']!);
      if (known) expect(record.value!.equals(known.value!)).toBe(true);
      else first.set(record.headers['ce_id']!, record);
    }
    const firsts = [...first.values()].map(({ value }) => (JSON.parse(String(value)) as { by: number }).by);
    return { firsts, copies: found.length - first.size };
  };

  it('loses, swaps and doubles nothing when replies to Produce are cut', async () => {
    const keys = [newId(), newId()];
    link.cutRepliesTo('tally.counted', 2);
    for (const by of upTo(30)) {
      await Promise.all(keys.map((key) => count(key, by)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await published(keys, 60);
    link.heal();
    expect(link.cuts).toBeGreaterThan(1);
    for (const key of keys) expect((await inTopic(key)).firsts).toEqual(upTo(30));
  });

  it('goes on where it was when the broker is killed in the middle, both ways; commands never wait for it', async () => {
    const [out, into] = [newId(), newId()];
    const ids = upTo(20).map(() => newId());
    await count(out, 1);
    await send(upTo(10).map((by) => command(into, by, ids[by - 1])));
    const killed = broker.kill();
    let slowest = 0;
    for (const by of upTo(20).slice(1)) {
      const began = performance.now();
      await count(out, by);
      slowest = Math.max(slowest, performance.now() - began);
    }
    expect(slowest).toBeLessThan(10_000);
    await killed;
    const [lag] = await query<{ behind: number }>(
      `select (select max(position) from platform.events) - position as behind from platform.subscriptions
       where name = 'kafka.relay'`,
    );
    expect(lag!.behind).toBeGreaterThan(0);
    await broker.restart();
    const restarted = performance.now();
    await published([out], 20);
    const recovered = Math.round(performance.now() - restarted);
    expect((await inTopic(out)).firsts).toEqual(upTo(20));
    // The sender repeats what it sent before it was cut off, as senders do.
    await send(upTo(20).map((by) => command(into, by, ids[by - 1])));
    await eventually(
      () => effects(into),
      (now) => now.length === 20,
      40_000,
    );
    expect(await effects(into)).toEqual(upTo(20));
    expect(recovered).toBeLessThan(15_000);
  }, 120_000);

  it('makes its topics anew on a broker that comes back empty, and goes on both ways', async () => {
    await broker.stop();
    await kafka.admin.disconnect();
    const advertisedPort = Number(new URL(link.url).port);
    broker = await startBroker({ port: brokerPort, advertisedPort });
    kafka = await connectTo(broker.brokers);
    const [out, into] = [newId(), newId()];
    for (const by of upTo(5)) await count(out, by);
    await published([out], 5);
    expect((await inTopic(out)).firsts).toEqual(upTo(5));
    await send(upTo(5).map((by) => command(into, by)));
    await eventually(
      () => effects(into),
      (now) => now.length === 5,
      40_000,
    );
    const { partitions } = (await kafka.admin.fetchTopicMetadata({ topics: [topics.told] })).topics[0]!;
    expect(partitions).toHaveLength(12);
  }, 120_000);

  it('has one effect for each record while members come and go and everything is sent twice', async () => {
    const keys = upTo(6).map(() => newId());
    const ids = new Map(keys.map((key) => [key, upTo(20).map(() => newId())]));
    const everything = upTo(20).flatMap((by) => keys.map((key) => command(key, by, ids.get(key)![by - 1])));
    await send(everything.slice(0, 60));
    for (let member = 0; member < 3; member++) {
      const other = await start();
      await send(everything.slice(60 + member * 20, 80 + member * 20));
      await other.close();
    }
    await send(everything);
    await eventually(
      () => query(`select from platform.inbox where msg_key = any ($1)`, [keys]),
      (rows) => rows.length === 120,
      40_000,
    );
    for (const key of keys) expect(await effects(key)).toEqual(upTo(20));
  }, 120_000);
});

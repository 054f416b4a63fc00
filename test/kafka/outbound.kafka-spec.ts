import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { newId } from '../../src/platform/core/ids.js';
import { systemContext } from '../../src/platform/cqrs/command.js';
import { Database } from '../../src/platform/event-store/database.js';
import { EventLog } from '../../src/platform/event-store/event-log.js';
import { traceparentOf } from '../../src/platform/tracing/trace-context.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { IntegrationEventPublisher, type OutgoingRecord } from '../../src/platform/kafka/publisher.js';
import { provision, topicPlan } from '../../src/platform/kafka/topics.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { useKafka, type ReadRecord } from './broker.js';
import { Count, startTally, topics } from './tally.js';

/** Publishes for real; then, as often as it was told to, the process loses its database before it hears of it. */
class DiesAfterTheAck extends IntegrationEventPublisher {
  deaths = 0;
  constructor(
    private readonly real: IntegrationEventPublisher,
    private readonly die: () => Promise<unknown>,
  ) {
    super();
  }
  async publish(records: readonly OutgoingRecord[]) {
    const deliveries = await this.real.publish(records);
    if (this.deaths > 0 && this.deaths--) await this.die();
    return deliveries;
  }
  close() {
    return this.real.close();
  }
}

describe('events that go out', () => {
  const kafka = useKafka();
  let database: TestDatabase;
  let app: INestApplication;
  let publisher: DiesAfterTheAck;
  beforeAll(async () => {
    database = await testDatabase();
    await provision(kafka.client, kafka.address, topicPlan([topics.out], [topics.commands, topics.told]));
    publisher = new DiesAfterTheAck(new KafkajsPublisher(kafka.address), () =>
      query(`select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`),
    );
    app = await startTally(database.url, kafka.brokers, { publisher });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const query = <Row extends object>(sql: string, params: unknown[] = []) =>
    app.get(Database).query<Row>(sql, params);
  const count = (tallyId: string, by: number, note = '') =>
    app.get(CommandBus).execute(new Count({ tallyId, by, note }, systemContext('spec')));
  const outOf = async (keys: readonly string[]): Promise<ReadRecord[]> =>
    (await kafka.records([topics.out])).filter(({ key }) => keys.includes(key!));
  const arrived = (keys: readonly string[], atLeast: number) =>
    eventually(
      () => outOf(keys),
      (found) => found.length >= atLeast,
    );

  it('carry a whole CloudEvents envelope, under the aggregate’s key; private events stay', async () => {
    const key = newId();
    await count(key, 3, 'hello');
    const [record] = await arrived([key], 1);
    const [recorded] = await app.get(EventLog).readStream(`tally-${key}`);
    expect(record!.headers).toEqual({
      ce_specversion: '1.0',
      ce_id: recorded!.id,
      ce_source: expect.stringMatching(/^\/tally\/out/),
      ce_type: 'tally.counted',
      ce_subject: `tally-${key}`,
      ce_time: recorded!.occurredAt,
      ce_dataschema: `/contracts/${topics.out}/tally.counted.json`,
      ce_streamversion: '1',
      ce_epoch: '1',
      traceparent: traceparentOf(recorded!),
      ce_correlationid: recorded!.metadata.correlationId,
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(record!.value))).toEqual({ by: 3, note: 'hello' });
    expect(await outOf([key])).toHaveLength(1);
  });

  it('stand in order for each key, and the audit view knows where each one is', async () => {
    const keys = Array.from({ length: 5 }, () => newId());
    await Promise.all(
      keys.map(async (key) => {
        for (let by = 1; by <= 10; by++) await count(key, by);
      }),
    );
    const found = await arrived(keys, 50);
    for (const key of keys) {
      const mine = found.filter((record) => record.key === key);
      expect(mine.map(({ value }) => (JSON.parse(String(value)) as { by: number }).by)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
      expect(new Set(mine.map(({ partition }) => partition)).size).toBe(1);
    }
    const audited = await eventually(
      () =>
        query<{ event_id: string; partition: number; offset: number }>(
          `select event_id, partition, "offset" from audit.outbox where msg_key = any ($1) and state = 'published'`,
          [keys],
        ),
      (rows) => rows.length === 50,
    );
    for (const { event_id, partition, offset } of audited) {
      const there = found.find((record) => record.headers['ce_id'] === event_id);
      expect(there).toMatchObject({ partition, offset: String(offset) });
    }
  });

  it.each([
    ['has no public form', 'unmappable', 'no public form'],
    ['is larger than the broker takes', 'huge', 'MESSAGE_TOO_LARGE'],
  ])('hold up only their own stream when one %s, and ask for attention', async (_, note, error) => {
    const [bad, good] = [newId(), newId()];
    await count(bad, 1);
    await count(bad, 2, note);
    await count(bad, 3);
    await count(good, 4);
    await arrived([good], 1);
    const parked = await eventually(
      () =>
        query<{ error: string | null; state: string }>(
          `select state, error from platform.parked where sequence = $1 and resolved_at is null order by position`,
          [`tally-${bad}`],
        ),
      (rows) => rows.length === 2,
    );
    expect(parked[0]!.error).toContain(error);
    expect(parked[1]).toMatchObject({ state: 'behind' });
    await count(good, 5);
    await arrived([good], 2);
    // The halves of a batch that held the guilty one may have been sent before: repeats, never others.
    expect(new Set((await outOf([bad])).map(({ value }) => String(value)))).toEqual(
      new Set(['{"by":1,"note":""}']),
    );
  });

  it('come twice, never not at all, when the process dies between the acknowledgement and the checkpoint', async () => {
    const key = newId();
    publisher.deaths = 3;
    for (let by = 1; by <= 20; by++) await count(key, by);
    await eventually(
      () => publisher.deaths,
      (left) => left === 0,
    );
    await eventually(
      () => query(`select from audit.outbox where msg_key = $1 and state = 'published'`, [key]),
      (rows) => rows.length === 20,
    );
    const found = await outOf([key]);
    expect(found.length).toBeGreaterThan(20);
    const firsts = [...new Map(found.map((record) => [record.headers['ce_id'], record])).values()];
    const seen = new Set<string>();
    const inOrder = found.filter(
      ({ headers }) => !seen.has(headers['ce_id']!) && seen.add(headers['ce_id']!),
    );
    expect(inOrder.map(({ value }) => (JSON.parse(String(value)) as { by: number }).by)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    for (const { headers, value } of found) {
      expect(value!.equals(firsts.find((first) => first.headers['ce_id'] === headers['ce_id'])!.value!)).toBe(
        true,
      );
    }
  });
});

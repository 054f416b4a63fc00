import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { EventLog } from '../../src/platform/event-store/event-log.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { commandIdOf } from '../../src/platform/kafka/effects.js';
import { DeadLetterDesk } from '../../src/platform/kafka/dead-letter-desk.js';
import { provision, topicPlan } from '../../src/platform/kafka/topics.js';
import type { HeaderValue } from '../../src/platform/kafka/publisher.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { useKafka } from './broker.js';
import { group, startTally, topics } from './tally.js';

interface Sent {
  readonly topic?: string;
  readonly id?: string;
  readonly type?: string;
  readonly value?: Buffer | string | object | null;
  readonly headers?: Record<string, HeaderValue | HeaderValue[]>;
}

describe('records that come in', () => {
  const kafka = useKafka();
  let database: TestDatabase;
  let app: INestApplication;
  let out: KafkajsPublisher;
  beforeAll(async () => {
    database = await testDatabase();
    await provision(kafka.client, kafka.address, topicPlan([topics.out], [topics.commands, topics.told]));
    app = await startTally(database.url, kafka.brokers);
    out = new KafkajsPublisher(kafka.address);
  });
  afterAll(async () => {
    await out.close();
    await app.close();
    await database.drop();
  });

  const send = async (key: string | null, { topic = topics.commands, ...sent }: Sent): Promise<string> => {
    const id = sent.id ?? newId();
    const { value = {} } = sent;
    const bytes =
      value === null || Buffer.isBuffer(value)
        ? value
        : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const type = sent.type ?? (topic === topics.commands ? 'tally.count' : 'tally.told');
    const headers = {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/spec',
      ce_type: type,
      'content-type': 'application/json',
      ...sent.headers,
    };
    const [delivery] = await out.publish([{ topic, key, value: bytes, headers }]);
    expect(delivery).toMatchObject({ kind: 'sent' });
    return id;
  };
  const query = <Row extends object>(sql: string, params: unknown[] = []) =>
    app.get(Database).query<Row>(sql, params);
  const processed = (id: string) =>
    eventually(
      () => query('select 1 from platform.inbox where message_id = $1', [id]),
      (rows) => rows.length === 1,
    );
  const letter = async (id: string) => {
    const [row] = await eventually(
      () =>
        query<{ id: string; reason: string; attempts: number }>(
          'select id, reason, attempts from platform.dead_letters where message_id = $1',
          [id],
        ),
      (rows) => rows.length === 1,
    );
    return row!;
  };
  const totals = (tallyId: string) =>
    app
      .get(EventLog)
      .readStream(`tally-${tallyId}`)
      .then((events) => events.flatMap(({ event: { data } }) => ('by' in data ? [data.by] : [])));
  const count = (tallyId: string, by: number, note = '') => ({ tallyId, by, note });

  it('become one effect, however often they are sent, and the sender is told each time under one id', async () => {
    const key = newId();
    const id = await send(key, { value: count(key, 5) });
    await processed(id);
    await send(key, { id, value: count(key, 5) });
    const last = await send(key, { value: count(key, 7) });
    await processed(last);
    expect(await totals(key)).toEqual([5, 7]);
    const replies = await eventually(
      async () => (await kafka.records(['waybill.replies.v1'])).filter((r) => r.key === key),
      (found) => found.length === 3,
    );
    expect(replies.map(({ headers }) => [headers['ce_type'], headers['ce_causationid']])).toEqual([
      ['waybill.reply.accepted', id],
      ['waybill.reply.accepted', id],
      ['waybill.reply.accepted', last],
    ]);
    expect(replies[0]!.headers['ce_id']).toBe(replies[1]!.headers['ce_id']);
    expect(JSON.parse(String(replies[0]!.value))).toEqual({ outcome: 'accepted', id: key, version: 2 });
  });

  it('run as a service named after the sender, under an id that follows from source and id', async () => {
    const key = newId();
    const id = await send(key, { value: count(key, 1), headers: { ce_correlationid: 'basket-9' } });
    await processed(id);
    const [first] = await app.get(EventLog).readStream(`tally-${key}`);
    expect(first).toMatchObject({
      commandId: commandIdOf({ source: '/spec', id }),
      metadata: { actor: 'service:kafka//spec', correlationId: 'basket-9', causationId: null },
    });
  });

  it('are answered with a refusal when the business says no, and that is no dead letter', async () => {
    const key = newId();
    const id = await send(key, { value: count(key, 2_000) });
    await processed(id);
    const [reply] = await eventually(
      async () => (await kafka.records(['waybill.replies.v1'])).filter((r) => r.key === key),
      (found) => found.length === 1,
    );
    expect(JSON.parse(String(reply!.value))).toEqual({
      outcome: 'rejected',
      code: 'tally.full',
      detail: 'a tally ends at 1000',
    });
    expect(await query('select from platform.dead_letters where message_id = $1', [id])).toEqual([]);
  });

  const poison: [string, string, Sent][] = [
    ['broken JSON', 'not-json', { value: '{"tallyId":' }],
    ['a tombstone', 'no-value', { value: null }],
    ['bytes of a schema registry', 'not-json', { value: Buffer.from([0, 0, 0, 0, 7, 2]) }],
    ['bytes that are not UTF-8', 'encoding', { value: Buffer.from([0x22, 0xff, 0x22]) }],
    ['a missing property', 'schema', { value: { tallyId: 'x' } }],
    ['an unknown property', 'schema', { value: { tallyId: 'x', by: 1, admin: true } }],
    ['an integer past 2^53', 'schema', { value: '{"tallyId":"x","by":12345678901234567890}' }],
    ['a type nobody knows', 'unknown-type', { type: 'tally.guess' }],
    ['a type of another topic', 'unknown-type', { type: 'tally.told', value: { tallyId: 'x', by: 1 } }],
    ['two ids', 'envelope', { headers: { ce_source: ['/a', '/b'] } }],
    ['no CloudEvents version', 'envelope', { headers: { ce_specversion: '' } }],
    ['300 KB', 'too-large', { value: Buffer.alloc(300_000, 32) }],
  ];

  it('are dead letters when they can never be handled: twelve kinds, while other keys flow', async () => {
    const ids = await Promise.all(poison.map(([, , sent]) => send(newId(), sent)));
    const key = newId();
    await processed(await send(key, { value: count(key, 1) }));
    const letters = await Promise.all(ids.map((id) => letter(id)));
    expect(letters.map(({ reason, attempts }) => [reason, attempts])).toEqual(
      poison.map(([, reason]) => [reason, 1]),
    );
    const copies = await eventually(
      async () =>
        (await kafka.records([`${topics.commands}.dlq`])).filter((r) => ids.includes(r.headers['ce_id']!)),
      (found) => found.length === ids.length,
    );
    const broken = copies.find(({ headers }) => headers['ce_id'] === ids[0]);
    expect(broken!.value!.toString()).toBe('{"tallyId":');
    expect(broken!.headers).toMatchObject({
      dlq_reason: 'not-json',
      dlq_attempts: '1',
      dlq_topic: topics.commands,
      dlq_partition: expect.stringMatching(/^\d+$/),
      dlq_offset: expect.stringMatching(/^\d+$/),
    });
  });

  it('that are commands nobody can read are answered, and hold up nobody', async () => {
    const key = newId();
    const bad = [
      await send(key, { value: { tallyId: key } }),
      await send(key, { value: '{"tallyId":' }),
      await send(key, { value: count(key, 1), headers: { ce_dataschema: '/contracts/another.json' } }),
    ];
    const good = await send(key, { value: count(key, 1) });
    await send(key, { id: bad[0]!, value: count(key, 2) });
    await processed(good);
    await processed(bad[0]!);
    expect(await totals(key)).toEqual([1, 2]);
    const replies = await eventually(
      async () => (await kafka.records(['waybill.replies.v1'])).filter((r) => r.key === key),
      (found) => found.length === 5,
    );
    expect(
      replies.map(({ headers, value }) => [
        headers['ce_causationid'],
        ...Object.values(JSON.parse(String(value)) as Record<string, string>).slice(0, 2),
      ]),
    ).toEqual([
      ...bad.map((id) => [id, 'rejected', 'invalid-request']),
      [good, 'accepted', key],
      [bad[0], 'accepted', key],
    ]);
    expect(JSON.parse(String(replies[0]!.value))).toMatchObject({ detail: expect.stringContaining('/by') });
    expect(new Set(replies.map(({ headers }) => headers['ce_id'])).size).toBe(5);
    expect(await letter(bad[1]!)).toMatchObject({ reason: 'not-json' });
    // As after a death between dead letter and answer: it is the same one.
    await send(key, { id: bad[1]!, value: '{"tallyId":' });
    const again = await eventually(
      async () => (await kafka.records(['waybill.replies.v1'])).filter((r) => r.key === key),
      (found) => found.length === 6,
    );
    expect(again[5]!.headers['ce_id']).toBe(replies[1]!.headers['ce_id']);
    const told = await send(key, { topic: topics.told, value: { tallyId: key } });
    const next = await send(key, { topic: topics.told, value: count(key, 3) });
    expect(await letter(told)).toMatchObject({ reason: 'schema' });
    expect(await letter(next)).toMatchObject({ reason: 'behind' });
  });

  it('of a key wait behind its dead letter, in order, until an operator replays or discards', async () => {
    const key = newId();
    const first = await send(key, { topic: topics.told, value: count(key, 2_000) });
    const behind = [
      await send(key, { topic: topics.told, value: count(key, 1) }),
      await send(key, { topic: topics.told, value: count(key, 2) }),
    ];
    expect(await letter(first)).toMatchObject({ reason: 'tally.full' });
    for (const id of behind) expect(await letter(id)).toMatchObject({ reason: 'behind' });
    expect(await totals(key)).toEqual([]);

    const desk = app.get(DeadLetterDesk);
    const decision = { by: 'operator:ann', reason: 'looked at it' };
    const { id } = await letter(first);
    expect(await desk.replay(id, decision)).toEqual({
      replayed: [],
      open: 3,
      error: 'tally.full: a tally ends at 1000',
    });
    await desk.discard(id, decision);
    const { replayed } = await desk.replay((await letter(behind[0]!)).id, decision);
    expect(replayed).toHaveLength(2);
    expect(await totals(key)).toEqual([1, 2]);
    await processed(await send(key, { topic: topics.told, value: count(key, 3) }));
    expect(await totals(key)).toEqual([1, 2, 3]);
    const audited = await query(
      `select reason_code, resolution from audit.parked where msg_key = $1 order by parked_at`,
      [key],
    );
    expect(audited).toEqual([
      { reason_code: 'tally.full', resolution: 'discarded' },
      { reason_code: 'behind-another', resolution: 'replayed' },
      { reason_code: 'behind-another', resolution: 'replayed' },
    ]);
  });

  it('are a dead letter after five tries when our own code fails, and the consumer lives on', async () => {
    const key = newId();
    const id = await send(key, { value: count(key, 1, 'bug') });
    expect(await letter(id)).toMatchObject({ reason: 'failed', attempts: 5 });
    const other = newId();
    await processed(await send(other, { value: count(other, 1) }));
  });

  it('with a known id but another value are no repeat', async () => {
    const key = newId();
    const id = await send(key, { value: count(key, 1) });
    await processed(id);
    await send(key, { id, value: count(key, 2) });
    expect(await letter(id)).toMatchObject({ reason: 'id-reused' });
    expect(await totals(key)).toEqual([1]);
  });

  it('that were given up stay so when a group that knows no offsets reads their topic again', async () => {
    const key = newId();
    const tell = (by: number) => send(key, { topic: topics.told, value: count(key, by) });
    await processed(await tell(990));
    const { id } = await letter(await tell(20));
    await app.get(DeadLetterDesk).discard(id, { by: 'operator:ann', reason: 'it was counted by hand' });
    await processed(await tell(-500));
    await app.close();
    const settings = { KAFKA_GROUP_ID: `${group}.anew` };
    app = await startTally(database.url, kafka.brokers, { settings });
    await processed(await tell(3));
    expect(await totals(key)).toEqual([990, -500, 3]);
    expect(await query('select state from platform.dead_letters where id = $1', [id])).toEqual([
      { state: 'discarded' },
    ]);
  });
});

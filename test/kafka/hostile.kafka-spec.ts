import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import kafkajs from 'kafkajs';
import { randomBytes } from 'node:crypto';
import snappy from 'snappyjs';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { EventLog } from '../../src/platform/event-store/event-log.js';
import { KafkaState } from '../../src/platform/kafka/client-state.js';
import { commandIdOf } from '../../src/platform/kafka/effects.js';
import { DeadLetterDesk } from '../../src/platform/kafka/dead-letter-desk.js';
import { create } from '../../src/platform/kafka/kafkajs-cluster.js';
import { provision, topicPlan } from '../../src/platform/kafka/topics.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { useKafka } from './broker.js';
import { describeWith, example } from './foreign-tools.js';
import { startTally, topics } from './tally.js';

const { CompressionTypes, CompressionCodecs } = kafkajs;
CompressionCodecs[CompressionTypes.Snappy] = () => ({
  compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(Buffer.from(snappy.compress(buffer))),
  decompress: () => Promise.reject(new Error('only compresses')),
});

type Headers = Record<string, string | Buffer | string[]>;

describe('records that nobody foresaw', () => {
  const kafka = useKafka();
  let database: TestDatabase;
  let app: INestApplication;
  let producer: kafkajs.Producer;
  beforeAll(async () => {
    database = await testDatabase();
    await provision(kafka.client, kafka.address, topicPlan([topics.out], [topics.commands, topics.told]));
    app = await startTally(database.url, kafka.brokers);
    producer = new kafkajs.Kafka({ brokers: [kafka.brokers], logLevel: kafkajs.logLevel.NOTHING }).producer();
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await app.close();
    await database.drop();
  });

  const query = <Row extends object>(sql: string, params: unknown[] = []) =>
    app.get(Database).query<Row>(sql, params);
  const headersOf = (id: string, over: Headers = {}): Headers => ({
    ce_specversion: '1.0',
    ce_id: id,
    ce_source: '/spec',
    ce_type: 'tally.count',
    'content-type': 'application/json',
    ...over,
  });
  const send = async (
    key: string | Buffer | null,
    value: object | Buffer | null,
    headers: Headers,
    { compression = CompressionTypes.None, timestamp = undefined as string | undefined, partition = 0 } = {},
  ) => {
    const bytes = value === null || Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
    const [written] = await producer.send({
      topic: topics.commands,
      compression,
      messages: [
        {
          key,
          value: bytes,
          headers: headers as kafkajs.IHeaders,
          partition,
          ...(timestamp !== undefined && { timestamp }),
        },
      ],
    });
    return Number(written!.baseOffset);
  };
  const count = (tallyId: string, by: number) => ({ tallyId, by });
  const totals = async (tallyId: string) =>
    (await app.get(EventLog).readStream(`tally-${tallyId}`)).flatMap(({ event: { data } }) =>
      'by' in data ? [data.by] : [],
    );
  /** A record of its own key that comes after in the same partition has its effect: nothing is held up. */
  const flows = async (partition = 0): Promise<void> => {
    const key = newId();
    await send(key, count(key, 1), headersOf(newId()), { partition });
    await eventually(
      () => totals(key),
      (all) => all.length === 1,
    );
  };
  const letterAt = async (offset: number, partition = 0) => {
    const [letter] = await eventually(
      () =>
        query<{ id: string; reason: string; error: string; value: Buffer | null; headers: unknown }>(
          `select id, reason, error, value, headers from platform.dead_letters
           where topic = $1 and partition = $2 and "offset" = $3`,
          [topics.commands, partition, offset],
        ),
      (rows) => rows.length === 1,
      30_000,
    );
    return letter!;
  };

  it('have their effect where only an optional or unknown header is repeated or nonsense', async () => {
    const key = newId();
    const odd: Headers = {
      ce_subject: '',
      traceparent: '00-0',
      ce_time: '9'.repeat(5_000),
      ce_causationid: ['a', 'b'],
      'x-number': '9'.repeat(400),
      constructor: Buffer.from([0xff, 0xfe]),
      '': '',
    };
    await send(key, count(key, 2), headersOf(newId(), odd), { timestamp: '1' });
    await eventually(
      () => totals(key),
      (all) => all.length === 1,
    );
  });

  const poison: [string, string, Headers, object | Buffer | null][] = [
    ['an empty id', 'envelope', { ce_id: '' }, {}],
    ['two sources', 'envelope', { ce_source: ['b', 'a'] }, {}],
    ['an id that is not UTF-8', 'encoding', { ce_id: Buffer.from([0xc3, 0x28]) }, {}],
    ['an id with a NUL', 'envelope', { ce_id: 'a\u0000b' }, {}],
    ['a tombstone', 'no-value', {}, null],
    ['an empty value', 'not-json', {}, Buffer.alloc(0)],
    [
      'a version of the schema that is not known',
      'unknown-schema',
      { ce_dataschema: '/contracts/tally.v9.json' },
      {},
    ],
  ];
  it.each(poison)('are set aside: %s', async (_, reason, over, value) => {
    const offset = await send(newId(), value, headersOf(newId(), over));
    expect(await letterAt(offset)).toMatchObject({ reason });
    await flows();
  });

  it('are set aside whatever their key: none, empty, not UTF-8, or longer than an index entry', async () => {
    for (const key of [null, '', Buffer.from([0xff]), randomBytes(30_000)]) {
      const offset = await send(key, null, headersOf(newId(), { ce_id: '' }));
      expect(await letterAt(offset)).toMatchObject({ reason: 'envelope' });
    }
    await flows();
  });

  it('leave a letter that says where they are when the database cannot keep what they say', async () => {
    await query(`create function refuse_letter() returns trigger language plpgsql as $$
      begin
        if new.value = 'unkeepable' then raise exception 'no room for this'; end if;
        return new;
      end $$`);
    await query(
      'create trigger refuse before insert on platform.dead_letters for each row execute function refuse_letter()',
    );
    const offset = await send(newId(), Buffer.from('unkeepable'), headersOf(newId()));
    expect(await letterAt(offset)).toMatchObject({ reason: 'not-json', value: null, headers: [] });
    await query('drop trigger refuse on platform.dead_letters');
    await flows();
  }, 60_000);

  it.each([3_000, 16_000])('with %i headers are set aside with key and value', async (n) => {
    const many = Object.fromEntries(Array.from({ length: n }, (_, i) => [`h${i}`, 'x']));
    const offset = await send(newId(), count('x', 1), headersOf(newId(), many));
    const letter = await letterAt(offset);
    expect(letter).toMatchObject({ reason: 'headers', headers: [] });
    expect(String(letter.value)).toBe('{"tallyId":"x","by":1}');
    const decision = { by: 'operator:ann', reason: 'looked at it' };
    const { error } = await app.get(DeadLetterDesk).replay(letter.id, decision);
    expect(error).toMatch(/^headers: /);
    await flows();
  });

  it.each([
    ['gzip', CompressionTypes.GZIP],
    ['Snappy', CompressionTypes.Snappy],
  ])('have their effect compressed by %s', async (_, compression) => {
    const key = newId();
    await send(key, { ...count(key, 4), note: 'n'.repeat(2_000) }, headersOf(newId()), { compression });
    await eventually(
      () => totals(key),
      (all) => all.length === 1,
    );
  });

  describeWith('java', 'from the Java client', () => {
    const produce = (lines: [Record<string, string>, string, object | 'NULL'][], ...options: string[]) => {
      const text = lines.map(([headers, key, value]) => {
        const names = Object.entries(headers).map(([name, header]) => `${name}:${header}`);
        return `${names.join(',')}\t${key}\t${value === 'NULL' ? value : JSON.stringify(value)}\n`;
      });
      const nulls = ['--reader-property', 'null.marker=NULL'];
      return example(
        'java/produce.sh',
        [kafka.brokers, topics.commands, ...nulls, ...options],
        text.join(''),
      );
    };
    const plain = (id: string) => headersOf(id) as Record<string, string>;

    it('with null headers are set aside where those are needed, and have their effect where not', async () => {
      const [good, bad, worse, gone] = [newId(), newId(), newId(), newId()];
      const nothing = { ce_id: 'NULL', ce_source: 'NULL', ce_type: 'NULL', ce_specversion: 'NULL' };
      await produce([
        [{ ...plain(newId()), ce_id: 'NULL' }, bad, count(bad, 1)],
        [{ ...plain(newId()), ...nothing, 'content-type': 'NULL' }, worse, 'NULL'],
        [{ ...plain(newId()), nothing: 'NULL' }, gone, 'NULL'],
        [{ ...plain(newId()), traceparent: 'NULL', ce_subject: 'NULL', x: 'NULL' }, good, count(good, 1)],
      ]);
      await eventually(
        () => totals(good),
        (all) => all.length === 1,
      );
      const keys = [bad, worse, gone];
      const letters = await eventually(
        () =>
          query<{ key: string; reason: string }>(
            `select encode(msg_key, 'escape') as key, reason from platform.dead_letters
             where encode(msg_key, 'escape') = any ($1)`,
            [keys],
          ),
        (rows) => rows.length === 3,
      );
      const reasons = new Map(letters.map(({ key, reason }) => [key, reason]));
      expect(keys.map((key) => reasons.get(key))).toEqual(['envelope', 'envelope', 'no-value']);
      const copies = await eventually(
        async () => (await kafka.records([`${topics.commands}.dlq`])).filter(({ key }) => key === gone),
        (found) => found.length === 1,
      );
      expect(copies[0]!.headers).toMatchObject({ nothing: '', dlq_null_headers: 'nothing' });
      await flows();
    }, 60_000);

    it.each(['gzip', 'snappy', 'lz4', 'zstd'])(
      'have their effect compressed by %s',
      async (codec) => {
        const key = newId();
        const value = { ...count(key, 3), note: 'n'.repeat(5_000) };
        await produce([[plain(newId()), key, value]], '--compression-codec', codec);
        await eventually(
          () => totals(key),
          (all) => all.length === 1,
        );
      },
      60_000,
    );
  });

  it('that inflate without bound are passed with their offset, and the operator is told', async () => {
    const { failures } = app.get(KafkaState).consumer;
    const offset = await send(newId(), Buffer.alloc(30 << 20), headersOf(newId()), {
      compression: CompressionTypes.GZIP,
    });
    const letter = await letterAt(offset);
    expect(letter).toMatchObject({ reason: 'undecodable', value: null });
    expect(letter.error).toContain(`offset ${offset}`);
    await flows();
    expect(app.get(KafkaState).consumer).toMatchObject({ state: 'running', failures });
  }, 60_000);

  it('of two senders with one id are two', async () => {
    const [key, id] = [newId(), newId()];
    await send(key, count(key, 5), headersOf(id, { ce_source: 'north' }));
    await send(key, count(key, 7), headersOf(id, { ce_source: 'south' }));
    await eventually(
      () => totals(key),
      (all) => all.length === 2,
    );
    expect(await totals(key)).toEqual([5, 7]);
    expect(commandIdOf({ source: 'north', id })).not.toBe(commandIdOf({ source: 'south', id }));
    const replies = await eventually(
      async () => (await kafka.records(['waybill.replies.v1'])).filter((r) => r.key === key),
      (found) => found.length === 2,
    );
    expect(replies.map(({ value }) => (JSON.parse(String(value)) as { version: number }).version)).toEqual([
      2, 4,
    ]);
    expect(new Set(replies.map(({ headers }) => headers['ce_id'])).size).toBe(2);
  });

  it('with an id in another case are the repeat they are, also of a row that was kept as it was sent', async () => {
    const [key, id, old] = [newId(), newId(), newId().toUpperCase()];
    await send(key, count(key, 5), headersOf(id.toUpperCase()));
    await send(key, count(key, 5), headersOf(id));
    await send(key, count(key, 6), headersOf(old));
    await eventually(
      () => totals(key),
      (all) => all.length === 2,
    );
    await query(`update platform.inbox set message_id = $1 where message_id = $2`, [old, old.toLowerCase()]);
    await send(key, count(key, 6), headersOf(old.toLowerCase()));
    await flows();
    expect(await totals(key)).toEqual([5, 6]);
  });

  it('are told what really happened when the inbox has forgotten them and the log has not', async () => {
    const [key, id] = [newId(), newId()];
    await send(key, count(key, 5), headersOf(id));
    await send(key, count(key, 6), headersOf(newId()));
    await eventually(
      () => totals(key),
      (all) => all.length === 2,
    );
    await query('delete from platform.inbox where message_id = $1', [id]);
    await send(key, count(key, 5), headersOf(id));
    const replies = await eventually(
      async () =>
        (await kafka.records(['waybill.replies.v1'])).filter((r) => r.headers['ce_causationid'] === id),
      (found) => found.length === 2,
    );
    for (const { value } of replies) {
      expect(JSON.parse(String(value))).toEqual({ outcome: 'accepted', id: key, version: 2 });
    }
    await query('delete from platform.inbox where message_id = $1', [id]);
    const elsewhere = newId();
    const offset = await send(elsewhere, count(elsewhere, 5), headersOf(id));
    expect(await letterAt(offset)).toMatchObject({ reason: 'id-reused' });
    expect(await totals(key)).toEqual([5, 6]);
  });

  it('at an offset that was used before, in a topic made anew, are letters of their own', async () => {
    const topic = topics.told;
    const tell = async (id: string) => {
      const headers = headersOf(id, { ce_type: 'tally.told' }) as kafkajs.IHeaders;
      await eventually(
        () =>
          producer.send({ topic, messages: [{ key: id, value: null, headers, partition: 1 }] }).then(
            () => true,
            () => false,
          ),
        (sent) => sent,
      );
      return eventually(
        () =>
          query<{ offset: number }>(`select "offset" from platform.dead_letters where message_id = $1`, [id]),
        (rows) => rows.length === 1,
        40_000,
      );
    };
    const [before, after] = [newId(), newId()];
    const [first] = await tell(before);
    await app.close();
    await kafka.admin.deleteTopics({ topics: [topic] });
    await eventually(
      () =>
        create(kafka.admin, [{ topic, numPartitions: 12, replicationFactor: 1 }]).then(
          () => true,
          () => false,
        ),
      (made) => made,
    );
    app = await startTally(database.url, kafka.brokers);
    const [second] = await tell(after);
    expect(second).toEqual(first);
  }, 90_000);
});

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { namedId } from '../core/ids.js';
import { Database } from '../event-store/database.js';
import { MOVES } from './consumed.js';
import { nextOffset, type InboundRecord } from './inbound-source.js';
import type { Fault } from './record-reader.js';
import type { OutgoingRecord } from './publisher.js';

export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly message_id: string | null;
  readonly msg_key: Buffer | null;
  readonly value: Buffer | null;
  /** Name and base64 of each value, in the order in which they came. */
  readonly headers: readonly (readonly [string, readonly (string | null)[]])[];
  /** When it was sent, in milliseconds since 1970; null when that is not known. */
  readonly sent_ms: number | null;
  readonly reason: string;
  readonly error: string;
  readonly attempts: number;
  readonly failed_at: Date;
  readonly state: 'open' | 'replayed' | 'discarded';
}

export interface Failure {
  /** A short code: `schema`, `unknown-type`, `behind` ... */
  readonly reason: string;
  readonly error: string;
  readonly attempts: number;
  /** Its sender is told: later records of the key need not wait. */
  readonly isAnswered?: boolean;
}

const waits = 'an earlier record of the key waits for an operator';
export const BEHIND: Failure = { reason: 'behind', error: waits, attempts: 0 };

export const dlqOf = (topic: string): string => `${topic}.dlq`;

const COLUMNS =
  'id, consumer, topic, partition, "offset", message_id, msg_key, value, headers, sent_ms, reason, error, attempts, failed_at, state';

/**
 * `behind`: an earlier record of its key is open, so that it waits its turn. `given-up`: an operator has decided that it has
 * no effect, and its topic is read again, by a group that has lost its offsets or has another name.
 */
type Standing = 'free' | 'behind' | 'given-up';

const STANDING = `
  select case
    when exists (
      select from platform.dead_letters
      where consumer = $1 and topic = $2 and partition = $3 and "offset" = $4 and state = 'discarded'
        and sent_ms is not distinct from $5 and message_id is not distinct from $6) then 'given-up'
    when exists (
      select from platform.dead_letters
      where state = 'open' and not answered and consumer = $1 and topic = $2 and sha256(msg_key) = sha256($7)) then 'behind'
    else 'free' end as standing`;

/** Records that could not be handled, kept until an operator has decided on each. */
@Injectable()
export class DeadLetters {
  constructor(private readonly database: Database) {}

  /** What is to be done with a record that comes in, as far as letters say: most are in nobody's way. */
  async standing(consumer: string, record: InboundRecord): Promise<Standing> {
    const { topic, partition, offset, key } = record;
    const rows = await this.database.query<{ standing: Standing }>(STANDING, [
      ...[consumer, topic, partition, offset, sentAt(record), messageIdOf(record), key],
    ]);
    return rows[0]!.standing;
  }

  /** Once only, however often it is delivered. */
  async add(consumer: string, record: InboundRecord, failure: Failure): Promise<void> {
    await this.insert(consumer, record, failure, false);
  }

  /**
   * Queues a record up behind the open ones of its key.
   *
   * @returns false when none is open any more: the record can be handled
   */
  addBehind(consumer: string, record: InboundRecord): Promise<boolean> {
    return this.insert(consumer, record, BEHIND, true);
  }

  async find(id: string): Promise<DeadLetter | undefined> {
    const [row] = await this.database.query<DeadLetter>(
      `select ${COLUMNS} from platform.dead_letters where id = $1`,
      [id],
    );
    return row;
  }

  /**
   * Newest first.
   *
   * @param after the last letter of the page before, or null
   */
  list(limit: number, after: { failedAt: string; id: string } | null, state: string): Promise<DeadLetter[]> {
    return this.database.query<DeadLetter>(
      `select ${COLUMNS} from platform.dead_letters
       where state = $1 and ($2::timestamptz is null or (failed_at, id) < ($2, $3::uuid))
       order by failed_at desc, id desc limit $4`,
      [state, after?.failedAt ?? null, after?.id ?? null, limit],
    );
  }

  /** The open letters of the same key, oldest first; only itself when it has no key. */
  queueOf({ id, consumer, topic, msg_key }: DeadLetter): Promise<DeadLetter[]> {
    return this.database.query<DeadLetter>(
      `select ${COLUMNS} from platform.dead_letters
       where state = 'open' and consumer = $1 and topic = $2 and (id = $3 or not answered and sha256(msg_key) = sha256($4))
       order by arrival`,
      [consumer, topic, id, msg_key],
    );
  }

  /** @returns false when there is another decision */
  async resolve(id: string, state: 'replayed' | 'discarded', by: string, reason: string): Promise<boolean> {
    const rows = await this.database.query(
      `update platform.dead_letters set state = $2, resolved_at = coalesce(resolved_at, clock_timestamp()),
         resolved_by = $3, resolution = $4
       where id = $1 and (state = 'open' or state = $2 and resolved_by = $3 and resolution = $4) returning id`,
      [id, state, by, reason],
    );
    return rows.length > 0;
  }

  async failedAgain(id: string, { reason, error }: Failure): Promise<void> {
    await this.database.query(
      `update platform.dead_letters set attempts = attempts + 1, reason = $2, error = $3 where id = $1`,
      [id, reason, storable(error)],
    );
  }

  async openCount(): Promise<number> {
    const [row] = await this.database.query<{ open: number }>(
      `select count(*) as open from platform.dead_letters where state = 'open'`,
    );
    return row!.open;
  }

  private async insert(
    consumer: string,
    record: InboundRecord,
    { reason, error, attempts, isAnswered = false }: Failure,
    onlyBehind: boolean,
  ): Promise<boolean> {
    const { topic, partition, offset, key, value } = record;
    const fingerprint = fingerprintOf(record);
    const rows = await this.database.query<{ kept: boolean }>(INSERT, [
      namedId('dead-letter', consumer, topic, `${partition}`, offset, fingerprint),
      consumer,
      topic,
      partition,
      offset,
      messageIdOf(record),
      key,
      value,
      headersOf(record),
      reason,
      storable(error),
      attempts,
      onlyBehind,
      fingerprint,
      sentAt(record),
      nextOffset(record),
      isAnswered,
    ]);
    return rows[0]!.kept;
  }
}

const sentAt = ({ timestamp }: InboundRecord): number | null => (timestamp < 0 ? null : timestamp);
const messageIdOf = ({ headers }: InboundRecord): string | null =>
  storable(headers['ce_id']?.[0]?.toString() ?? '') || null;

/** Whoever ends the one ahead waits for this, and finds what is queued up behind it. */
const INSERT = `
  with ahead as (
    select from platform.dead_letters
    where $13 and state = 'open' and not answered and consumer = $2 and topic = $3 and sha256(msg_key) = sha256($7) limit 1
    for share),
  allowed as (select where not $13::boolean or exists (select from ahead)),
  fresh as (
    insert into platform.dead_letters (id, consumer, topic, partition, "offset", message_id, msg_key, value, headers,
      reason, error, attempts, fingerprint, sent_ms, answered)
    select $1::uuid, $2::text, $3::text, $4::int, $5::bigint, $6::text, $7::bytea, $8::bytea, $9::json, $10::text,
      $11::text, $12::int, $14::text, $15::bigint, $17::boolean
    from allowed on conflict do nothing returning topic, partition),
  r as (select $3::text as topic, $4::int as partition, $16::bigint as next_offset from allowed),
  moved as (${MOVES})
  select exists (select from allowed) as kept`;

const headersOf = ({ headers }: InboundRecord): string =>
  JSON.stringify(
    Object.entries(headers).map(([name, values]) => [name, values.map((v) => v?.toString('base64') ?? null)]),
  );

/** Tells records at one offset apart: a topic that was deleted and made anew begins to count again. */
const fingerprintOf = (record: InboundRecord): string =>
  createHash('sha256')
    .update(JSON.stringify([record.timestamp, record.key?.length ?? null, record.value?.length ?? null]))
    .update(record.key ?? '')
    .update(record.value ?? '')
    .update(headersOf(record))
    .digest('hex');

/**
 * The copy for the dead-letter topic: key, value and headers as they came, and what went wrong. The library cannot
 * write a header without a value, so it becomes an empty one and is named.
 *
 * @param topic the name of its topic in the cluster
 */
export function dlqRecord(
  record: InboundRecord,
  { reason, error, attempts }: Failure,
  topic: string,
): OutgoingRecord {
  const headers = Object.entries(record.headers);
  const nulls = headers.filter(([, values]) => values.includes(null)).map(([name]) => name);
  return {
    topic: dlqOf(record.topic),
    key: record.key,
    value: record.value,
    headers: {
      ...Object.fromEntries(headers.map(([name, values]) => [name, values.map((v) => v ?? Buffer.alloc(0))])),
      ...(nulls.length > 0 && { dlq_null_headers: nulls.join(',') }),
      dlq_reason: reason,
      dlq_error: error.slice(0, 1_000),
      dlq_attempts: String(attempts),
      dlq_topic: topic,
      dlq_partition: String(record.partition),
      dlq_offset: record.offset,
    },
  };
}

/** A letter as the record it was. */
export const recordOf = (letter: DeadLetter): InboundRecord => ({
  topic: letter.topic,
  partition: letter.partition,
  offset: String(letter.offset),
  key: letter.msg_key,
  value: letter.value,
  timestamp: letter.sent_ms ?? -1,
  headers: Object.fromEntries(
    z
      .array(z.tuple([z.string(), z.array(z.string().nullable())]))
      .parse(letter.headers)
      .map(([name, values]) => [
        name,
        values.map((value) => (value === null ? null : Buffer.from(value, 'base64'))),
      ]),
  ),
  ...(isFault(letter.reason) && { fault: { reason: letter.reason, detail: letter.error } }),
});

const isFault = (reason: string): reason is Fault['reason'] =>
  reason === 'undecodable' || reason === 'headers';

/** PostgreSQL cannot hold NUL or half a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed().slice(0, 2_000);

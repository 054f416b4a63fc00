import { Injectable } from '@nestjs/common';
import type { InlineWrite } from '../cqrs/command.js';
import { Database } from '../event-store/database.js';
import { MOVES } from './consumed.js';
import { identityOf, spellingsOf, type Envelope } from './envelope.js';
import { nextOffset, type InboundRecord } from './inbound-source.js';
import type { ReplyBody } from './replies.js';

/** One row, or many in one statement when commands share a flush. */
const INSERT = `
  with r as (
    select * from json_to_recordset($1::json) as r(consumer text, source text, message_id text, topic text,
      partition int, offset_ bigint, next_offset bigint, msg_key text, value_hash text, reply json)),
  fresh as (
    insert into platform.inbox (consumer, source, message_id, topic, partition, "offset", msg_key, value_hash, reply)
    select consumer, source, message_id, topic, partition, offset_, msg_key, value_hash, reply from r
    on conflict do nothing returning topic, partition)
  ${MOVES}`;

export interface Received {
  readonly value_hash: string;
  readonly reply: ReplyBody | null;
}

/** Which records have had their effect: kept for ever, keyed by what the sender calls them. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  async find(consumer: string, envelope: Envelope): Promise<Received | undefined> {
    const [row] = await this.database.query<Received>(
      `select value_hash, reply from platform.inbox
       where consumer = $1 and source = $2 and message_id = any ($3) order by processed_at limit 1`,
      [consumer, envelope.source, spellingsOf(envelope)],
    );
    return row;
  }

  /**
   * The row that must commit with the events of the command.
   *
   * @param isLive whether the record comes from its partition now, and not from among the dead letters
   */
  row(
    consumer: string,
    { record, isLive }: { record: InboundRecord; isLive: boolean },
    envelope: Envelope,
    reply: ReplyBody | null,
  ): InlineWrite {
    return {
      statement: INSERT,
      row: {
        consumer,
        source: envelope.source,
        message_id: identityOf(envelope),
        topic: record.topic,
        partition: record.partition,
        offset_: record.offset,
        next_offset: isLive ? nextOffset(record) : null,
        msg_key: envelope.key?.replaceAll('\u0000', '') ?? null,
        value_hash: envelope.hash,
        reply,
      },
    };
  }

  /** For a record without events: a refusal, a command that was satisfied already. Harmless when the row is there. */
  async add({ statement, row }: InlineWrite): Promise<void> {
    await this.database.query(statement, [JSON.stringify([row])]);
  }
}

import { Injectable } from '@nestjs/common';
import type { AlongsideRow } from '../cqrs/command.js';
import { Database } from '../event-store/database.js';
import type { Envelope } from './envelope.js';
import type { InboundRecord } from './inbound-source.js';
import type { ReplyBody } from './replies.js';

/** One row, or many in one statement when commands share a flush. */
const INSERT = `
  insert into platform.inbox (consumer, source, message_id, topic, partition, "offset", msg_key, value_hash, reply)
  select r.consumer, r.source, r.message_id, r.topic, r.partition, r.offset_, r.msg_key, r.value_hash, r.reply
  from json_to_recordset($1::json) as r(consumer text, source text, message_id text, topic text, partition int,
    offset_ bigint, msg_key text, value_hash text, reply json)
  on conflict do nothing`;

export interface Received {
  readonly value_hash: string;
  readonly reply: ReplyBody | null;
}

/** Which records have had their effect: kept for ever, keyed by what the sender calls them. */
@Injectable()
export class Inbox {
  constructor(private readonly database: Database) {}

  async find(consumer: string, { source, id }: Envelope): Promise<Received | undefined> {
    const [row] = await this.database.query<Received>(
      'select value_hash, reply from platform.inbox where consumer = $1 and source = $2 and message_id = $3',
      [consumer, source, id],
    );
    return row;
  }

  /** The row that must commit with the events of the command. */
  row(consumer: string, record: InboundRecord, envelope: Envelope, reply: ReplyBody | null): AlongsideRow {
    return {
      statement: INSERT,
      row: {
        consumer,
        source: envelope.source,
        message_id: envelope.id,
        topic: record.topic,
        partition: record.partition,
        offset_: record.offset,
        msg_key: envelope.key?.replaceAll('\u0000', '') ?? null,
        value_hash: envelope.hash,
        reply,
      },
    };
  }

  /** For a record without events: a refusal, a command that was satisfied already. Harmless when the row is there. */
  async add({ statement, row }: AlongsideRow): Promise<void> {
    await this.database.query(statement, [JSON.stringify([row])]);
  }
}

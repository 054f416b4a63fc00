import { Injectable } from '@nestjs/common';
import { derivedId, namedId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext, CommandMetadata, Written } from '../cqrs/command.js';
import { Database } from '../event-store/database.js';
import type { Consumption, Message } from './consumes.js';
import {
  dataOf,
  envelopeOf,
  hashesOf,
  identityOf,
  refuseForeignSchema,
  Unacceptable,
  UnreadableCommand,
  type Envelope,
} from './envelope.js';
import { Epochs } from './epochs.js';
import { TooEarly, verdictOn } from './failures.js';
import type { InboundRecord } from './inbound-source.js';
import { Inbox } from './inbox.js';
import { traceOf } from '../tracing/trace-context.js';
import { traced, under } from '../tracing/tracing.js';
import { schemaPath } from './publication.js';
import { processSpan } from './record-spans.js';
import type { OutgoingRecord } from './publisher.js';
import { acceptance, refusal, replyRecord, type ReplyBody } from './replies.js';

/** @see Inbox.row */
export interface Delivered {
  readonly record: InboundRecord;
  readonly isLive: boolean;
}

export interface Handler {
  readonly consumption: Consumption;
  handle(message: Message): Promise<unknown>;
}

interface Effect {
  /** To be sent, if the sender wants one. */
  readonly reply: OutgoingRecord | undefined;
  /** It had its effect before, and nothing was written now. */
  readonly isRepeat: boolean;
}

interface Request {
  readonly envelope: Envelope;
  readonly data: unknown;
  readonly at: string;
}

/** From the bytes of a record to its effect, once. */
@Injectable()
export class Effects {
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly inbox: Inbox,
    private readonly epochs: Epochs,
    private readonly database: Database,
  ) {}

  register(handler: Handler): void {
    this.handlers.set(handler.consumption.type, handler);
  }

  get topics(): readonly string[] {
    return [...new Set([...this.handlers.values()].map(({ consumption }) => consumption.topic))];
  }

  /** @throws Unacceptable, Rejection, TooEarly, or whatever the handler failed with */
  async of(consumer: string, delivered: Delivered): Promise<Effect> {
    const envelope = envelopeOf(delivered.record);
    return traced(
      () => processSpan(delivered.record, envelope),
      (span) => this.inTrace(consumer, delivered, under(envelope, span)),
    );
  }

  private async inTrace(consumer: string, delivered: Delivered, envelope: Envelope): Promise<Effect> {
    const { record } = delivered;
    const handler = this.handlers.get(envelope.type);
    if (handler?.consumption.topic !== record.topic) {
      throw new Unacceptable('unknown-type', `nobody handles ${envelope.type} on ${record.topic}`);
    }
    const data = read(record, envelope, handler.consumption);
    const known = await this.inbox.find(consumer, envelope);
    if (known && !hashesOf(envelope, record).includes(known.value_hash)) throw reused(envelope);
    const at = new Date().toISOString();
    const reply = known ? known.reply : await this.run(consumer, delivered, handler, { envelope, data, at });
    if (!reply) return { reply: undefined, isRepeat: known !== undefined };
    const { epoch } = await this.epochs.current();
    return { reply: replyRecord(envelope, reply, { at, epoch }), isRepeat: known !== undefined };
  }

  /** What the sender of a command that cannot be read is told. */
  async unread({ envelope, reason, message }: UnreadableCommand): Promise<OutgoingRecord> {
    const { epoch } = await this.epochs.current();
    const body = { outcome: 'rejected', code: 'invalid-request', detail: `${reason}: ${message}` } as const;
    // Mended, it may come again under its id, and the answer to that is another one.
    return replyRecord(envelope, body, { at: new Date().toISOString(), epoch, to: envelope.hash });
  }

  private async run(
    consumer: string,
    delivered: Delivered,
    { consumption, handle }: Handler,
    { envelope, data, at }: Request,
  ): Promise<ReplyBody | null> {
    const rowWith = (reply: ReplyBody | null) => this.inbox.row(consumer, delivered, envelope, reply);
    const answer = (written: Pick<Written, 'id' | 'version'>) =>
      consumption.replies ? acceptance(written) : null;
    let isRepeat = false;
    const by: CommandContext = {
      ...contextOf(envelope, at),
      append: {
        inline: (written) => rowWith(answer(written)),
        onSettled: (end) => (isRepeat ||= end === 'repeated'),
      },
    };
    let reply: ReplyBody | null;
    try {
      const written = await handle({ envelope, data, by });
      const told = isRepeat ? await this.whatHappened(envelope, by.commandId, written) : written;
      reply = isWritten(told) ? answer(told) : null;
    } catch (error) {
      if (error instanceof Rejection && consumption.againOn?.includes(error.code)) throw new TooEarly(error);
      const business = error instanceof Rejection && verdictOn(error) === 'refused';
      if (!consumption.replies || !business) throw error;
      reply = refusal(error);
    }
    await this.inbox.add(rowWith(reply));
    return reply;
  }

  /**
   * The log knows the command though the inbox does not: what it did then is what counts, not what the handler made
   * of it now.
   *
   * @throws Unacceptable `id-reused` when it did something else then
   */
  private async whatHappened(envelope: Envelope, commandId: string, written: unknown): Promise<unknown> {
    const rows = await this.database.query<{ id: string; version: number }>(
      `select substr(stream_id, position('-' in stream_id) + 1) as id, max(version) as version
       from platform.events where command_id = $1 group by stream_id order by min(command_index)`,
      [commandId],
    );
    if (!isWritten(written)) return rows[0];
    const same = rows.find(({ id }) => id === written.id);
    if (!same) throw reused(envelope);
    return same;
  }
}

/** @throws Unacceptable, or UnreadableCommand where an answer is wanted */
function read(record: InboundRecord, envelope: Envelope, { schema, replies }: Consumption): unknown {
  try {
    refuseForeignSchema(envelope, schemaPath(record.topic, envelope.type));
    return dataOf(record, schema);
  } catch (error) {
    throw replies && error instanceof Unacceptable ? new UnreadableCommand(envelope, error) : error;
  }
}

const contextOf = (envelope: Envelope, at: string): CommandMetadata => ({
  commandId: commandIdOf(envelope),
  at,
  actor: { role: 'service', id: `kafka/${envelope.source}`.slice(0, 200) },
  correlationId: envelope.correlationId ?? envelope.id,
  causationId: null,
  ...traceOf(envelope),
});

/**
 * Follows from source and id together, as CloudEvents has it, and in a name space of its own: no id from outside is
 * that of a command of somebody else, or of one that the product makes. A UUIDv7 lends its time to it.
 */
export function commandIdOf(envelope: Pick<Envelope, 'id' | 'source'>): string {
  const id = identityOf(envelope);
  const isTimed = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
  return isTimed ? derivedId(id, `kafka/${envelope.source}`) : namedId('kafka', envelope.source, id);
}

const reused = ({ id }: Envelope): Unacceptable =>
  new Unacceptable('id-reused', `${id} came before with another value`);

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;

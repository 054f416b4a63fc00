import { Injectable, Logger } from '@nestjs/common';
import { namedId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import type { Consumption, Message } from './consumes.js';
import { BEHIND, DeadLetters, dlqRecord, type Failure } from './dead-letters.js';
import { dataOf, envelopeOf, Unacceptable, type Envelope } from './envelope.js';
import { codeOf, TooEarly, verdictOn } from './failures.js';
import type { InboundRecord } from './inbound-source.js';
import { Inbox } from './inbox.js';
import { IntegrationEventPublisher, type OutgoingRecord } from './publisher.js';
import { acceptance, refusal, replyRecord, type ReplyBody } from './replies.js';

export interface Handler {
  readonly consumption: Consumption;
  handle(message: Message): Promise<unknown>;
}

/** How the ingress waits: keeps the group informed, and throws when the record is no longer ours. */
export type Wait = (ms: number) => Promise<void>;

interface Attempt {
  readonly error?: unknown;
  readonly answer: OutgoingRecord | undefined;
}

const UNCLEAR_TRIES = 5;
const AGAIN_MS = 30_000;
const BACKOFF_MS = 100;
const LONGEST_MS = 5_000;

/**
 * What happens to one record: envelope, schema, inbox, command, reply. It settles once the record has had its effect
 * or is a dead letter; whatever fails for a while (database, Kafka, a lost race) it outwaits.
 */
@Injectable()
export class Ingress {
  private readonly logger = new Logger(Ingress.name);
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly inbox: Inbox,
    private readonly deadLetters: DeadLetters,
    private readonly publisher: IntegrationEventPublisher,
  ) {}

  register(handler: Handler): void {
    this.handlers.set(handler.consumption.type, handler);
  }

  get topics(): readonly string[] {
    return [...new Set([...this.handlers.values()].map(({ consumption }) => consumption.topic))];
  }

  /** @throws only what `wait` throws */
  async take(consumer: string, record: InboundRecord, wait: Wait): Promise<void> {
    const began = performance.now();
    for (let tries = 1, unclear = 1; ; tries++) {
      const { error, answer }: Attempt = await this.attempt(consumer, record).catch((error: unknown) => ({
        error,
        answer: undefined,
      }));
      if (error === undefined) return answer && this.send(answer, wait);
      const verdict = verdictOn(error);
      if (verdict === 'away') {
        this.logger.warn(`waiting: ${String(error)}`);
        await wait(1_000);
        continue;
      }
      const exhausted =
        verdict === 'unclear' ? unclear++ >= UNCLEAR_TRIES : performance.now() - began > AGAIN_MS;
      if (verdict === 'dead' || verdict === 'refused' || exhausted) {
        return this.bury(consumer, record, failureOf(error, tries), wait);
      }
      await wait(Math.min(LONGEST_MS, BACKOFF_MS * 2 ** tries) * (0.5 + Math.random()));
    }
  }

  /**
   * Handles a dead letter once more.
   *
   * @throws what went wrong, or Error when the reply cannot be sent now
   */
  async again(consumer: string, record: InboundRecord): Promise<void> {
    const reply = await this.effect(consumer, record);
    if (!reply) return;
    const [delivery] = await this.publisher.publish([reply]);
    if (delivery?.kind !== 'sent') throw new Error(`the reply was not sent: ${delivery?.reason}`);
  }

  /** @returns what must be sent before the record is done with: the reply, or its copy for the dead-letter topic */
  private async attempt(consumer: string, record: InboundRecord): Promise<Attempt> {
    const blocked = await this.deadLetters.blocks(consumer, record);
    if (blocked && (await this.deadLetters.addBehind(consumer, record))) {
      return { answer: dlqRecord(record, BEHIND) };
    }
    return { answer: await this.effect(consumer, record) };
  }

  /** @returns the reply to send, if the sender wants one */
  private async effect(consumer: string, record: InboundRecord): Promise<OutgoingRecord | undefined> {
    const envelope = envelopeOf(record);
    const handler = this.handlers.get(envelope.type);
    if (handler?.consumption.topic !== record.topic) {
      throw new Unacceptable('unknown-type', `nobody handles ${envelope.type} on ${record.topic}`);
    }
    const data = dataOf(record, handler.consumption.schema);
    const known = await this.inbox.find(consumer, envelope);
    if (known && known.value_hash !== envelope.hash) {
      throw new Unacceptable('id-reused', `${envelope.id} came before with another value`);
    }
    const at = new Date().toISOString();
    const reply = known ? known.reply : await this.run(consumer, record, handler, { envelope, data, at });
    return reply ? replyRecord(envelope, reply, at) : undefined;
  }

  private async run(
    consumer: string,
    record: InboundRecord,
    { consumption, handle }: Handler,
    { envelope, data, at }: { envelope: Envelope; data: unknown; at: string },
  ): Promise<ReplyBody | null> {
    const rowWith = (reply: ReplyBody | null) => this.inbox.row(consumer, record, envelope, reply);
    const answer = (written: Pick<Written, 'id' | 'version'>) =>
      consumption.replies ? acceptance(written) : null;
    const by: CommandContext = {
      commandId: commandIdOf(envelope),
      at,
      actor: { role: 'service', id: `kafka/${envelope.source}`.slice(0, 200) },
      correlationId: envelope.correlationId ?? envelope.id,
      causationId: null,
      ...(envelope.traceparent !== undefined && { traceparent: envelope.traceparent }),
      alongside: (written) => rowWith(answer(written)),
    };
    let reply: ReplyBody | null;
    try {
      const written = await handle({ envelope, data, by });
      reply = isWritten(written) ? answer(written) : null;
    } catch (error) {
      if (error instanceof Rejection && consumption.againOn?.includes(error.code)) throw new TooEarly(error);
      const business = error instanceof Rejection && verdictOn(error) === 'refused';
      if (!consumption.replies || !business) throw error;
      reply = refusal(error);
    }
    await this.inbox.add(rowWith(reply));
    return reply;
  }

  /** Keeps the record and tells its dead-letter topic; both must have happened before the offset moves on. */
  private async bury(consumer: string, record: InboundRecord, failure: Failure, wait: Wait): Promise<void> {
    this.logger.warn(
      `${record.topic}/${record.partition}@${record.offset} is a dead letter: ${failure.reason}: ${failure.error}`,
    );
    while (
      !(await this.deadLetters.add(consumer, record, failure).then(
        () => true,
        () => false,
      ))
    )
      await wait(1_000);
    await this.send(dlqRecord(record, failure), wait);
  }

  private async send(record: OutgoingRecord, wait: Wait): Promise<void> {
    for (let pause = 200; ; pause = Math.min(LONGEST_MS, pause * 2)) {
      const [delivery] = await this.publisher.publish([record]);
      if (delivery?.kind === 'sent') return;
      if (delivery?.kind === 'refused') {
        // The row in the database is complete; only the copy is too large with its extra headers.
        this.logger.error(`the copy for ${record.topic} was refused: ${delivery.reason}`);
        return;
      }
      await wait(pause);
    }
  }
}

/** The sender's id is the command id when it is a UUID; other ids are mapped to one. */
const commandIdOf = ({ id, source }: Envelope): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : namedId('kafka', source, id);

export const failureOf = (error: unknown, attempts: number): Failure => ({
  reason: codeOf(error),
  error: error instanceof Error ? error.message : String(error),
  attempts,
});

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'id' in value && 'version' in value;

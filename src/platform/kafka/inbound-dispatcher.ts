import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { KafkaState } from './client-state.js';
import { Consumed } from './consumed.js';
import { BEHIND, DeadLetters, dlqRecord, type Failure } from './dead-letters.js';
import { UnreadableCommand } from './envelope.js';
import { Effects, type Handler } from './effects.js';
import { codeOf, verdictOn } from './failures.js';
import type { InboundRecord } from './inbound-source.js';
import { prefixOf, topicNames } from './kafka-address.js';
import { PersonalRecords } from './personal-records.js';
import { IntegrationEventPublisher, type OutgoingRecord } from './publisher.js';

/** How the ingress waits: keeps the group informed, and throws when the record is no longer ours. */
export type Wait = (ms: number) => Promise<void>;

interface Attempt {
  readonly error?: unknown;
  readonly answer: OutgoingRecord | undefined;
}

const UNCLEAR_TRIES = 5;
/** How long is waited in all for what time may heal; longer where what it waits for may be held for longer. */
const AGAIN_MS = 30_000;
/** What a dead process had begun goes on when its lease ends, and takes a while then. */
const AGAIN_LEASES = 2;
const BACKOFF_MS = 100;
const LONGEST_MS = 5_000;

/**
 * What happens to one record: envelope, schema, inbox, command, reply. It settles once the record has had its effect
 * or is a dead letter; whatever fails for a while (database, Kafka, a lost race) it outwaits.
 */
@Injectable()
export class InboundDispatcher {
  private readonly logger = new Logger(InboundDispatcher.name);
  private readonly outside: (topic: string) => string;
  private readonly againMs: number;

  constructor(
    private readonly effects: Effects,
    private readonly deadLetters: DeadLetters,
    private readonly consumed: Consumed,
    private readonly personal: PersonalRecords,
    private readonly publisher: IntegrationEventPublisher,
    private readonly state: KafkaState,
    @Inject(CONFIG) config: Pick<Config, 'KAFKA_TOPIC_PREFIX' | 'LEASE_SECONDS'>,
  ) {
    this.outside = topicNames({ prefix: prefixOf(config) }).outside;
    this.againMs = Math.max(AGAIN_MS, AGAIN_LEASES * config.LEASE_SECONDS * 1_000);
  }

  register(handler: Handler): void {
    this.effects.register(handler);
  }

  get topics(): readonly string[] {
    return this.effects.topics;
  }

  /** @throws only what `wait` throws */
  async take(consumer: string, record: InboundRecord, wait: Wait): Promise<void> {
    // What was waited for, and not what the clock says: an outage and a process held up heal nothing.
    let waitedMs = 0;
    for (let tries = 1, unclear = 1; ; tries++) {
      const { error, answer }: Attempt = await this.attempt(consumer, record).catch((error: unknown) => ({
        error,
        answer: undefined,
      }));
      if (error === undefined) return answer && this.send(answer, record, wait);
      this.state.stalled(record, error);
      const verdict = verdictOn(error);
      const pause = Math.min(LONGEST_MS, BACKOFF_MS * 2 ** Math.min(tries, 10));
      if (verdict === 'away') {
        if (tries === 1) this.logger.warn(`waiting: ${String(error)}`);
        waitedMs = 0;
        await wait(pause);
        continue;
      }
      const exhausted = verdict === 'unclear' ? unclear++ >= UNCLEAR_TRIES : waitedMs >= this.againMs;
      if (verdict === 'dead' || verdict === 'refused' || exhausted) {
        await this.bury(consumer, record, failureOf(error, tries), wait);
        if (error instanceof UnreadableCommand) await this.tell(error, record, wait);
        return;
      }
      const around = pause * (0.5 + Math.random());
      waitedMs += around;
      await wait(around);
    }
  }

  /**
   * Handles a dead letter once more.
   *
   * @throws what went wrong, or Error when the reply cannot be sent now
   */
  async again(consumer: string, record: InboundRecord): Promise<void> {
    const opened = await this.personal.opened(record);
    const { reply } = await this.effects.of(consumer, { record: opened, isLive: false });
    if (!reply) return;
    const [delivery] = await this.publisher.publish([reply]);
    if (delivery?.kind !== 'sent') throw new Error(`the reply was not sent: ${delivery?.reason}`);
  }

  /** @returns what must be sent before the record is done with: the reply, or its copy for the dead-letter topic */
  private async attempt(consumer: string, record: InboundRecord): Promise<Attempt> {
    const standing = await this.deadLetters.standing(consumer, record);
    if (standing === 'given-up') {
      await this.consumed.passed(record);
      return { answer: undefined };
    }
    if (standing === 'behind') {
      const sealed = await this.personal.sealed(record);
      const isKept = await this.deadLetters.addBehind(consumer, sealed);
      if (isKept) return { answer: dlqRecord(sealed, BEHIND, this.outside(record.topic)) };
    }
    const { reply, isRepeat } = await this.effects.of(consumer, { record, isLive: true });
    if (isRepeat) await this.consumed.passed(record);
    return { answer: reply };
  }

  /** Keeps the record and tells its dead-letter topic; both must have happened before the offset moves on. */
  private async bury(consumer: string, record: InboundRecord, failure: Failure, wait: Wait): Promise<void> {
    this.logger.warn(
      `${record.topic}/${record.partition}@${record.offset} is a dead letter: ${failure.reason}: ${failure.error}`,
    );
    // What is in it might name somebody, as long as it is not sealed.
    let copy: InboundRecord = { ...record, value: null };
    for (let tries = 1, kept: InboundRecord | undefined; ; tries++) {
      try {
        kept ??= copy = await this.personal.sealed(record);
        await this.deadLetters.add(consumer, kept, failure);
        break;
      } catch (error) {
        // Better a letter that only says where the record is than a partition that stands still for ever.
        if (tries > UNCLEAR_TRIES && verdictOn(error) !== 'away') kept = bareOf(record);
        this.state.stalled(record, error);
        if (tries === 1) this.logger.error(`a dead letter cannot be kept: ${String(error)}`);
        await wait(Math.min(LONGEST_MS, BACKOFF_MS * 2 ** Math.min(tries, 10)));
      }
    }
    await this.send(dlqRecord(copy, failure, this.outside(record.topic)), record, wait);
  }

  private async tell(error: UnreadableCommand, record: InboundRecord, wait: Wait): Promise<void> {
    for (;;) {
      try {
        return await this.send(await this.effects.unread(error), record, wait);
      } catch (reason) {
        this.state.stalled(record, reason);
        await wait(LONGEST_MS);
      }
    }
  }

  private async send(answer: OutgoingRecord, record: InboundRecord, wait: Wait): Promise<void> {
    for (let pause = 200; ; pause = Math.min(LONGEST_MS, pause * 2)) {
      const [delivery] = await this.publisher.publish([answer]);
      if (delivery?.kind === 'sent') return;
      if (delivery?.kind === 'refused') {
        // The row in the database is complete; only the copy is too large with its extra headers.
        this.logger.error(`the copy for ${answer.topic} was refused: ${delivery.reason}`);
        return;
      }
      this.state.stalled(record, `${answer.topic} does not take the answer: ${delivery?.reason}`);
      await wait(pause);
    }
  }
}

const bareOf = (record: InboundRecord): InboundRecord => ({ ...record, key: null, value: null, headers: {} });

export const failureOf = (error: unknown, attempts: number): Failure => ({
  reason: codeOf(error),
  error: error instanceof Error ? error.message : String(error),
  attempts,
  isAnswered: error instanceof UnreadableCommand,
});

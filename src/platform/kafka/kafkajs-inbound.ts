import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import {
  InboundSource,
  type InboundBatch,
  type InboundHealth,
  type InboundOptions,
  type InboundRecord,
} from './inbound-source.js';
import { kafkaClient, within, type KafkaAddress } from './kafkajs-client.js';

/** How many records, or milliseconds, may be done before their offset is committed. */
const COMMIT_EVERY = { records: 50, ms: 1_000 };
const DRAIN_MS = 6_000;

export interface GroupTimes {
  readonly sessionTimeout: number;
  readonly rebalanceTimeout: number;
  readonly heartbeatInterval: number;
}

/** A member that vanished without a word holds up the group for one session; a record takes far less than that. */
export const groupTimes: GroupTimes = {
  sessionTimeout: 12_000,
  rebalanceTimeout: 30_000,
  heartbeatInterval: 2_000,
};

/** A kafkajs consumer that commits by hand, after the effect, and lets nothing of ours crash it. */
export class KafkajsInbound extends InboundSource {
  private readonly logger = new Logger(KafkajsInbound.name);
  private readonly running = new Set<Promise<void>>();
  private consumer: Consumer | undefined;
  private state: InboundHealth['state'] = 'stopped';
  private heard = performance.now();
  private draining = false;
  private giveUpJoining: () => void = () => undefined;

  constructor(
    private readonly address: KafkaAddress,
    private readonly times: GroupTimes = groupTimes,
  ) {
    super();
  }

  async run({ group, topics, onBatch, onCrash }: InboundOptions): Promise<void> {
    this.draining = false;
    this.state = 'connecting';
    const consumer = kafkaClient(this.address).consumer({
      groupId: group,
      ...this.times,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 1_048_576,
      allowAutoTopicCreation: false,
      retry: { retries: 6, initialRetryTime: 200, maxRetryTime: 2_000 },
    });
    this.consumer = consumer;
    const joined = this.watch(consumer, onCrash);
    const drained = new Promise<never>((_, reject) => {
      this.giveUpJoining = () => reject(new Error('stopped before it had joined the group'));
    });
    drained.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        eachBatch: (payload) => this.track(this.handle(consumer, payload, onBatch)),
      });
      await within(30_000, 'joining the consumer group', Promise.race([joined, drained]));
    } catch (error) {
      await this.drain();
      throw error;
    }
  }

  async drain(): Promise<void> {
    this.draining = true;
    this.giveUpJoining();
    const consumer = this.consumer;
    this.consumer = undefined;
    if (!consumer) return;
    // Commits that come after disconnect() has begun are silently dropped, so the handlers go first.
    await within(DRAIN_MS, 'draining', Promise.allSettled(this.running)).catch((error: Error) =>
      this.logger.warn(error.message),
    );
    await within(DRAIN_MS, 'leaving the group', consumer.disconnect()).catch((error: Error) =>
      this.logger.warn(error.message),
    );
    this.state = 'stopped';
  }

  health(): InboundHealth {
    return { state: this.state, silentMs: performance.now() - this.heard };
  }

  /** @returns settles with the first joining; a crash before it rejects, a later one is reported */
  private watch(consumer: Consumer, onCrash: InboundOptions['onCrash']): Promise<void> {
    const heard = (): void => void (this.heard = performance.now());
    consumer.on('consumer.heartbeat', heard);
    consumer.on('consumer.fetch', heard);
    consumer.on('consumer.rebalancing', () => (this.state = 'recovering'));
    const joined = new Promise<void>((resolve, reject) => {
      let hasJoined = false;
      consumer.on('consumer.group_join', () => {
        heard();
        this.state = 'running';
        hasJoined = true;
        resolve();
      });
      consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
        heard();
        this.state = restart ? 'recovering' : 'crashed';
        this.logger.warn(`the consumer ${restart ? 'starts again' : 'is dead'}: ${error.message}`);
        if (restart || this.draining) return;
        if (hasJoined) onCrash(error, isOurs(error));
        else reject(error);
      });
    });
    joined.catch(() => undefined);
    return joined;
  }

  private track(work: Promise<void>): Promise<void> {
    this.running.add(work);
    const forget = (): void => void this.running.delete(work);
    work.then(forget, forget);
    return work;
  }

  private async handle(
    consumer: Consumer,
    { batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload,
    onBatch: (batch: InboundBatch) => Promise<void>,
  ): Promise<void> {
    let done = 0;
    let since = performance.now();
    let next: bigint | undefined;
    const commit = async (): Promise<void> => {
      if (next === undefined || isStale()) return;
      const offset = { topic: batch.topic, partition: batch.partition, offset: String(next) };
      await consumer.commitOffsets([offset]);
      [done, since, next] = [0, performance.now(), undefined];
    };
    const { topic, partition } = batch;
    await onBatch({
      topic,
      partition,
      records: batch.messages.map((message) => raw(topic, partition, message)),
      current: () => !this.draining && isRunning() && !isStale(),
      heartbeat: async () => {
        this.heard = performance.now();
        await heartbeat();
      },
      done: async ({ offset }) => {
        resolveOffset(offset);
        next = BigInt(offset) + 1n;
        if (++done >= COMMIT_EVERY.records || performance.now() - since > COMMIT_EVERY.ms) await commit();
        await heartbeat();
      },
    });
    await commit();
  }
}

/** The library wraps what a handler threw; its own errors carry its name all the way down. */
function isOurs(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!cause.name.startsWith('KafkaJS')) return true;
  }
  return false;
}

const raw = (topic: string, partition: number, message: KafkaMessage): InboundRecord => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key,
  value: message.value,
  headers: everyHeader(message.headers ?? {}),
});

function everyHeader(headers: IHeaders): Record<string, readonly Buffer[]> {
  const all = Object.entries(headers).map(([name, value]) => {
    const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return [name, values.map((one) => Buffer.from(one as string))] as const;
  });
  return Object.fromEntries(all);
}

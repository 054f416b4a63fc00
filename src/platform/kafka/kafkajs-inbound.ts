import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { Commits, ConsumerLife } from './consumer-life.js';
import { readRecordsOurselves } from './kafkajs-fetch-decoding.js';
import {
  groupTimes,
  InboundSource,
  type GroupTimes,
  type InboundBatch,
  type InboundOptions,
} from './inbound-source.js';
import { within } from './deadline.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import { kafkaClient } from './kafkajs-client.js';
import { committedOffsets } from './kafkajs-cluster.js';
import { received, type FetchedRecord } from './record-batches.js';

const DRAIN_MS = 6_000;
const JOIN_MS = 30_000;

class Life extends ConsumerLife {
  /** Where partitions begin; what comes of them before is not looked at. */
  positioned: Promise<void> = Promise.resolve();

  constructor(readonly consumer: Consumer) {
    super();
  }
}

/** A kafkajs consumer that commits by hand, after the effect, and never begins anew by itself. */
export class KafkajsInbound extends InboundSource {
  private readonly logger = new Logger(KafkajsInbound.name);
  private life: Life | undefined;

  constructor(
    private readonly address: KafkaAddress,
    private readonly times: GroupTimes = groupTimes,
  ) {
    super();
    readRecordsOurselves();
  }

  async run(options: InboundOptions): Promise<void> {
    const { group, topics, onBatch } = options;
    const names = topicNames(this.address);
    const consumer = kafkaClient(this.address).consumer({
      groupId: group,
      ...this.times,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 1_048_576,
      maxBytes: 4_194_304,
      allowAutoTopicCreation: false,
      retry: {
        retries: 6,
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        // Whoever called run() begins anew, with patience that grows.
        restartOnFailure: () => Promise.resolve(false),
      },
    });
    const life = new Life(consumer);
    this.life = life;
    const joined = this.watch(life, options);
    const unwatch = life.watch();
    try {
      await Promise.race([consumer.connect(), life.ended]);
      if (life.isDraining) return;
      await consumer.subscribe({ topics: topics.map(names.outside), fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        eachBatch: (payload) => life.track(this.handle(life, payload, onBatch)),
      });
      await within(JOIN_MS, 'joining the consumer group', Promise.race([joined, life.ended]));
      await life.ended;
    } finally {
      unwatch();
      await this.close(life);
    }
  }

  async drain(): Promise<void> {
    const life = this.life;
    if (!life) return;
    life.drain();
    await this.close(life);
  }

  private async close(life: Life): Promise<void> {
    if (this.life === life) this.life = undefined;
    life.isDraining = true;
    // Commits that come after disconnect() has begun are silently dropped, so the handlers go first.
    await within(DRAIN_MS, 'draining', Promise.allSettled(life.running)).catch((error: Error) =>
      this.logger.warn(error.message),
    );
    await within(DRAIN_MS, 'leaving the group', life.consumer.disconnect()).catch((error: Error) =>
      this.logger.warn(error.message),
    );
  }

  /** @returns settles with the first joining */
  private watch(life: Life, options: InboundOptions): Promise<void> {
    const { consumer } = life;
    consumer.on('consumer.heartbeat', () => life.hear());
    consumer.on('consumer.fetch', () => life.hear());
    consumer.on('consumer.crash', ({ payload: { error } }) => life.fail(error));
    return new Promise<void>((resolve) => {
      consumer.on('consumer.group_join', ({ payload: { memberAssignment } }) => {
        life.hear();
        life.positioned = this.position(life, options, memberAssignment);
        life.positioned.then(
          () => options.onJoined(),
          (error: Error) => life.fail(error),
        );
        resolve();
      });
    });
  }

  /** Goes back to where the receiver wants to go on, which may be before what the group remembers. */
  private async position(
    life: Life,
    { group, onAssigned }: InboundOptions,
    assigned: Record<string, number[]>,
  ): Promise<void> {
    const names = topicNames(this.address);
    const committed = await within(
      JOIN_MS,
      'reading the offsets of the group',
      committedOffsets(this.address, group, assigned),
    );
    const wanted = await onAssigned(
      committed.map((position) => ({ ...position, topic: names.inside(position.topic) })),
    );
    for (const { topic, partition, offset } of wanted) {
      life.consumer.seek({ topic: names.outside(topic), partition, offset });
    }
  }

  private async handle(
    life: Life,
    payload: EachBatchPayload,
    onBatch: (batch: InboundBatch) => Promise<void>,
  ): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const { partition } = batch;
    const topic = topicNames(this.address).inside(batch.topic);
    const current = (): boolean => !life.isDraining && isRunning() && !isStale();
    await waited(life.positioned, heartbeat);
    if (!current()) return;
    const commits = new Commits(async (next) => {
      if (!isStale()) await life.consumer.commitOffsets([{ topic: batch.topic, partition, offset: next }]);
    });
    await onBatch({
      topic,
      partition,
      end: batch.highWatermark,
      records: batch.messages.map((message) => received({ topic, partition }, ours(message))),
      current,
      heartbeat: async () => {
        life.hear();
        await heartbeat();
      },
      done: async (record) => {
        resolveOffset(record.through ?? record.offset);
        await commits.add(record);
        await heartbeat();
      },
    });
    await commits.flush();
  }
}

/** Waits without being taken for dead. */
async function waited(work: Promise<void>, heartbeat: () => Promise<void>): Promise<void> {
  let isOpen = true;
  const end = work.finally(() => (isOpen = false));
  end.catch(() => undefined);
  while (isOpen) {
    await Promise.race([end, sleep(500)]);
    await heartbeat();
  }
  await work;
}

/** @throws Error for what the library had to read itself, as it does of brokers before Kafka 2.3 */
function ours(message: object): FetchedRecord {
  if (isOurs(message)) return message;
  throw new Error('brokers before Kafka 2.3 are not read');
}

const isOurs = (message: object): message is FetchedRecord => 'firstOffset' in message;

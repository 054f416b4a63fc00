import type { Broker, GroupAssignment } from '@platformatic/kafka';
import { setTimeout as sleep } from 'node:timers/promises';
import { committed } from './aborted-records.js';
import { Commits, type ConsumerLife } from './consumer-life.js';
import type { InboundBatch, InboundOptions, InboundRecord, Position } from './inbound-source.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import type { SafeConsumer } from './platformatic-client.js';
import { fetchFrom, type FetchedPartition } from './platformatic-fetch.js';
import { decodeRecords, received, Room } from './record-batches.js';

/** Partitions of one broker that are handled at the same time. */
const AT_ONCE = 3;
/** Of one answer, unpacked. */
const ANSWER_BYTES = 64 * 1024 * 1024;
/** How often in a row a broker may fail, and how long it is left alone after each time. */
const PATIENCE = { tries: 6, ms: 200 };
const EARLIEST = -2n;
const OFFSET_OUT_OF_RANGE = 1;
/** A partition is led by somebody else now, or by nobody yet. */
const LED_ELSEWHERE = new Set([3, 5, 6, 9, 74, 75, 100]);

interface Lane {
  readonly topic: string;
  readonly partition: number;
  offset: bigint;
}

/** A share of the partitions, read until the group shares them out anew. */
export class PlatformaticReading {
  private isStopped = false;
  private isLedElsewhere = false;
  private failures = 0;
  private readonly lanes = new Map<string, Lane>();
  private readonly names;

  constructor(
    private readonly consumer: SafeConsumer,
    private readonly life: ConsumerLife,
    address: KafkaAddress,
    private readonly share: readonly GroupAssignment[],
  ) {
    this.names = topicNames(address);
  }

  stop(): void {
    this.isStopped = true;
  }

  async run(options: InboundOptions): Promise<void> {
    if (!this.isCurrent()) return;
    await this.position(options);
    options.onJoined();
    while (this.isCurrent()) {
      if (this.isLedElsewhere) await sleep(PATIENCE.ms);
      this.isLedElsewhere = false;
      const brokers = await this.brokers();
      const following = brokers.map(([broker, lanes]) => this.follow(broker, lanes, options));
      await Promise.all(following);
    }
  }

  private readonly isCurrent = (): boolean => !this.isStopped && !this.life.isDraining;

  /** Where the group goes on, or where the receiver wants to, or else at the first record there is. */
  private async position({ onAssigned }: InboundOptions): Promise<void> {
    const topics = [...this.share];
    const known =
      topics.length > 0 ? await this.consumer.listCommittedOffsets({ topics }) : new Map<string, bigint[]>();
    const places = topics.flatMap(({ topic, partitions }) =>
      partitions.map((partition): Position => {
        const offset = String(known.get(topic)?.[partition] ?? -1n);
        return { topic: this.names.inside(topic), partition, offset };
      }),
    );
    for (const { topic, partition, offset } of [...places, ...(await onAssigned(places))]) {
      const lane = { topic: this.names.outside(topic), partition, offset: BigInt(offset) };
      this.lanes.set(nameOf(lane), lane);
    }
    await this.beginAtFirst([...this.lanes.values()].filter(({ offset }) => offset < 0n));
  }

  private async beginAtFirst(lanes: readonly Lane[]): Promise<void> {
    const topics = [...new Set(lanes.map(({ topic }) => topic))];
    if (topics.length === 0) return;
    const first = await this.consumer.listOffsets({ topics, timestamp: EARLIEST });
    for (const lane of lanes) lane.offset = first.get(lane.topic)![lane.partition]!;
  }

  /** Who leads what now. */
  private async brokers(): Promise<[Broker, Lane[]][]> {
    const topics = this.share.map(({ topic }) => topic);
    const metadata = await this.consumer.metadata({ topics, forceUpdate: true });
    const led = [...metadata.brokers].map(([id, broker]): [Broker, Lane[]] => {
      const isLed = ({ topic, partition }: Lane) =>
        metadata.topics.get(topic)?.partitions[partition]?.leader === id;
      return [broker, [...this.lanes.values()].filter(isLed)];
    });
    const brokers = led.filter(([, lanes]) => lanes.length > 0);
    if (brokers.length === 0) await sleep(PATIENCE.ms);
    return brokers;
  }

  /** Until somebody else leads one of them. */
  private async follow(broker: Broker, lanes: readonly Lane[], options: InboundOptions): Promise<void> {
    while (this.isCurrent() && !this.isLedElsewhere) {
      const answer = await this.fetch(broker, lanes);
      this.isLedElsewhere ||= answer.some(({ errorCode }) => LED_ELSEWHERE.has(errorCode));
      await this.inParallel(answer.values(), options);
    }
  }

  /** @returns nothing where the broker could not be asked, which is no matter for a while */
  private async fetch(broker: Broker, lanes: readonly Lane[]): Promise<FetchedPartition[]> {
    try {
      const answer = await fetchFrom(await this.consumer.connectionTo(broker), lanes);
      this.failures = 0;
      return answer;
    } catch (error) {
      if (++this.failures > PATIENCE.tries) throw error;
      await sleep(PATIENCE.ms * this.failures);
      return [];
    }
  }

  /** Several take turns at what there is to do. */
  private async inParallel(work: Iterator<FetchedPartition>, options: InboundOptions): Promise<void> {
    const room = new Room(ANSWER_BYTES);
    const worker = async (): Promise<void> => {
      for (let next = work.next(); !next.done; next = work.next()) await this.take(next.value, room, options);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  private async take(found: FetchedPartition, room: Room, options: InboundOptions): Promise<void> {
    const lane = this.lanes.get(nameOf(found))!;
    if (found.errorCode === OFFSET_OUT_OF_RANGE) return this.beginAtFirst([lane]);
    if (LED_ELSEWHERE.has(found.errorCode)) return;
    if (found.errorCode !== 0)
      throw new Error(`${nameOf(found)}: the broker answers with error ${found.errorCode}`);
    const all = await decodeRecords(found.bytes, room);
    const [last] = all.slice(-1);
    if (!last || !this.isCurrent()) return;
    const place = { topic: this.names.inside(lane.topic), partition: lane.partition };
    const records = committed(all, found.aborted)
      // A batch is answered whole, also where only its end was asked for.
      .filter(({ offset }) => BigInt(offset) >= lane.offset)
      .map((record) => received(place, record));
    if (records.length > 0) await this.handle(lane, records, found.end, options);
    lane.offset = BigInt(last.offset) + 1n;
  }

  private async handle(
    lane: Lane,
    records: readonly InboundRecord[],
    end: string,
    { onBatch }: InboundOptions,
  ): Promise<void> {
    const { topic, partition } = lane;
    const commits = new Commits(async (next) => {
      if (this.isStopped) return;
      await this.consumer.commit({ offsets: [{ topic, partition, offset: BigInt(next), leaderEpoch: -1 }] });
    });
    const heartbeat = (): Promise<void> =>
      this.isStopped ? Promise.reject(new Rebalanced()) : Promise.resolve();
    const batch: InboundBatch = {
      ...{ topic: this.names.inside(topic), partition, end, records },
      current: this.isCurrent,
      heartbeat,
      done: async (record) => {
        await commits.add(record);
        await heartbeat();
      },
    };
    await onBatch(batch).catch((error: unknown) => {
      if (!(error instanceof Rebalanced)) throw error;
    });
    await commits.flush();
  }
}

/** The partitions are shared out anew. */
class Rebalanced extends Error {}

const nameOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string =>
  `${topic}/${partition}`;

import { Inject, Injectable } from '@nestjs/common';
import { KafkaState, type ClientState } from './client-state.js';
import { Epochs } from './epochs.js';
import { within } from './deadline.js';
import { InboundDispatcher } from './inbound-dispatcher.js';
import { KAFKA_ADDRESS, KAFKA_GROUP, type KafkaAddress, topicNames } from './kafka-address.js';
import { KafkaClient, type Cluster } from './kafka-client.js';

/** Nobody needs it newer, and the brokers shall not pay for those who look often. */
const FRESH_MS = 2_000;
const ASK_MS = 4_000;

interface Lag {
  readonly topic: string;
  readonly partition: number;
  /** Where the group goes on; null where it has read nothing yet. */
  readonly committed: string | null;
  readonly end: string;
  readonly lag: number;
}

interface Lags {
  readonly partitions: readonly Lag[];
  /** Why they could not be had. */
  readonly error: string | null;
}

/** What an operator wants to know of the way in and the way out. */
@Injectable()
export class KafkaStatus {
  private asked: { readonly at: number; readonly answer: Promise<Lags> } | undefined;

  constructor(
    private readonly state: KafkaState,
    private readonly ingress: InboundDispatcher,
    private readonly epochs: Epochs,
    private readonly client: KafkaClient,
    @Inject(KAFKA_ADDRESS) private readonly address: KafkaAddress,
    @Inject(KAFKA_GROUP) private readonly group: string,
  ) {}

  async read() {
    const { brokers, clientId, prefix = '' } = this.address;
    const { epoch, began_at, reason } = await this.epochs.current();
    const { partitions, error } = await this.lags();
    return {
      enabled: brokers.length > 0,
      brokers: [...brokers],
      clientId,
      groupId: this.group,
      topicPrefix: prefix,
      epoch: { epoch, since: began_at.toISOString(), reason },
      consumer: {
        ...view(this.state.consumer),
        stalled: this.state.stalledRecords.map((stall) => ({ ...stall, since: stall.since.toISOString() })),
      },
      producer: view(this.state.producer),
      lag: partitions.reduce((sum, { lag }) => sum + lag, 0),
      lagError: error,
      partitions: [...partitions],
    };
  }

  private lags(): Promise<Lags> {
    if (this.address.brokers.length === 0) return Promise.resolve({ partitions: [], error: null });
    if (this.asked && performance.now() - this.asked.at < FRESH_MS) return this.asked.answer;
    const work = this.client.administer((cluster) => this.ask(cluster));
    const answer = within(ASK_MS, 'asking the brokers', work).then(
      (partitions) => ({ partitions, error: null }),
      (error: Error) => ({ partitions: [], error: error.message }),
    );
    this.asked = { at: performance.now(), answer };
    return answer;
  }

  private async ask(cluster: Cluster): Promise<Lag[]> {
    const { outside, inside } = topicNames(this.address);
    const topics = this.ingress.topics.map(outside).sort();
    if (topics.length === 0) return [];
    const groups = await cluster.committed(this.group, topics);
    const ends = await Promise.all(topics.map((topic) => cluster.ends(topic)));
    return topics.flatMap((topic, i) =>
      ends[i]!.map(({ partition, low, high }) => {
        const known = groups.find((one) => one.topic === topic && one.partition === partition)?.offset;
        const committed = known === undefined || known === '-1' ? null : known;
        const lag = Math.max(0, Number(BigInt(high) - BigInt(committed ?? low)));
        return { topic: inside(topic), partition, committed, end: high, lag };
      }).sort((a, b) => a.partition - b.partition),
    );
  }
}

const view = ({ state, since, failures, failingSince, lastError, lastErrorAt }: ClientState) => ({
  state,
  since: since.toISOString(),
  failures,
  failingSince: failingSince?.toISOString() ?? null,
  lastError,
  lastErrorAt: lastErrorAt?.toISOString() ?? null,
});

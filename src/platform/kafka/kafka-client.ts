import type { ClientState } from './client-state.js';
import type { GroupTimes, InboundSource, Place, Position } from './inbound-source.js';
import type { Delivery, IntegrationEventPublisher } from './publisher.js';

/** A client library, seen from here: the two ports, and what is asked of the cluster itself. */
export abstract class KafkaClient {
  abstract publisher(state?: ClientState): IntegrationEventPublisher;
  abstract source(times?: GroupTimes): InboundSource;
  /** Runs something with a connection of its own. @throws when Kafka cannot be reached */
  abstract administer<Result>(work: (cluster: Cluster) => Promise<Result>): Promise<Result>;
}

/** Names of topics are those of the cluster. */
export interface Cluster {
  brokerCount(): Promise<number>;
  /** Those of the named topics that exist. */
  topics(names: readonly string[]): Promise<FoundTopic[]>;
  /** Creates topics, also where another instance does the same, and waits until every one has leaders. */
  create(topics: readonly NewTopic[]): Promise<void>;
  /** Where the group goes on; -1 where it has no memory. */
  committed(group: string, topics: readonly string[]): Promise<Position[]>;
  /** Where each partition begins and ends. */
  ends(topic: string): Promise<(Place & { readonly low: string; readonly high: string })[]>;
}

export interface FoundTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicas: number;
  /** Undefined where this program may not see them. */
  readonly settings: Readonly<Record<string, string | null>> | undefined;
}

export interface NewTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Where Kafka is off nothing of a library is loaded, and nothing leaves or comes in. */
export class NoKafka extends KafkaClient {
  publisher(): IntegrationEventPublisher {
    const held: Delivery = { kind: 'held', reason: OFF };
    return { publish: (records) => Promise.resolve(records.map(() => held)), close: () => Promise.resolve() };
  }

  source(): InboundSource {
    return { run: () => Promise.reject(new Error(OFF)), drain: () => Promise.resolve() };
  }

  administer(): Promise<never> {
    return Promise.reject(new Error(OFF));
  }
}

const OFF = 'Kafka is off: KAFKA_BROKERS is empty';

import type { Question } from './asking.js';
import { consumptions } from './consumes.js';
import { dlqOf } from './dead-letters.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import type { Cluster, FoundTopic, KafkaClient, NewTopic } from './kafka-client.js';
import type { Publication } from './publication.js';
import { REPLIES_TOPIC } from './replies.js';
import { SEALS_TOPIC } from './seal-topic.js';

export interface TopicPlan {
  readonly topic: string;
  /** Fixed for the life of the topic: with more, keys would move and lose their order. */
  readonly partitions: number;
  /** How long the cluster keeps a record, in milliseconds; -1: for ever. */
  readonly retentionMs: number;
}

/** What this program writes to and reads from, as it should be in the cluster, and as it is. */
export class Topics {
  constructor(
    private readonly client: KafkaClient,
    private readonly address: KafkaAddress,
    private readonly publications: readonly Publication[],
    private readonly questions: readonly Question[],
  ) {}

  /** @throws when Kafka cannot be reached */
  look(): Promise<TopicLook[]> {
    return this.client.administer((cluster) => look(cluster, this.address, this.plan()));
  }

  /** Creates what is missing and leaves the rest as it is. @throws when Kafka cannot be reached */
  provide(): Promise<Provisioned> {
    return provision(this.client, this.address, this.plan());
  }

  private plan(): TopicPlan[] {
    return topicPlan(
      [...[...this.publications, ...this.questions].map(({ topic }) => topic), SEALS_TOPIC],
      consumptions().map(({ topic }) => topic),
    );
  }
}

/** How a topic is, and how it should be. */
export interface TopicLook extends TopicPlan {
  readonly replicas: number;
  /** Absent where the topic is missing. */
  readonly found?: FoundTopic;
  /** What is not as planned, in words for a person. */
  readonly differences: readonly string[];
}

export interface Provisioned {
  readonly created: readonly string[];
  /** Topics that exist otherwise than planned, and how; they are left as they are. */
  readonly different: readonly string[];
}

const PARTITIONS = 12;
const DEAD_LETTER_PARTITIONS = 3;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A consumer that was away for a weekend and a holiday still finds everything. */
const RETENTION_MS = 7 * DAY_MS;
/** Somebody has to look at them first. */
const DEAD_LETTER_RETENTION_MS = 30 * DAY_MS;
const usual = { partitions: PARTITIONS, retentionMs: RETENTION_MS };
/** One order for all seals, and no end. */
const sealsPlan: TopicPlan = { topic: SEALS_TOPIC, partitions: 1, retentionMs: -1 };
const REPLICAS = 3;

/**
 * @param published topics that Waybill writes events to
 * @param consumed topics it reads; each gets a dead-letter topic
 */
export function topicPlan(published: readonly string[], consumed: readonly string[]): TopicPlan[] {
  const main = new Set([...published, ...consumed, ...(consumed.length > 0 ? [REPLIES_TOPIC] : [])]);
  return [
    ...[...main].map((topic) => (topic === SEALS_TOPIC ? sealsPlan : { topic, ...usual })),
    ...[...new Set(consumed)].map((topic) => ({
      topic: dlqOf(topic),
      partitions: DEAD_LETTER_PARTITIONS,
      retentionMs: DEAD_LETTER_RETENTION_MS,
    })),
  ];
}

/** Creates what is missing and leaves the rest as it is. @throws when Kafka cannot be reached */
export async function provision(
  client: KafkaClient,
  address: KafkaAddress,
  plan: readonly TopicPlan[],
): Promise<Provisioned> {
  return client.administer(async (cluster) => {
    const looks = await look(cluster, address, plan);
    const missing = looks.filter(({ found }) => !found);
    await cluster.create(missing.map((one) => asNew(one, address)));
    return {
      created: missing.map(({ topic }) => topic),
      different: looks
        .filter(({ found, differences }) => found && differences.length > 0)
        .map(({ topic, differences }) => `${topic} (${differences.join('; ')})`),
    };
  });
}

/** Three replicas, or as many as there are brokers. */
async function look(
  cluster: Cluster,
  address: KafkaAddress,
  plan: readonly TopicPlan[],
): Promise<TopicLook[]> {
  const { outside } = topicNames(address);
  const replicas = Math.min(REPLICAS, await cluster.brokerCount());
  const found = await cluster.topics(plan.map(({ topic }) => outside(topic)));
  const byName = new Map(found.map((topic) => [topic.topic, topic]));
  return plan.map((planned) => {
    const there = byName.get(outside(planned.topic));
    const wanted = { ...planned, replicas };
    return { ...wanted, ...(there && { found: there }), differences: differencesOf(wanted, there) };
  });
}

type Wanted = TopicPlan & { readonly replicas: number };

function differencesOf(wanted: Wanted, found: FoundTopic | undefined): string[] {
  if (!found) return ['missing'];
  const differences: string[] = [];
  if (found.partitions !== wanted.partitions) {
    differences.push(
      `${found.partitions} partitions instead of ${wanted.partitions}: order per key is at risk`,
    );
  }
  if (found.replicas < wanted.replicas) {
    differences.push(`${found.replicas} replicas instead of ${wanted.replicas}`);
  }
  const kept = found.settings?.['retention.ms'];
  const isForEver = wanted.retentionMs < 0;
  if (kept && Number(kept) >= 0 && (isForEver || Number(kept) < wanted.retentionMs)) {
    const instead = isForEver ? 'for ever' : days(wanted.retentionMs);
    differences.push(`keeps records for ${days(Number(kept))} days instead of ${instead}`);
  }
  return differences;
}

const days = (ms: number): number => Math.round((ms / DAY_MS) * 10) / 10;

const asNew = ({ topic, partitions, replicas, retentionMs }: TopicLook, address: KafkaAddress): NewTopic => ({
  topic: topicNames(address).outside(topic),
  partitions,
  replicas,
  settings: {
    'retention.ms': String(retentionMs),
    ...(replicas > 2 && { 'min.insync.replicas': '2' }),
  },
});

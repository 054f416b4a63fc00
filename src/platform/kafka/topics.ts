import type { Admin, ITopicConfig } from 'kafkajs';
import { dlqOf } from './dead-letters.js';
import { withAdmin } from './group-offsets.js';
import { type KafkaAddress, topicNames } from './kafkajs-client.js';
import { REPLIES_TOPIC } from './replies.js';

export interface TopicPlan {
  readonly topic: string;
  /** Fixed for the life of the topic: with more, keys would move and lose their order. */
  readonly partitions: number;
}

export interface Provisioned {
  readonly created: readonly string[];
  /** Topics that exist with another number of partitions than planned; they are left as they are. */
  readonly different: readonly string[];
}

const PARTITIONS = 12;
const DEAD_LETTER_PARTITIONS = 3;

/**
 * @param published topics that Waybill writes events to
 * @param consumed topics it reads; each gets a dead-letter topic
 */
export function topicPlan(published: readonly string[], consumed: readonly string[]): TopicPlan[] {
  const main = new Set([...published, ...consumed, ...(consumed.length > 0 ? [REPLIES_TOPIC] : [])]);
  return [
    ...[...main].map((topic) => ({ topic, partitions: PARTITIONS })),
    ...[...new Set(consumed)].map((topic) => ({ topic: dlqOf(topic), partitions: DEAD_LETTER_PARTITIONS })),
  ];
}

/** Creates what is missing; three replicas, or as many as there are brokers. @throws when Kafka cannot be reached */
export async function provision(address: KafkaAddress, plan: readonly TopicPlan[]): Promise<Provisioned> {
  const { outside, inside } = topicNames(address);
  const planned = plan.map(({ topic, partitions }) => ({ topic: outside(topic), partitions }));
  return withAdmin(address, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const { brokers } = await admin.describeCluster();
    const replicationFactor = Math.min(3, brokers.length);
    const configEntries = replicationFactor > 2 ? [{ name: 'min.insync.replicas', value: '2' }] : [];
    const missing = planned.filter(({ topic }) => !existing.has(topic));
    const topics = missing.map(({ topic, partitions }): ITopicConfig => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries,
    }));
    // Another instance may be doing the same: the answer is then false, and the topics are there.
    await create(admin, topics);
    const found = await admin.fetchTopicMetadata({ topics: planned.map(({ topic }) => topic) });
    const counts = new Map(found.topics.map(({ name, partitions }) => [name, partitions.length]));
    return {
      created: missing.map(({ topic }) => inside(topic)),
      different: planned
        .filter(({ topic, partitions }) => counts.get(topic) !== partitions)
        .map(({ topic }) => inside(topic)),
    };
  });
}

const LOOK_EVERY_MS = 100;
const LOOKS = 100;

/**
 * Creates topics and waits until every one has leaders. The client's own waiting gives up when the broker that is
 * asked has not yet heard of a topic that another thread of it has just made.
 *
 * @throws Error when a topic has no leader after ten seconds
 */
export async function create(admin: Admin, topics: readonly ITopicConfig[]): Promise<void> {
  if (topics.length === 0) return;
  await admin.createTopics({ topics: [...topics], waitForLeaders: false });
  const names = topics.map(({ topic }) => topic);
  for (let look = 0; look < LOOKS; look++) {
    const found = await admin.fetchTopicMetadata({ topics: names }).catch(() => undefined);
    if (found?.topics.every(({ partitions }) => partitions.length > 0 && partitions.every(hasLeader))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`the broker gave no leaders to ${names.join(', ')} within ten seconds`);
}

const hasLeader = ({ leader }: { leader: number }): boolean => leader >= 0;

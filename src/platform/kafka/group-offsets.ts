import type { Admin } from 'kafkajs';
import type { Position } from './inbound-source.js';
import { kafkaClient, type KafkaAddress } from './kafkajs-client.js';

/** Runs something with a connection of its own. */
export async function withAdmin<Result>(
  address: KafkaAddress,
  work: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  const admin = kafkaClient(address).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** @returns where the group would go on, names as in the cluster; -1 where it has no memory */
export async function committedOffsets(
  address: KafkaAddress,
  group: string,
  partitions: Readonly<Record<string, readonly number[]>>,
): Promise<Position[]> {
  const topics = Object.keys(partitions);
  if (topics.length === 0) return [];
  const fetched = await withAdmin(address, (admin) => admin.fetchOffsets({ groupId: group, topics }));
  return fetched.flatMap(({ topic, partitions: offsets }) =>
    offsets
      .filter(({ partition }) => partitions[topic]!.includes(partition))
      .map(({ partition, offset }) => ({ topic, partition, offset })),
  );
}

import { publications, questions } from '../integration.module.js';
import { readConfig, type Config } from '../platform/config.js';
import { chosenClient } from '../platform/kafka/chosen-client.js';
import { addressOf, topicNames, type KafkaAddress } from '../platform/kafka/kafka-address.js';
import { Topics, type TopicLook } from '../platform/kafka/topics.js';
import { columns } from './columns.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The topics of the cluster beside what they should be; needs neither a server nor a database. */
export async function lookAt(terminal: Terminal, how: 'check' | 'plan' | 'create'): Promise<ExitCode> {
  const address = addressOf(settings());
  if (address.brokers.length === 0) throw new Failure(EXIT.settings, 'Kafka is off: set KAFKA_BROKERS');
  const topics = new Topics(await chosenClient(address), address, publications, questions);
  const before = await reached(address, topics.look());
  if (how === 'create') await reached(address, topics.provide());
  const looks = how === 'create' ? await reached(address, topics.look()) : before;
  const missing = new Set(before.filter(({ found }) => !found).map(({ topic }) => topic));
  const rows = looks.map((look) => shown(look, address, { how, wasMissing: missing.has(look.topic) }));
  terminal.result({ topics: rows }, () =>
    columns(rows, ['topic', 'partitions', 'replicas', 'retentionDays', 'state', 'differences']),
  );
  const isWrong = rows.some(({ state }) => state === 'missing' || state === 'different');
  return isWrong ? EXIT.differences : EXIT.ok;
}

/** Neither a secret nor a database is asked for. */
const settings = (): Config =>
  readConfig(
    { ...process.env, DATABASE_URL: 'postgres://127.0.0.1/waybill', AUTH_JWT_SECRET: 'x'.repeat(48) },
    'on-the-command-line',
  );

async function reached<Result>({ brokers }: KafkaAddress, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(EXIT.dependencyDown, `Kafka at ${brokers.join(', ')}: ${reason}`);
  }
}

function shown(
  { topic, partitions, replicas, retentionMs, found, differences }: TopicLook,
  address: KafkaAddress,
  { how, wasMissing }: { readonly how: string; readonly wasMissing: boolean },
) {
  const created = how === 'plan' ? 'would be created' : 'created';
  const existing = differences.length > 0 ? 'different' : 'ok';
  const missing = how === 'plan' ? created : 'missing';
  return {
    topic: topicNames(address).outside(topic),
    partitions: found?.partitions ?? partitions,
    replicas: found?.replicas ?? replicas,
    retentionDays: retentionMs / DAY_MS,
    state: !found ? missing : wasMissing && differences.length === 0 ? created : existing,
    differences: found ? differences.join('; ') : '',
  };
}

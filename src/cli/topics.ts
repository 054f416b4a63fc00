import { Option, type Command } from 'commander';
import { cell, columns, type Row } from './columns.js';
import { EXIT, type ExitCode } from './exit.js';
import { runningServer } from './server.js';
import type { Terminal } from './terminal.js';
import { leaf, type Common, type Shell } from './words.js';

interface Asked extends Common {
  readonly create?: boolean;
  readonly check?: boolean;
  readonly dryRun: boolean;
}

export function addTopics(root: Command, { terminal, ended }: Shell): void {
  const topics = leaf(root, 'topics')
    .description(
      'Kafka: topics, partitions, how far they are read, as the running server knows them; with an option, of the ' +
        'cluster itself. Exit code 6 when it is off or failing, or a topic is missing or other than it should be',
    )
    .option('--check', 'compare the topics of the cluster (KAFKA_BROKERS) with what they should be')
    .addOption(new Option('--create', 'create those that are missing; none is changed').conflicts('check'))
    .option('--dry-run', 'with --create: say what would be created', false)
    .action(async ({ json, create, check, dryRun }: Asked) => {
      if (dryRun && !create) topics.error('error: --dry-run goes with --create');
      if (!create && !check) return ended(await asServerKnows(terminal('topics', json)));
      const { lookAt } = await import('./topics-of-cluster.js');
      ended(await lookAt(terminal('topics', json), create && !dryRun ? 'create' : dryRun ? 'plan' : 'check'));
    });
}

async function asServerKnows(terminal: Terminal): Promise<ExitCode> {
  const kafka = await runningServer().ask<
    Row & { partitions: Row[]; enabled: boolean; consumer: Row; producer: Row; brokers: string[] }
  >('GET', '/v1/ops/kafka');
  const states = `consumer ${cell(kafka.consumer['state'])}, producer ${cell(kafka.producer['state'])}`;
  const shows = ['topic', 'partition', 'committed', 'end', 'lag'];
  terminal.result(kafka, () =>
    kafka.enabled
      ? `${kafka.brokers.join(', ')}: ${states}\n${columns(kafka.partitions, shows)}`
      : 'Kafka is off (set KAFKA_BROKERS)',
  );
  const isFailing = [kafka.consumer, kafka.producer].some(({ state }) => state === 'failing');
  return kafka.enabled && !isFailing ? EXIT.ok : EXIT.differences;
}

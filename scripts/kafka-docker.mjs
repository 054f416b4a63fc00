// The last resort where neither jars nor Maven are to be had: the official image.
import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const environment = (port) => ({
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@127.0.0.1:9094',
  KAFKA_LISTENERS: `PLAINTEXT://0.0.0.0:${port},CONTROLLER://127.0.0.1:9094`,
  KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
  KAFKA_BROKER_SESSION_TIMEOUT_MS: '1500',
  KAFKA_BROKER_HEARTBEAT_INTERVAL_MS: '300',
});

/** @param {{version: string, port: number}} options the port is the same inside and outside */
export async function startContainer({ version, port }) {
  const variables = Object.entries(environment(port)).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const started = await run('docker', [
    ...['run', '-d', '-p', `127.0.0.1:${port}:${port}`],
    ...variables,
    `apache/kafka:${version}`,
  ]);
  const id = started.stdout.trim();
  const docker = (...args) => run('docker', [...args, id]);
  const ready = async (times) => {
    for (let waited = 0; waited < 60_000; waited += 200) {
      const { stdout, stderr } = await docker('logs');
      if (`${stdout}${stderr}`.split('Kafka Server started').length > times) return;
      await delay(200);
    }
    throw new Error(`container ${id} did not become a broker within 60 s`);
  };
  await ready(1);
  let starts = 1;
  return {
    end: (signal) => docker('kill', '-s', signal).then(() => run('docker', ['wait', id])),
    start: () => docker('start').then(() => ready(++starts)),
    remove: () => docker('rm', '-f'),
    signal: (signal) => docker('kill', '-s', signal),
    gone: run('docker', ['wait', id]),
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBroker, type Broker } from '../../scripts/kafka-broker.mjs';
import { readConfig } from '../../src/platform/config.js';
import { newId } from '../../src/platform/core/ids.js';
import { chosenClient } from '../../src/platform/kafka/chosen-client.js';
import { addressOf, groupOf, type KafkaAddress } from '../../src/platform/kafka/kafka-address.js';
import type { KafkaClient } from '../../src/platform/kafka/kafka-client.js';
import { provision } from '../../src/platform/kafka/topics.js';
import { eventually } from '../../src/platform/testing/eventually.js';

// What the clients say of refusals is expected here.
Logger.overrideLogger(false);

const run = promisify(execFile);

interface Known {
  readonly address: KafkaAddress;
  readonly group: string;
}
type Work = (client: KafkaClient, topic: string, known: Known) => Promise<void>;
const security = 'org.apache.kafka.common.security';

/** A certificate authority of our own, a certificate of the broker, and one of this program; PEM. */
async function certificates(folder: string): Promise<void> {
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const request = ['req', '-newkey', 'rsa:2048', '-nodes'];
  await openssl(
    ...request,
    '-x509',
    '-days',
    '2',
    '-subj',
    '/CN=ours',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  for (const who of ['broker', 'client']) {
    await openssl(...request, '-subj', `/CN=${who}`, '-keyout', `${who}.key`, '-out', `${who}.csr`);
    await writeFile(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1');
    const signed = ['x509', '-req', '-days', '2', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    await openssl(...signed, '-in', `${who}.csr`, '-extfile', 'names', '-out', `${who}.pem`);
  }
  const [key, certificate] = await Promise.all(
    ['broker.key', 'broker.pem'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  await writeFile(join(folder, 'broker-store.pem'), `${key}${certificate}`);
}

/** A token that Kafka's own check of unsecured tokens takes: good for a test, never for more. */
function unsecuredToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  return `${part({ alg: 'none' })}.${part({ sub: 'waybill', iat: now, exp: now + 600 })}.`;
}

describe('a cluster that lets in only whom it knows', () => {
  let folder: string;
  let broker: Broker;
  let login: Server;
  const asked: { authorization: string | undefined; body: string }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-tls-'));
    await certificates(folder);
    broker = await startBroker({
      scram: ['SCRAM-SHA-256=[name=ann,password=ann-secret]', 'SCRAM-SHA-512=[name=bob,password=bob-secret]'],
      doors: [
        {
          name: 'SASL',
          protocol: 'SASL_PLAINTEXT',
          settings: [
            'sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
            `plain.sasl.jaas.config=${security}.plain.PlainLoginModule required user_joe="joe-secret";`,
            `scram-sha-256.sasl.jaas.config=${security}.scram.ScramLoginModule required;`,
            `scram-sha-512.sasl.jaas.config=${security}.scram.ScramLoginModule required;`,
            `oauthbearer.sasl.jaas.config=${security}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="x";`,
          ],
        },
        {
          name: 'TLS',
          protocol: 'SSL',
          settings: [
            'ssl.keystore.type=PEM',
            `ssl.keystore.location=${join(folder, 'broker-store.pem')}`,
            'ssl.truststore.type=PEM',
            `ssl.truststore.location=${join(folder, 'ca.pem')}`,
            'ssl.client.auth=required',
          ],
        },
      ],
    });
    login = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        asked.push({ authorization: request.headers.authorization, body });
        response.end(
          JSON.stringify({ access_token: unsecuredToken(), expires_in: 600, token_type: 'Bearer' }),
        );
      });
    }).listen(0, '127.0.0.1');
    await writeFile(join(folder, 'token'), `${unsecuredToken()}\n`);
  }, 90_000);
  afterAll(async () => {
    login.close();
    await broker.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const addressWith = (door: string, settings: Record<string, string>): Known => {
    const config = readConfig({
      NODE_ENV: 'test',
      AUTH_JWT_SECRET: 'a secret that is long enough for the tests',
      DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
      KAFKA_BROKERS: broker.doors[door]!,
      KAFKA_TOPIC_PREFIX: `${newId()}.`,
      ...settings,
    });
    return { address: addressOf(config), group: groupOf(config) };
  };
  const everyClient = async ({ address, group }: Known, work: Work): Promise<void> => {
    for (const client of ['kafkajs', 'platformatic'] as const) {
      await work(await chosenClient({ ...address, client }), `waybill.by-${client}`, { address, group });
    }
  };
  /** Makes a topic, writes to it, and reads from it as a group. */
  const roundTrip: Work = async (client, topic, { address, group }) => {
    await provision(client, address, [{ topic, partitions: 1, retentionMs: 86_400_000 }]);
    const out = client.publisher();
    const [sent] = await out.publish([{ topic, key: 'k', value: Buffer.from('hello'), headers: {} }]);
    await out.close();
    expect(sent).toMatchObject({ kind: 'sent' });
    const outside = `${address.prefix}${topic}`;
    const offsets = () => client.administer((cluster) => cluster.committed(group, [outside]));
    // A new broker loads its groups first.
    await eventually(
      () => offsets().catch(() => undefined),
      (known) => known !== undefined,
    );
    const source = client.source();
    const seen: string[] = [];
    const living = source.run({
      group,
      topics: [topic],
      onJoined: () => undefined,
      onAssigned: () => Promise.resolve([]),
      onBatch: async (batch) => {
        for (const record of batch.records) {
          seen.push(`${record.topic}: ${String(record.value)}`);
          await batch.done(record);
        }
      },
    });
    await eventually(
      () => seen,
      (all) => all.length === 1,
    );
    await source.drain();
    await living;
    expect(seen).toEqual([`${topic}: hello`]);
    expect(await offsets()).toEqual([{ topic: outside, partition: 0, offset: '1' }]);
  };
  const isKeptOut =
    (why: RegExp): Work =>
    (client) =>
      expect(client.administer((cluster) => cluster.topics(['any']))).rejects.toThrow(why);

  it.each([
    ['plain', 'joe'],
    ['scram-sha-256', 'ann'],
    ['scram-sha-512', 'bob'],
  ])(
    'lets Waybill in by %s, and not with a wrong password',
    async (mechanism, name) => {
      const by = (password: string) =>
        addressWith('SASL', {
          KAFKA_SASL_MECHANISM: mechanism,
          KAFKA_SASL_USERNAME: name,
          KAFKA_SASL_PASSWORD: password,
        });
      await everyClient(by(`${name}-secret`), roundTrip);
      await everyClient(by('guessed'), isKeptOut(/authentication/i));
    },
    60_000,
  );

  it('lets Waybill in with a token from a file, or from a token endpoint that is asked once', async () => {
    const mechanism = { KAFKA_SASL_MECHANISM: 'oauthbearer' };
    await everyClient(
      addressWith('SASL', { ...mechanism, KAFKA_SASL_TOKEN_FILE: join(folder, 'token') }),
      roundTrip,
    );
    const { port } = login.address() as AddressInfo;
    await everyClient(
      addressWith('SASL', {
        ...mechanism,
        KAFKA_SASL_TOKEN_URL: `http://127.0.0.1:${port}/token`,
        KAFKA_SASL_CLIENT_ID: 'way bill',
        KAFKA_SASL_CLIENT_SECRET: 's&cret',
        KAFKA_SASL_SCOPE: 'kafka',
      }),
      roundTrip,
    );
    const basic = `Basic ${Buffer.from('way%20bill:s%26cret').toString('base64')}`;
    expect(asked).toEqual([{ authorization: basic, body: 'grant_type=client_credentials&scope=kafka' }]);
  }, 60_000);

  it('lets Waybill in by certificate over TLS, and is itself checked', async () => {
    const files = {
      KAFKA_TLS: 'true',
      KAFKA_TLS_CERT_FILE: join(folder, 'client.pem'),
      KAFKA_TLS_KEY_FILE: join(folder, 'client.key'),
    };
    await everyClient(addressWith('TLS', { ...files, KAFKA_TLS_CA_FILE: join(folder, 'ca.pem') }), roundTrip);
    await everyClient(addressWith('TLS', files), isKeptOut(/certificate/));
  }, 60_000);
});

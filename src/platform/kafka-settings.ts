import { accessSync, constants } from 'node:fs';
import { z } from 'zod';
import { isWithoutTls, list, text } from './setting-kinds.js';

const file = text.refine((path) => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
});
const readable = 'a file that can be read';

/** Which cluster, under which names, and how to be let in. */
export const kafkaSettings = {
  KAFKA_BROKERS: {
    schema: list.pipe(z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/))).default([]),
    expected: 'host:port, several separated by commas',
    example: '127.0.0.1:9092',
    about: 'empty: Kafka is off',
  },
  KAFKA_CLIENT: {
    schema: z.enum(['kafkajs', 'platformatic']).default('kafkajs'),
    expected: 'kafkajs | platformatic',
    example: 'platformatic',
    about: 'the library that speaks to the brokers',
  },
  KAFKA_TOPIC_PREFIX: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,100}$/)
      .optional(),
    expected: 'letters, digits, . _ -, at most 100',
    example: 'eu.',
    about: 'stands before every topic name: two installations on one cluster need different ones',
  },
  KAFKA_GROUP_ID: {
    schema: text.max(200).optional(),
    expected: 'the name of a consumer group',
    example: 'eu.waybill',
    about: 'the same for all instances of an installation; by default the topic prefix and waybill',
  },
  KAFKA_CLIENT_ID: {
    schema: text.max(200).default('waybill'),
    expected: 'text',
    example: 'waybill-eu-1',
    about: 'how this instance is named in logs and quotas of the brokers',
  },
  KAFKA_TLS: {
    schema: z.stringbool().default(false),
    expected: 'true | false',
    example: 'true',
    about: 'encrypts the connections to the brokers and checks who they are',
  },
  KAFKA_TLS_CA_FILE: {
    schema: file.optional(),
    expected: readable,
    example: '/etc/waybill/kafka-ca.pem',
    about: 'PEM: who may vouch for the brokers; by default the authorities that Node knows',
  },
  KAFKA_TLS_CERT_FILE: {
    schema: file.optional(),
    expected: readable,
    example: '/etc/waybill/kafka-client.pem',
    about: 'PEM: the certificate this program shows (mutual TLS)',
  },
  KAFKA_TLS_KEY_FILE: {
    schema: file.optional(),
    expected: readable,
    example: '/etc/waybill/kafka-client.key',
    about: 'PEM: the key of that certificate',
  },
  KAFKA_SASL_MECHANISM: {
    schema: z.enum(['plain', 'scram-sha-256', 'scram-sha-512', 'oauthbearer']).optional(),
    expected: 'plain | scram-sha-256 | scram-sha-512 | oauthbearer',
    example: 'scram-sha-512',
    about: 'how this program proves to the brokers who it is; empty: not at all',
  },
  KAFKA_SASL_USERNAME: {
    schema: text.optional(),
    expected: 'text',
    example: 'waybill',
    about: 'for plain and scram',
  },
  KAFKA_SASL_PASSWORD: {
    schema: z.string().min(1).optional(),
    expected: 'text',
    example: 'the output of: openssl rand -base64 24',
    about: 'for plain and scram',
    secret: true,
  },
  KAFKA_SASL_TOKEN_FILE: {
    schema: file.optional(),
    expected: readable,
    example: '/var/run/secrets/kafka/token',
    about: 'for oauthbearer: a file with a token that somebody keeps fresh; read anew for each login',
  },
  KAFKA_SASL_TOKEN_URL: {
    schema: text
      .refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))
      .optional(),
    expected: 'an http(s) URL',
    example: 'https://login.example.com/oauth2/token',
    about: 'for oauthbearer: the token endpoint (client credentials), instead of a file',
  },
  KAFKA_SASL_CLIENT_ID: {
    schema: text.optional(),
    expected: 'text',
    example: 'waybill',
    about: 'for the token endpoint',
  },
  KAFKA_SASL_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    expected: 'text',
    example: 'what the login service gave',
    about: 'for the token endpoint',
    secret: true,
  },
  KAFKA_SASL_SCOPE: {
    schema: text.optional(),
    expected: 'text',
    example: 'kafka',
    about: 'for the token endpoint, where it wants one',
  },
} as const;

type KafkaSettingName = keyof typeof kafkaSettings;
type KafkaConfig = { readonly [Name in KafkaSettingName]: z.output<(typeof kafkaSettings)[Name]['schema']> };
type Demand = (right: boolean, name: KafkaSettingName, expected: string) => unknown;

/** What must fit together. */
export function demandOfKafka(config: KafkaConfig, demand: Demand, production: boolean): void {
  demandOfTls(config, demand);
  demandOfPassword(config, demand);
  demandOfToken(config, demand, production);
}

function demandOfTls(config: KafkaConfig, demand: Demand): void {
  const { KAFKA_TLS: tls, KAFKA_TLS_CERT_FILE: certificate, KAFKA_TLS_KEY_FILE: key } = config;
  for (const name of ['KAFKA_TLS_CA_FILE', 'KAFKA_TLS_CERT_FILE', 'KAFKA_TLS_KEY_FILE'] as const) {
    demand(!config[name] || tls, 'KAFKA_TLS', `true, because ${name} is set`);
  }
  demand(!key || !!certificate, 'KAFKA_TLS_CERT_FILE', 'set with the key');
  demand(!certificate || !!key, 'KAFKA_TLS_KEY_FILE', 'set with the certificate');
}

function demandOfPassword(config: KafkaConfig, demand: Demand): void {
  const mechanism = config.KAFKA_SASL_MECHANISM;
  const wanted = mechanism !== undefined && mechanism !== 'oauthbearer';
  for (const name of ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const) {
    const given = config[name] !== undefined;
    demand(!wanted || given, name, `set, because KAFKA_SASL_MECHANISM is ${mechanism}`);
    demand(wanted || !given, 'KAFKA_SASL_MECHANISM', `plain or scram, because ${name} is set`);
  }
}

function demandOfToken(config: KafkaConfig, demand: Demand, production: boolean): void {
  const { KAFKA_SASL_TOKEN_FILE: path, KAFKA_SASL_TOKEN_URL: url } = config;
  const wanted = config.KAFKA_SASL_MECHANISM === 'oauthbearer';
  demand(
    !wanted || !!path || !!url,
    'KAFKA_SASL_TOKEN_URL',
    'set, or KAFKA_SASL_TOKEN_FILE, for oauthbearer',
  );
  demand(!path || !url, 'KAFKA_SASL_TOKEN_FILE', 'empty, because KAFKA_SASL_TOKEN_URL is set');
  demand(wanted || (!path && !url), 'KAFKA_SASL_MECHANISM', 'oauthbearer, because a token is set');
  for (const name of ['KAFKA_SASL_CLIENT_ID', 'KAFKA_SASL_CLIENT_SECRET'] as const) {
    demand(!url || config[name] !== undefined, name, 'set, because KAFKA_SASL_TOKEN_URL is');
  }
  demand(!production || !isWithoutTls(url), 'KAFKA_SASL_TOKEN_URL', 'https in production');
}

import { readFileSync } from 'node:fs';
import type { Config } from '../config.js';
import { tokenSource } from './oauth-token.js';

export interface KafkaAddress {
  readonly brokers: readonly string[];
  /** The library that speaks to them; kafkajs unless it is said. */
  readonly client?: 'kafkajs' | 'platformatic';
  readonly clientId: string;
  /** Stands before the name of every topic. */
  readonly prefix?: string;
  /** Absent: in the clear. */
  readonly tls?: Tls | undefined;
  /** Absent: nobody asks who this is. */
  readonly login?: Login | undefined;
}

/** PEM; what is absent is Node's own choice. */
export interface Tls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export type Login =
  | {
      readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
      readonly username: string;
      readonly password: string;
    }
  | { readonly mechanism: 'oauthbearer'; token(): Promise<string> };

/** Injection token of the {@link KafkaAddress}. */
export const KAFKA_ADDRESS = Symbol('KAFKA_ADDRESS');

/** Injection token of the consumer group's name; one for all instances of an installation. */
export const KAFKA_GROUP = Symbol('KAFKA_GROUP');

/** What stands before the name of every topic; nothing unless it is said. */
export const prefixOf = ({ KAFKA_TOPIC_PREFIX }: Pick<Config, 'KAFKA_TOPIC_PREFIX'>): string =>
  KAFKA_TOPIC_PREFIX ?? '';

export const addressOf = (config: Config): KafkaAddress => ({
  brokers: config.KAFKA_BROKERS,
  client: config.KAFKA_CLIENT,
  clientId: config.KAFKA_CLIENT_ID,
  prefix: prefixOf(config),
  tls: config.KAFKA_TLS ? tlsOf(config) : undefined,
  login: loginOf(config),
});

export const groupOf = (config: Config): string => config.KAFKA_GROUP_ID ?? `${prefixOf(config)}waybill`;

/** Names inside this program, and with the installation's prefix as the cluster knows them. */
export const topicNames = ({ prefix = '' }: Pick<KafkaAddress, 'prefix'>) => ({
  outside: (topic: string): string => `${prefix}${topic}`,
  inside: (topic: string): string => topic.slice(prefix.length),
});

function tlsOf({ KAFKA_TLS_CA_FILE: ca, KAFKA_TLS_CERT_FILE: cert, KAFKA_TLS_KEY_FILE: key }: Config): Tls {
  return {
    ...(ca && { ca: readFileSync(ca, 'utf8') }),
    ...(cert && { cert: readFileSync(cert, 'utf8') }),
    ...(key && { key: readFileSync(key, 'utf8') }),
  };
}

function loginOf(config: Config): Login | undefined {
  const mechanism = config.KAFKA_SASL_MECHANISM;
  if (!mechanism) return undefined;
  if (mechanism === 'oauthbearer') return { mechanism, token: tokenSource(config) };
  return { mechanism, username: config.KAFKA_SASL_USERNAME!, password: config.KAFKA_SASL_PASSWORD! };
}

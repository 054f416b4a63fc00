import { Logger } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import kafkajs, { type Kafka, type KafkaConfig, type LogEntry, type SASLOptions } from 'kafkajs';
import type { Config } from '../config.js';
import { restWhileNothingIsHeldBack } from './held-back-requests.js';
import { tokenSource } from './oauth-token.js';

export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Stands before the name of every topic. */
  readonly prefix?: string;
  readonly security?: Pick<KafkaConfig, 'ssl' | 'sasl'>;
}

/** Injection token of the {@link KafkaAddress}. */
export const KAFKA_ADDRESS = Symbol('KAFKA_ADDRESS');

/** Injection token of the consumer group's name; one for all instances of an installation. */
export const KAFKA_GROUP = Symbol('KAFKA_GROUP');

export const addressOf = (config: Config): KafkaAddress => ({
  brokers: config.KAFKA_BROKERS,
  clientId: config.KAFKA_CLIENT_ID,
  prefix: config.KAFKA_TOPIC_PREFIX ?? '',
  security: securityOf(config),
});

export const groupOf = (config: Config): string =>
  config.KAFKA_GROUP_ID ?? `${config.KAFKA_TOPIC_PREFIX ?? ''}waybill`;

function securityOf(config: Config): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  const sasl = saslOf(config);
  return { ...(config.KAFKA_TLS && { ssl: tlsOf(config) }), ...(sasl && { sasl }) };
}

function tlsOf({ KAFKA_TLS_CA_FILE: ca, KAFKA_TLS_CERT_FILE: cert, KAFKA_TLS_KEY_FILE: key }: Config) {
  return {
    ...(ca && { ca: readFileSync(ca, 'utf8') }),
    ...(cert && { cert: readFileSync(cert, 'utf8') }),
    ...(key && { key: readFileSync(key, 'utf8') }),
  };
}

function saslOf(config: Config): SASLOptions | undefined {
  const mechanism = config.KAFKA_SASL_MECHANISM;
  if (!mechanism) return undefined;
  if (mechanism === 'oauthbearer') return { mechanism, oauthBearerProvider: tokenSource(config) };
  return { mechanism, username: config.KAFKA_SASL_USERNAME!, password: config.KAFKA_SASL_PASSWORD! };
}

const logger = new Logger('Kafka');

/** The library calls every retry an error; to us it is news for the curious, as the callers report what matters. */
const logCreator =
  () =>
  ({ level, namespace, log }: LogEntry): void => {
    const text = `${namespace}: ${log.message}${log['error'] ? ` (${String(log['error'])})` : ''}`;
    if (level <= kafkajs.logLevel.WARN) logger.debug(text);
    else logger.verbose(text);
  };

restWhileNothingIsHeldBack();

/** A client with bounded waits: unanswered requests fail after 5 s, connections after 2 s, and few retries inside. */
export const kafkaClient = ({ brokers, clientId, security = {} }: KafkaAddress): Kafka =>
  new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    ...security,
    connectionTimeout: 2_000,
    authenticationTimeout: 5_000,
    requestTimeout: 5_000,
    enforceRequestTimeout: true,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator,
  });

/**
 * Waits at most so long.
 *
 * @throws Error `<what> took longer than <ms> ms`; the work itself may still be going on
 */
export async function within<Result>(ms: number, what: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** Names inside this program, and with the installation's prefix as the cluster knows them. */
export const topicNames = ({ prefix = '' }: Pick<KafkaAddress, 'prefix'>) => ({
  outside: (topic: string): string => `${prefix}${topic}`,
  inside: (topic: string): string => topic.slice(prefix.length),
});

import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type LogEntry, type SASLOptions } from 'kafkajs';
import { restWhileNothingIsHeldBack } from './kafkajs-held-back-requests.js';
import type { KafkaAddress, Login } from './kafka-address.js';

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
export const kafkaClient = ({ brokers, clientId, tls, login }: KafkaAddress): Kafka =>
  new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    ...(tls && { ssl: { ...tls } }),
    ...(login && { sasl: saslOf(login) }),
    connectionTimeout: 2_000,
    authenticationTimeout: 5_000,
    requestTimeout: 5_000,
    enforceRequestTimeout: true,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator,
  });

function saslOf(login: Login): SASLOptions {
  if (login.mechanism !== 'oauthbearer') return { ...login };
  return {
    mechanism: login.mechanism,
    oauthBearerProvider: async () => ({ value: await login.token() }),
  };
}

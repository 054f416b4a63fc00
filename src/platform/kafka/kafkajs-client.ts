import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type LogEntry } from 'kafkajs';

export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly clientId: string;
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

/** A client with bounded waits: unanswered requests fail after 5 s, connections after 2 s, and few retries inside. */
export const kafkaClient = ({ brokers, clientId }: KafkaAddress): Kafka =>
  new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 2_000,
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

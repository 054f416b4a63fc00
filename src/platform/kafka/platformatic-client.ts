import {
  Consumer,
  kGetConnection,
  MultipleErrors,
  NetworkError,
  Producer,
  ProtocolError,
  type BaseOptions,
  type Broker,
  type Connection,
} from '@platformatic/kafka';
import type { KafkaAddress, Login } from './kafka-address.js';

/** Bounded waits: unanswered requests fail after 5 s, connections after 2 s, and few retries inside. */
export const optionsOf = ({ brokers, clientId, tls, login }: KafkaAddress): BaseOptions => ({
  clientId,
  bootstrapBrokers: [...brokers],
  connectTimeout: 2_000,
  requestTimeout: 5_000,
  timeout: 4_000,
  retries: 2,
  retryDelay: 200,
  autocreateTopics: false,
  ...(tls && { tls: { ...tls } }),
  ...(login && { sasl: saslOf(login) }),
});

function saslOf(login: Login): NonNullable<BaseOptions['sasl']> {
  if (login.mechanism === 'oauthbearer') return { mechanism: 'OAUTHBEARER', token: () => login.token() };
  const { username, password } = login;
  const mechanisms = {
    plain: 'PLAIN',
    'scram-sha-256': 'SCRAM-SHA-256',
    'scram-sha-512': 'SCRAM-SHA-512',
  } as const;
  return { mechanism: mechanisms[login.mechanism], username, password };
}

/** What the library wraps, often several times: the errors at the bottom. */
const causesOf = (error: unknown): { readonly message: string }[] => {
  if (error instanceof MultipleErrors) return error.errors.flatMap(causesOf);
  if (!isError(error)) return [new Error(String(error))];
  return error.cause ? causesOf(error.cause) : [error];
};

/** By its shape: it may come from another realm. */
const isError = (given: unknown): given is { readonly message: string; readonly cause?: unknown } =>
  typeof given === 'object' && given !== null && 'message' in given;

/** As the protocol names what a broker said, where it said something. */
export function reasonOf(error: unknown): string {
  const causes = causesOf(error);
  const [said = causes[0]] = causes.filter(isOfProtocol);
  return isOfProtocol(said)
    ? `${String(said['apiId'])}: ${said.message}`
    : (said?.message ?? 'no reason given');
}

export const codesOf = (error: unknown): number[] =>
  causesOf(error).flatMap((cause) => (isOfProtocol(cause) ? [Number(cause['apiCode'])] : []));

const isOfProtocol = (error?: object): error is ProtocolError => error instanceof ProtocolError;

type Got = Parameters<Consumer[typeof kGetConnection]>[1];

/** What a broker that is not known any more does to the library is a TypeError that nobody can catch. */
const known = (broker: Broker | undefined, got: Got): broker is Broker => {
  if (!broker) got(new NetworkError('a broker is gone'));
  return broker !== undefined;
};

export class SafeConsumer extends Consumer {
  override [kGetConnection](broker: Broker | undefined, got: Got): void {
    if (known(broker, got)) super[kGetConnection](broker, got);
  }

  /** @throws Error when the broker cannot be reached */
  connectionTo(broker: Broker): Promise<Connection> {
    return new Promise((resolve, reject) => {
      this[kGetConnection](broker, (error, connection) =>
        connection ? resolve(connection) : reject(error ?? new Error('no connection')),
      );
    });
  }
}

export class SafeProducer extends Producer {
  override [kGetConnection](broker: Broker | undefined, got: Got): void {
    if (known(broker, got)) super[kGetConnection](broker, got);
  }
}

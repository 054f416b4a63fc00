import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { migrations } from '../src/migrations.js';
import { readConfig, type Config } from '../src/platform/config.js';
import { Database } from '../src/platform/event-store/database.js';
import { createApp } from '../src/platform/http/create-app.js';
import { demoCustomerId, demoOtherCustomerId, demoToken } from '../src/platform/http/demo-identities.js';
import { connectKafka } from '../src/platform/kafka/kafka.module.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { testDatabase } from '../src/platform/testing/database.js';
import { ask, type Reply } from './client.js';
import { Documented } from './http/documented.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  /** Without a slash at the end. */
  readonly url: string;
  readonly tokens: Record<'operator' | 'service' | 'customer' | 'otherCustomer', string>;
  readonly customerId: string;
  readonly otherCustomerId: string;
  readonly database: Database;
  /** Sends JSON and reads JSON; body is undefined where there is none. */
  send(method: string, path: string, options?: SendOptions): Promise<Reply>;
  close(): Promise<void>;
}

export interface SendOptions {
  readonly as?: 'operator' | 'service' | 'customer' | 'otherCustomer' | 'nobody';
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AppOverrides {
  readonly config?: Partial<Config>;
  /** These modules on the bare platform instead of the product's rooms. */
  readonly rooms?: readonly (Type | DynamicModule)[];
  /** An existing test database: a second instance of the same cluster. */
  readonly databaseUrl?: string;
  readonly logger?: LoggerService;
}

const secret = 'a-key-for-tests-that-nobody-else-uses-0815';

/** The whole application, listening, on a database of its own. */
export async function startApp(overrides: AppOverrides = {}): Promise<TestApp> {
  const own = overrides.databaseUrl ? undefined : await testDatabase();
  const config = settingsOf(overrides, overrides.databaseUrl ?? own!.url);
  const app = await createApp(moduleOf(overrides, config), config, overrides.logger ?? false);
  await app.listen(0, '127.0.0.1');
  await connectKafka(app);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const tokens = await tokensOf(config);
  const documented = new Documented(app, !overrides.rooms);
  return {
    app,
    config,
    url,
    tokens,
    customerId: demoCustomerId,
    otherCustomerId: demoOtherCustomerId,
    database: app.get(Database),
    send: async (method, path, options) => {
      const reply = await send({ url, tokens }, method, path, options);
      documented.admit(method, path, reply);
      return reply;
    },
    close: async () => {
      await app.close();
      await own?.drop();
    },
  };
}

function moduleOf({ rooms }: AppOverrides, config: Config): DynamicModule {
  if (!rooms) return AppModule.with(config);
  const names = migrations.map(({ name }) => name);
  return { module: class BareModule {}, imports: [PlatformModule.with(config, names), ...rooms] };
}

function settingsOf({ config }: AppOverrides, databaseUrl: string): Config {
  const defaults = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    AUTH_JWT_SECRET: secret,
    AUTH_DEMO_TOKENS: 'true',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    // A busy machine is not under test, except where a suite says so.
    SHED_EVENT_LOOP_MS: '60000',
    SHED_POOL_WAIT_MS: '60000',
    DB_POOL_SIZE: '8',
    SUBSCRIPTION_POLL_MS: '50',
    SAGA_RETRY_BASE_MS: '50',
    SAGA_RETRY_CAP_MS: '500',
    SEAL_EVERY_SECONDS: '0',
    // The Kafka suites may be run over any of the clients.
    KAFKA_CLIENT: process.env['KAFKA_CLIENT'],
  });
  return { ...defaults, ...config };
}

async function tokensOf(config: Config): Promise<TestApp['tokens']> {
  const [operator, service, customer, otherCustomer] = await Promise.all([
    demoToken(config, 'operator', 'demo-operator'),
    demoToken(config, 'service', 'demo-service'),
    demoToken(config, 'customer', demoCustomerId),
    demoToken(config, 'customer', demoOtherCustomerId),
  ]);
  return { operator, service, customer, otherCustomer };
}

function send(
  { url, tokens }: Pick<TestApp, 'url' | 'tokens'>,
  method: string,
  path: string,
  { as = 'operator', headers, ...rest }: SendOptions = {},
): Promise<Reply> {
  // A reader of its own write waits as long as it may: the machine may be busy.
  const isReader = headers?.['min-event-position'] !== undefined;
  return ask(method, `${url}${path}`, {
    ...rest,
    ...(as !== 'nobody' && { token: tokens[as] }),
    headers: { ...(isReader && { prefer: 'wait=8' }), ...headers },
  });
}

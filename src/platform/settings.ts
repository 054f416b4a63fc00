import { z } from 'zod';
import { authSettings } from './auth-settings.js';
import { folderSettings } from './folder-settings.js';
import { kafkaSettings } from './kafka-settings.js';
import { outgoingSettings } from './outgoing-settings.js';
import { paymentSettings } from './payment-settings.js';
import { personalSettings } from './personal-settings.js';
import { retentionSettings } from './retention-settings.js';
import { sealSettings } from './seal-settings.js';
import { choice, digits, list, milliseconds, text, url, whole, type Setting } from './setting-kinds.js';

const isOrigin = (given: string): boolean =>
  given === '*' || (URL.canParse(given) && /^https?:/.test(given) && new URL(given).origin === given);

/** Every setting of Waybill. An environment variable that is absent or empty takes the default. */
export const settings = {
  NODE_ENV: choice(
    ['development', 'production', 'test'],
    'development',
    'production refuses demo tokens, simulators and weak secrets',
  ),
  ROLE: choice(['all', 'api', 'worker'], 'all', 'answers callers (api), does what follows (worker), both'),
  PORT: whole(0, 65_535, 3000, 'where HTTP listens; 0 takes any free port'),
  HOST: {
    schema: text.default('127.0.0.1'),
    expected: 'an address of this machine',
    example: '127.0.0.1',
    about: 'the address HTTP listens on; 0.0.0.0 for all',
  },
  TRUST_PROXY_HOPS: whole(0, 10, 0, 'reverse proxies in front, whose X-Forwarded-For is believed'),
  LOG_LEVEL: choice(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'info',
    'how much is logged',
  ),

  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    expected: 'the URL of a PostgreSQL 15 or newer',
    example: 'postgres://waybill:password@127.0.0.1:5432/waybill',
    about: 'npm start runs a PostgreSQL of its own when this is empty',
    secret: true,
  },
  DB_POOL_SIZE: whole(2, 500, 20, 'database connections of one instance'),
  ...folderSettings,
  ...kafkaSettings,

  ...authSettings,
  ...personalSettings,
  CORS_ORIGINS: {
    schema: list.pipe(z.array(z.string().refine(isOrigin))).default([]),
    expected: 'origins such as https://shop.example.com, several separated by commas, or *',
    example: 'https://shop.example.com',
    about: 'web pages that may call the API from a browser; empty: none',
  },
  PUBLIC_DOCS: {
    schema: z.stringbool().optional(),
    expected: 'true | false',
    example: 'true',
    about:
      'whether /docs, /openapi.json, /asyncapi and /contracts need no token; empty: only outside production',
  },
  PUBLIC_METRICS: {
    schema: z.stringbool().optional(),
    expected: 'true | false',
    example: 'false',
    about: 'whether /metrics needs no token of an operator or service; empty: only outside production',
  },
  CONSOLE_ENABLED: {
    schema: z.stringbool().optional(),
    expected: 'true | false',
    example: 'true',
    about: 'whether operators find their console at /console; empty: only outside production',
  },

  RATE_LIMIT_PER_MINUTE: whole(0, 10_000_000, 6000, 'requests of one caller in a minute; 0 switches it off'),
  AUTH_FAILURES_PER_MINUTE: whole(
    0,
    1_000_000,
    300,
    'refused tokens of one address in a minute, after which unknown tokens get 429; 0 switches it off',
  ),
  SHED_IN_FLIGHT: whole(1, 100_000, 1000, 'requests at once above which new ones get 503'),
  IN_FLIGHT_PER_CALLER: whole(1, 100_000, 500, 'requests of one caller at once above which new ones get 429'),
  SHED_EVENT_LOOP_MS: milliseconds(500, 'event loop delay above which new requests get 503'),
  SHED_POOL_WAIT_MS: milliseconds(2000, 'wait for a database connection above which new requests get 503'),
  LIVE_VIEWS: whole(1, 100_000, 1000, 'live views (server-sent events) open at once in one instance'),
  LIVE_VIEWS_PER_CALLER: whole(1, 100_000, 30, 'live views that one caller may have open in one instance'),
  REQUEST_TIMEOUT_MS: milliseconds(10_000, 'deadline of a request'),
  SHUTDOWN_TIMEOUT_MS: milliseconds(10_000, 'how long running work may take to finish at a stop'),

  SEARCH_LANGUAGE: choice(
    [
      ...['none', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'hungarian', 'italian'],
      ...['norwegian', 'portuguese', 'romanian', 'russian', 'spanish', 'swedish', 'turkish'],
    ] as const,
    'english',
    'whose forms of a word the search of the catalogue takes for one (mug, mugs)',
  ),

  ...paymentSettings,
  CARRIER: choice(
    ['simulator', 'manual', 'kafka'],
    'simulator',
    'who takes parcels; manual: people, who say so',
  ),
  CARRIER_TIMEOUT_MS: milliseconds(5000, 'deadline of one call to the carrier'),
  CARRIER_SLOTS: whole(1, 1000, 32, 'saga steps that are busy with the carrier at once'),

  APPROVAL_LIMIT_MINOR: {
    schema: digits.pipe(z.int().min(0).max(Number.MAX_SAFE_INTEGER)).optional(),
    expected: 'an amount in minor units (cents)',
    example: '50000',
    about:
      'what operators move above this waits for a second person, and so does giving up a dead letter about money; empty: one is enough',
  },
  RETURN_WINDOW_DAYS: whole(
    0,
    36_500,
    30,
    'days after delivery in which a customer may ask for a return; 0: without end',
  ),

  PRICE_HOLD_SECONDS: whole(
    0,
    31_536_000,
    86_400,
    'how long a draft keeps the prices it was shown; later, confirming names what has changed',
  ),
  UNPAID_ORDERS_PER_CUSTOMER: whole(
    1,
    1_000_000,
    1_000,
    'unpaid orders a customer may have, bank transfers aside; staff and services are not limited',
  ),
  UNPAID_UNITS_PER_SKU: whole(
    1,
    1_000_000_000,
    10_000,
    'units of one SKU these orders of a customer may hold',
  ),
  UNPAID_TRANSFERS_PER_CUSTOMER: whole(
    1,
    1_000_000,
    50,
    'the same for orders by bank transfer, which hold their goods for days',
  ),
  UNPAID_TRANSFER_UNITS_PER_SKU: whole(
    1,
    1_000_000_000,
    50,
    'units of one SKU that unpaid bank transfers of a customer may hold',
  ),
  BANK_TRANSFER_POLL_SECONDS: whole(
    1,
    86_400,
    60,
    'how often a step that waits for a bank transfer looks by itself; a recorded transfer is acted on at once',
  ),
  SAGA_RETRY_BASE_MS: milliseconds(500, 'first wait before a step is tried again; doubles each time'),
  SAGA_RETRY_CAP_MS: milliseconds(60_000, 'longest wait before a step is tried again'),
  SAGA_ATTEMPTS: whole(
    1,
    1000,
    10,
    'tries of a step before an operator is shown it; without an answer from outside only where others get one',
  ),
  SAGA_ATTENTION_SECONDS: whole(
    1,
    604_800,
    300,
    'how long one order may get no answer from a party that answers others before an operator is shown it',
  ),
  SAGA_PENDING_SECONDS: whole(
    1,
    2_592_000,
    3_600,
    'how long a party outside may take to decide before an operator is shown the order',
  ),
  SAGA_CONCURRENCY: whole(
    1,
    1000,
    64,
    'saga steps under way at once in one instance, besides those that ask somebody outside',
  ),
  LEASE_SECONDS: whole(1, 300, 5, 'how soon another instance takes over the work of a dead one'),
  SUBSCRIPTION_POLL_MS: milliseconds(
    250,
    'how often a process looks for work by itself while anything happens; eight times as long after a quiet time',
  ),
  PAUSE_REMINDER_MINUTES: whole(
    1,
    525_600,
    60,
    'how long a subscription may stay paused before it is on the attention list',
  ),
  RECONCILIATION_EVERY_SECONDS: whole(
    1,
    86_400,
    30,
    'how often a stretch of orders, payments, stock and accounts is compared with what the others say',
  ),
  RECONCILIATION_GRACE_SECONDS: whole(
    0,
    86_400,
    300,
    'how long they may differ, as they do while something is under way, before it is on the attention list',
  ),
  ...sealSettings,
  SNAPSHOT_EVERY: whole(1, 1_000_000, 100, 'events of a stream between two snapshots'),

  ...outgoingSettings,

  ...retentionSettings,
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

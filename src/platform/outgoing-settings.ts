import { z } from 'zod';
import { choice, list, milliseconds, text, url, whole } from './setting-kinds.js';

const seconds = list.pipe(
  z
    .array(
      z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    )
    .min(1)
    .max(20),
);

/** A name of at most 100 characters, and an address. */
const isSender = (given: string): boolean =>
  given.indexOf('<') <= 101 && /^[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>$/.test(given);

/** What Waybill tells others by itself: webhooks to receivers, mail to customers. */
export const outgoingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url('https:', 'http:').optional(),
    expected: 'an http(s) URL',
    example: 'https://collector.example.com:4318',
    about:
      'a collector of OpenTelemetry, which then gets a trace of each order (OTLP over HTTP); other OTEL_* variables count too; empty: no tracing',
  },
  WEBHOOK_ALLOW_PRIVATE: {
    schema: z.stringbool().default(false),
    expected: 'true | false',
    example: 'false',
    about: 'whether webhooks may go to private, loopback and other addresses that are not public',
  },
  WEBHOOK_SECRETS_KEY: {
    schema: list.pipe(z.array(z.string().refine((given) => Buffer.byteLength(given) >= 32))).optional(),
    expected: 'at least 32 bytes; several separated by commas',
    example: 'the output of: openssl rand -base64 48',
    about:
      'encrypts the signing secrets of webhooks in the database; the first one encrypts, all decrypt; empty: made from AUTH_JWT_SECRET',
    secret: true,
  },
  WEBHOOK_TIMEOUT_MS: milliseconds(15_000, 'how long a receiver of webhooks may take to answer'),
  WEBHOOK_SLOTS: whole(1, 100, 4, 'webhooks under way at once to one endpoint, in one instance'),
  WEBHOOK_RETRY_SECONDS: {
    schema: seconds.default([5, 30, 120, 900, 3_600, 21_600, 86_400]),
    expected: 'whole numbers separated by commas',
    example: '5,30,120,900,3600,21600,86400',
    about:
      'the waits before a webhook is tried again, each a little longer by chance; after the last it has failed',
  },
  NOTIFY_SMTP_URL: {
    schema: url('smtp:', 'smtps:').optional(),
    expected: 'an smtp(s) URL',
    example: 'smtps://user:password@mail.example.com:465',
    about:
      'the mail server that writes to customers; empty: mails are kept in the outbox and nothing is sent',
    secret: true,
  },
  NOTIFY_FROM: {
    schema: text.max(200).refine(isSender).default('Waybill <no-reply@waybill.invalid>'),
    expected: 'Name <address>',
    example: 'Example Shop <orders@shop.example.com>',
    about: 'who mails to customers are from',
  },
  NOTIFY_LANGUAGE: choice(['en', 'de'], 'en', 'the language of mails to customers who have chosen none'),
  NOTIFY_MAX_AGE_HOURS: whole(
    1,
    720,
    72,
    'how long after its occasion a mail is still sent; later it is suppressed, because it would only confuse',
  ),
  NOTIFY_SLOTS: whole(1, 100, 4, 'mails under way at once in one instance'),
  NOTIFY_TIMEOUT_MS: milliseconds(20_000, 'how long the mail server may take for one mail'),
  NOTIFY_RETRY_SECONDS: {
    schema: seconds.default([10, 60, 300, 1_800, 7_200, 28_800]),
    expected: 'whole numbers separated by commas',
    example: '10,60,300,1800,7200,28800',
    about: 'the waits before a mail that was not taken is tried again; after the last it has failed',
  },
} as const;

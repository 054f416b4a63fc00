import { z } from 'zod';
import { list, milliseconds, whole } from './setting-kinds.js';

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

/** What Waybill tells others by itself: webhooks to receivers, mail to customers. */
export const outgoingSettings = {
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
} as const;

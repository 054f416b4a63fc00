import { mapped, type Reference } from './schemas.js';

const text = { type: 'string' } as const;
const whole = { type: 'integer', format: 'int64', minimum: 0 } as const;

/** Every header that answers carry, described once. */
export const headers = {
  ETag: {
    description: 'The version of the thing, for If-Match and If-None-Match',
    schema: text,
    example: '"7"',
  },
  'Event-Position': {
    description: 'Where the log stood after this write; as Min-Event-Position a list shows it',
    schema: whole,
    example: 4711,
  },
  Location: {
    description: 'Where the new thing is read',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/orders/019a9f00-0000-7000-8000-000000000001',
  },
  Link: {
    description: 'RFC 8288: rel="next" leads to the page after this one; absent on the last',
    schema: text,
    example: '</v1/orders?cursor=eyJ&limit=20>; rel="next"',
  },
  'Retry-After': { description: 'Seconds to wait before asking again', schema: whole, example: 1 },
  RateLimit: {
    description: 'What is left in this window, and seconds until the next; absent without a limit',
    schema: text,
    example: '"default";r=299;t=42',
  },
  'RateLimit-Policy': {
    description: 'Requests in a window of so many seconds; absent without a limit',
    schema: text,
    example: '"default";q=300;w=60',
  },
  'Idempotency-Replayed': {
    description: '`true`: the answer to an earlier request under this key; nothing was done again',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  'X-Request-Id': {
    description: 'Yours, or one that was made; it is in our logs',
    schema: text,
    example: '019a9f00-0000-7000-8000-000000000002',
  },
  'WWW-Authenticate': {
    description: 'How to say who you are',
    schema: text,
    example: 'Bearer realm="waybill"',
  },
} as const;

export type HeaderName = keyof typeof headers;

export const headerRefs = (names: readonly HeaderName[]): Record<string, Reference> =>
  mapped(Object.fromEntries(names.map((name) => [name, name])), (name) => ({
    $ref: `#/components/headers/${name}`,
  }));

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instantInUtc } from '../core/schemas.js';
import { isTracestate, traceOf } from '../tracing/trace-context.js';
import type { InboundRecord } from './inbound-source.js';

/** The CloudEvents attributes of an incoming record (binary mode), and its value as bytes. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly time?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  /** Path or URL of the schema of the value. */
  readonly dataSchema?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
  /** When the record was sent, or taken by the broker, in milliseconds since 1970; -1 when Kafka does not know. */
  readonly timestamp: number;
  readonly key: string | null;
  /** Of the value: the same id with another value is not a repeat. */
  readonly hash: string;
}

/** A UUID is the same in any case; every other id is what it is. */
export const identityOf = ({ id }: Pick<Envelope, 'id'>): string => (isUuid(id) ? id.toLowerCase() : id);

/** Under which ids it may have come before: those were kept as they were sent once. */
export const spellingsOf = ({ id }: Pick<Envelope, 'id'>): readonly string[] =>
  isUuid(id) ? [id.toLowerCase(), id, id.toUpperCase()] : [id];

/** Why a record can never be handled: repeating it would not help. */
export class Unacceptable extends Error {
  override readonly name = 'Unacceptable';

  constructor(
    readonly reason: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** A command that nobody can read, from somebody who can be told so. */
export class UnreadableCommand extends Unacceptable {
  constructor(
    readonly envelope: Envelope,
    { reason, message }: Unacceptable,
  ) {
    super(reason, message);
  }
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

const MAX_VALUE_BYTES = 256 * 1024;

/** CloudEvents 1.0 allows no control characters in an attribute. */
const word = z
  .string()
  .min(1)
  .max(255)
  .refine((given) => !/\p{Cc}/u.test(given), 'must hold no control characters');
/** Without these a record says nothing. */
const required = z.object({ ce_specversion: z.literal('1.0'), ce_id: word, ce_source: word, ce_type: word });
/** Version 00 of W3C Trace Context, or the part of a later one that it shares. */
const traceparent =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:(?<!^00.{53})-.*)?$/;
/** What helps where it is there and right, and is passed over where it is not. */
const optional = {
  ce_subject: word,
  ce_time: instantInUtc,
  ce_correlationid: word,
  ce_causationid: word,
  ce_dataschema: z.string().min(1),
  traceparent: z.string().max(255).regex(traceparent),
  tracestate: z.string().refine(isTracestate),
  'content-type': z.string().regex(/^\s*[\w.+-]+\/[\w.+-]+\s*(;|$)/),
} as const;
const json = /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Reads and checks the headers.
 *
 * @throws Unacceptable `envelope` for a required attribute that is missing, repeated or malformed, and for a value
 *   that is not JSON by its own word; `encoding`
 */
export function envelopeOf(record: InboundRecord): Envelope {
  if (record.fault) throw new Unacceptable(record.fault.reason, record.fault.detail);
  const wanted = Object.keys(required.shape).map((name) => [name, only(record, name)]);
  const read = required.safeParse(Object.fromEntries(wanted));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Unacceptable('envelope', problems.join('; '));
  }
  const type = optionally(record, 'content-type');
  if (type !== undefined && !json.test(type)) throw new Unacceptable('envelope', `content-type: ${type}`);
  const headers = read.data;
  return {
    id: headers.ce_id,
    source: headers.ce_source,
    type: headers.ce_type,
    subject: optionally(record, 'ce_subject'),
    time: optionally(record, 'ce_time'),
    correlationId: optionally(record, 'ce_correlationid'),
    causationId: optionally(record, 'ce_causationid'),
    dataSchema: only(record, 'ce_dataschema') || undefined,
    ...traceOf({
      traceparent: optionally(record, 'traceparent'),
      tracestate: optionally(record, 'tracestate'),
    }),
    key: record.key === null ? null : decode(record.key, 'the key'),
    timestamp: record.timestamp,
    hash: hashOf(withoutSpaces(record.value)),
  };
}

/** Under which hashes the value may be known: what was kept as it came, spaces included, was kept under that of its bytes. */
export const hashesOf = ({ hash }: Envelope, { value }: InboundRecord): readonly string[] => [
  hash,
  hashOf(value),
];

const hashOf = (value: Buffer | string | null): string =>
  createHash('sha256')
    .update(value ?? '')
    .digest('hex');

/** Two records that differ in the spaces of their JSON say the same; a dead letter is kept without. */
function withoutSpaces(value: Buffer | null): Buffer | string | null {
  if (value === null) return null;
  try {
    return JSON.stringify(JSON.parse(decode(value, 'the value')));
  } catch {
    return value;
  }
}

/**
 * Whose shape the value has, by its own word. A reader that takes another version for its own changes what was meant.
 *
 * @param known the path of the only schema that is read here; a record may name it with a host in front
 * @throws Unacceptable `unknown-schema`
 */
export function refuseForeignSchema({ dataSchema }: Envelope, known: string): void {
  if (dataSchema === undefined || dataSchema === known) return;
  if (URL.canParse(dataSchema) && new URL(dataSchema).pathname === known) return;
  throw new Unacceptable(
    'unknown-schema',
    `${dataSchema.slice(0, 300)} is not known here; known is ${known}`,
  );
}

/**
 * Reads the value as JSON of the schema.
 *
 * @throws Unacceptable `no-value`, `too-large`, `not-json` or `schema`
 */
export function dataOf<Data>(record: InboundRecord, schema: z.ZodType<Data>): Data {
  const { value } = record;
  if (value === null) throw new Unacceptable('no-value', 'the record has no value (a tombstone)');
  if (value.length > MAX_VALUE_BYTES) throw new Unacceptable('too-large', `${value.length} bytes`);
  const text = decode(value, 'the value');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Unacceptable('not-json', 'the value is not JSON');
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
  throw new Unacceptable('schema', problems.slice(0, 5).join('; '));
}

/** @returns undefined when it is absent or null */
function only({ headers }: InboundRecord, name: string): string | undefined {
  const values = headers[name] ?? [];
  if (values.length > 1) throw new Unacceptable('envelope', `${name} stands there ${values.length} times`);
  const value = values[0] ?? undefined;
  return value && decode(value, name);
}

/** @returns undefined also when it is repeated or malformed */
function optionally({ headers }: InboundRecord, name: keyof typeof optional): string | undefined {
  const values = headers[name] ?? [];
  if (values.length !== 1) return undefined;
  return optional[name].safeParse(values[0]?.toString()).data;
}

/** @throws Unacceptable `encoding` */
export function decode(bytes: Buffer, what: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unacceptable('encoding', `${what} is not UTF-8`);
  }
}

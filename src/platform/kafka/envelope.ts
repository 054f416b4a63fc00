import { createHash } from 'node:crypto';
import { z } from 'zod';
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
  readonly traceparent?: string | undefined;
  readonly key: string | null;
  /** SHA-256 of the value: the same id with another value is not a repeat. */
  readonly hash: string;
}

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

const MAX_VALUE_BYTES = 256 * 1024;

const word = z.string().min(1).max(255);
const attributes = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: word,
  ce_source: word,
  ce_type: word,
  ce_subject: word.optional(),
  ce_time: z.iso.datetime({ offset: true }).optional(),
  ce_correlationid: word.optional(),
  ce_causationid: word.optional(),
  traceparent: z
    .string()
    .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional(),
  'content-type': z.string().regex(/^application\/([\w.-]+\+)?json\b/),
});

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Reads and checks the headers.
 *
 * @throws Unacceptable `envelope` for a missing, repeated or malformed attribute
 */
export function envelopeOf(record: InboundRecord): Envelope {
  const wanted = Object.keys(attributes.shape).map((name) => [name, only(record, name)]);
  const read = attributes.safeParse(Object.fromEntries(wanted));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Unacceptable('envelope', problems.join('; '));
  }
  const headers = read.data;
  return {
    id: headers.ce_id,
    source: headers.ce_source,
    type: headers.ce_type,
    subject: headers.ce_subject,
    time: headers.ce_time,
    correlationId: headers.ce_correlationid,
    causationId: headers.ce_causationid,
    traceparent: headers.traceparent,
    key: record.key === null ? null : decode(record.key, 'the key'),
    hash: createHash('sha256')
      .update(record.value ?? '')
      .digest('hex'),
  };
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
  } catch (error) {
    throw new Unacceptable('not-json', (error as Error).message);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
  throw new Unacceptable('schema', problems.slice(0, 5).join('; '));
}

function only({ headers }: InboundRecord, name: string): string | undefined {
  const values = headers[name];
  if (!values || values.length === 0) return undefined;
  if (values.length > 1) throw new Unacceptable('envelope', `${name} stands there ${values.length} times`);
  return decode(values[0]!, name);
}

function decode(bytes: Buffer, what: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unacceptable('encoding', `${what} is not UTF-8`);
  }
}

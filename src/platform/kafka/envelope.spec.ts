import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dataOf, envelopeOf, refuseForeignSchema, Unacceptable } from './envelope.js';
import type { InboundRecord } from './inbound-source.js';

const good = {
  ce_specversion: '1.0',
  ce_id: '018f0000-0000-7000-8000-000000000001',
  ce_source: 'shop',
  ce_type: 'waybill.command.confirm-order',
  'content-type': 'application/json; charset=utf-8',
};
const schema = z.strictObject({ orderId: z.string(), quantity: z.int().optional() });

const record = (
  over: Record<string, string | Buffer | (Buffer | null)[] | undefined> = {},
  value: Buffer | null = Buffer.from('{}'),
): InboundRecord => ({
  topic: 'waybill.commands.v1',
  partition: 0,
  offset: '0',
  timestamp: 0,
  key: Buffer.from('k'),
  value,
  headers: Object.fromEntries(
    Object.entries({ ...good, ...over }).flatMap(([name, header]) =>
      header === undefined ? [] : [[name, Array.isArray(header) ? header : [Buffer.from(header as string)]]],
    ),
  ),
});
const reasonOf = (work: () => unknown): string => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return error instanceof Unacceptable ? error.reason : String(error);
  }
};

describe('the envelope of an incoming record', () => {
  it('is read from the headers', () => {
    expect(envelopeOf(record({ ce_subject: 'order-1' }))).toMatchObject({
      id: good.ce_id,
      source: 'shop',
      type: good.ce_type,
      subject: 'order-1',
      key: 'k',
    });
  });

  it.each([
    ['without an id', { ce_id: undefined }],
    ['with an empty id', { ce_id: '' }],
    ['without a type', { ce_type: undefined }],
    ['of another CloudEvents version', { ce_specversion: '0.3' }],
    ['that is not JSON by its own word', { 'content-type': 'text/plain' }],
    ['with two ids', { ce_id: [Buffer.from('a'), Buffer.from('b')] }],
    ['with a null id', { ce_id: [null] }],
    ['with a control character in its id', { ce_id: 'a\u0000b' }],
  ])('refuses a record %s', (_, over) => {
    expect(reasonOf(() => envelopeOf(record(over)))).toBe('envelope');
  });

  it('refuses a header that is not UTF-8', () => {
    expect(reasonOf(() => envelopeOf(record({ ce_source: Buffer.from([0xff, 0xfe]) })))).toBe('encoding');
  });
});

describe('an optional attribute that is not right', () => {
  const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  it.each([
    ['ce_time', 'yesterday'],
    ['ce_time', '2026-02-31T00:00:00Z'],
    ['ce_time', '0000-01-01T00:00:00+01:00'],
    ['ce_subject', ''],
    ['ce_correlationid', 'x'.repeat(256)],
    ['ce_causationid', 'a\u0007'],
    ['traceparent', 'not-a-trace'],
    ['traceparent', `ff${trace.slice(2)}`],
    ['traceparent', '00-00000000000000000000000000000000-b7ad6b7169203331-01'],
    ['traceparent', `${trace}-more`],
    ['traceparent', Buffer.from([0xff])],
    ['traceparent', [Buffer.from(trace), Buffer.from(trace)]],
    ['traceparent', [null]],
    ['content-type', 'json'],
    ['content-type', undefined],
  ])('is passed over: %s %p', (name, value) => {
    const { time, subject, correlationId, causationId, traceparent } = envelopeOf(record({ [name]: value }));
    expect([time, subject, correlationId, causationId, traceparent]).toEqual(Array(5).fill(undefined));
  });

  it.each([trace, `01${trace.slice(2)}`, `01${trace.slice(2)}-more`])(
    'is kept when it is right: %s',
    (good) => {
      expect(envelopeOf(record({ traceparent: good })).traceparent).toBe(good);
    },
  );

  it.each([
    ['shop=42', trace, 'shop=42'],
    ['shop=42', undefined, undefined],
    ['no list', trace, undefined],
    [[Buffer.from('a=1'), Buffer.from('b=2')], trace, undefined],
  ])('what was said about a trace goes with a place in it: %p beside %p', (tracestate, traceparent, kept) => {
    expect(envelopeOf(record({ traceparent, tracestate })).tracestate).toBe(kept);
  });

  it.each(['APPLICATION/JSON', 'application/json;charset=UTF-8', 'application/vnd.x+json ; a=b'])(
    'a media type is compared as RFC 9110 says: %s',
    (type) => {
      expect(envelopeOf(record({ 'content-type': type })).id).toBe(good.ce_id);
    },
  );
});

describe('the schema a record names', () => {
  const known = '/contracts/waybill.commands.v1/waybill.command.confirm-order.json';
  const judged = (ce_dataschema?: string) =>
    reasonOf(() => refuseForeignSchema(envelopeOf(record({ ce_dataschema })), known));

  it.each([undefined, '', known, `https://shop.example.com${known}`])('is ours: %s', (name) => {
    expect(judged(name)).toBe('fine');
  });

  it.each([
    known.replace('.v1/', '.v2/'),
    `https://shop.example.com${known.replace('.json', '.2.json')}`,
    'urn:carrier:tracking:7',
    `evil${known}`,
  ])('is not ours: %s', (name) => {
    expect(judged(name)).toBe('unknown-schema');
    expect(() => refuseForeignSchema(envelopeOf(record({ ce_dataschema: name })), known)).toThrow(known);
  });
});

describe('the value of an incoming record', () => {
  it.each([
    ['a tombstone', null, 'no-value'],
    ['too many bytes', Buffer.alloc(300_000, 32), 'too-large'],
    ['broken JSON', Buffer.from('{"orderId":'), 'not-json'],
    ['a schema-registry prefix', Buffer.from([0, 0, 0, 0, 1, 123, 125]), 'not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'encoding'],
    ['a missing property', Buffer.from('{}'), 'schema'],
    ['an unknown property', Buffer.from('{"orderId":"a","x":1}'), 'schema'],
    [
      'an integer that JavaScript would round',
      Buffer.from('{"orderId":"a","quantity":12345678901234567890}'),
      'schema',
    ],
  ])('is refused: %s', (_, value, reason) => {
    expect(reasonOf(() => dataOf(record({}, value), schema))).toBe(reason);
  });

  it('is refused in words that hold nothing of it', () => {
    const value = Buffer.from('{"orderId":"a","name": Jane Canary}');
    expect(() => dataOf(record({}, value), schema)).toThrow(/^the value is not JSON$/);
  });
});

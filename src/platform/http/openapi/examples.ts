import { mapped, operationsOf, resolved, type ApiDocument, type Schema, type Schemas } from './schemas.js';

/** In samples everybody is this one; with demo tokens it is replaced by the customer whose token is filled in. */
export const exampleCustomerId = '019a9f00-0000-7000-8000-00000000000c';

/** What a property of such a name holds, where its schema gives no example of its own. */
const byName: Readonly<Record<string, unknown>> = {
  customerId: exampleCustomerId,
  ownerId: exampleCustomerId,
  amountMinor: 1999,
  balanceMinor: 10_000,
  availableMinor: 8001,
  heldMinor: 1999,
  version: 7,
  position: 4711,
  asOfPosition: 4711,
  actor: 'operator:demo-operator',
  requestedBy: 'operator:demo-operator',
  country: 'DE',
  currency: 'EUR',
  sku: 'MUG-BLUE',
  nextCursor: null,
  stream: 'order-019a9f00-0000-7000-8000-000000000001',
  carrier: 'simulated',
  trackingNumber: 'SIM-0001',
  provider: 'simulated',
  category: 'kitchen',
  name: 'Blue mug',
  reference: 'invoice 4711',
  reason: 'customer called',
  detail: 'what there is to say about it',
  description: 'a few words',
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  hints: '9f86d0814c7d659a',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

const byFormat: Readonly<Record<string, string>> = {
  uuid: '019a9f00-0000-7000-8000-000000000001',
  'date-time': '2026-11-26T09:30:00.000Z',
  date: '2026-11-26',
  email: 'ada@example.com',
  uri: 'https://shop.example.com/hooks',
  'uri-reference': '/v1/orders/019a9f00-0000-7000-8000-000000000001',
};

/** A value that fits a schema, and reads as if it came from a shop. */
export function exampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  const whole = resolved(schema, schemas);
  if (name.endsWith('customerId') || name === 'ownerId') return exampleCustomerId;
  if (whole.example !== undefined) return whole.example;
  if (whole.default !== undefined) return whole.default;
  if (whole.const !== undefined) return whole.const;
  const values = whole.enum?.filter((value) => value !== null);
  if (values?.length) return values[0];
  if (name in byName && isOf(byName[name], whole)) return byName[name];
  const [alternative] = whole.oneOf ?? whole.anyOf ?? [];
  if (alternative) return exampleOf(alternative, schemas, name);
  return ofType(whole, schemas, name);
}

function ofType(schema: Schema, schemas: Schemas, name: string): unknown {
  const { type, properties = {}, items = {}, minimum = 1, format = '', minItems = 1 } = schema;
  const [kind] = [type ?? (schema.properties ? 'object' : 'null')].flat();
  if (kind === 'object') return mapped(properties, (part, own) => exampleOf(part, schemas, own));
  if (kind === 'array') return Array.from({ length: minItems || 1 }, () => exampleOf(items, schemas, name));
  if (kind === 'boolean') return true;
  if (kind === 'integer' || kind === 'number') return Math.min(Math.max(minimum, 1), schema.maximum ?? 1);
  if (kind === 'null') return schema.type === undefined ? {} : null;
  return (byFormat[format] ?? 'text').padEnd(schema.minLength ?? 0, '-').slice(0, schema.maxLength);
}

const isOf = (value: unknown, { type, format }: Schema): boolean => {
  const kinds = [type ?? []].flat();
  if (value === null) return kinds.includes('null');
  if (typeof value === 'number') return kinds.includes('integer') || kinds.includes('number');
  return kinds.includes('string') && format === undefined;
};

/** What is text throughout, whatever its rows are made of. */
const samplesOfText: Readonly<Record<string, string>> = {
  'text/csv': 'day,currency,amountMinor\r\n2026-11-26,EUR,1999\r\n',
  'text/html': '<!doctype html><title>Waybill</title>',
  'text/event-stream': 'id: 4711\ndata: {"position":4711,"type":"OrderConfirmed"}\n\n',
};

/** Gives each body in JSON that has none an example. */
export function addExamples(document: ApiDocument): void {
  const { schemas } = document.components;
  const bodies = operationsOf(document)
    .flatMap(({ operation: { requestBody, responses } }) => [requestBody, ...Object.values(responses)])
    .flatMap((holder) => Object.entries(holder?.content ?? {}));
  for (const [type, body] of bodies) {
    const text = samplesOfText[type];
    if (text !== undefined) Object.assign(body, { schema: { type: 'string' }, example: text });
    if (!/json/.test(type) || !body.schema || body.example !== undefined || body.examples) continue;
    body.example = exampleOf(body.schema, schemas);
  }
}

import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { asyncApi } from '../src/platform/kafka/asyncapi.js';
import { breakingChanges } from '../src/platform/kafka/breaking-changes.js';
import type { JsonSchema } from '../src/platform/kafka/contracts.js';
import { contracts } from '../src/published-contracts.js';

const folder = path.join(import.meta.dirname, '..', 'contracts');
const all = contracts();

interface Described {
  readonly channels: Record<string, { readonly messages: object }>;
  readonly operations: Record<
    string,
    { readonly messages: { $ref: string }[]; readonly reply?: { readonly messages: { $ref: string }[] } }
  >;
  readonly components: {
    readonly messages: Record<
      string,
      { payload: object; headers: object; examples: { payload: unknown; headers: unknown }[] }
    >;
  };
}
interface Body {
  readonly $ref?: string;
  readonly properties: object;
  readonly required?: readonly string[];
}
interface OpenApi {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly operationId: string;
        readonly requestBody: {
          readonly content: { readonly 'application/json': { readonly schema: Body } };
        };
      }
    >
  >;
  readonly components: { readonly schemas: Record<string, Body> };
}
const described = () => JSON.parse(JSON.stringify(asyncApi(all, []))) as Described;

describe('the published contracts', () => {
  it('stand in contracts/ as the program has them (npm run contracts)', () => {
    const files = fs
      .readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json') && name !== 'openapi.json');
    const named = all.map((one) => ({ ...one, file: path.join(one.topic, `${one.type}.json`) }));
    const wanted = new Set(named.map(({ file }) => file));
    const stale = named.filter(
      ({ file, schema }) =>
        !files.includes(file) ||
        !isDeepStrictEqual(
          JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')),
          JSON.parse(JSON.stringify(schema)),
        ),
    );
    expect([
      ...stale.map(({ file }) => `contracts/${file} is not what the program has: npm run contracts`),
      ...files.filter((file) => !wanted.has(file)).map((file) => `the program has no contracts/${file}`),
    ]).toEqual([]);
  });

  it('are valid JSON Schema, and none has a place for a person', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const { schema } of all) expect(() => ajv.compile(schema)).not.toThrow();
    // Questions to a payment service or a carrier are for that one reader.
    const sent = JSON.stringify(
      all.filter(({ direction, topic }) => direction === 'out' && !topic.includes('.requests.')),
    );
    expect(sent).not.toMatch(/"(line1|line2|postalCode|email|token)"/);
  });

  it.each(all.flatMap(({ topic, type }) => (topic === 'waybill.commands.v1' ? type.split('.').at(-1)! : [])))(
    'a command %s says all that the request of its name can say',
    (name) => {
      const operationId = name.replace(/-./, (letter) => letter[1]!.toUpperCase());
      const api = JSON.parse(fs.readFileSync(path.join(folder, 'openapi.json'), 'utf8')) as OpenApi;
      const asked = Object.values(api.paths)
        .flatMap((route) => Object.values(route))
        .find((operation) => operation.operationId === operationId)!;
      const body = asked.requestBody.content['application/json'].schema;
      const known = api.components.schemas[body.$ref?.split('/').at(-1) ?? ''] ?? body;
      const { schema } = all.find(({ type }) => type === `waybill.command.${name}`)!;
      const { $ref, $defs } = schema as { $ref: string; $defs: Record<string, Body> };
      const command = $defs[$ref.split('/').at(-1)!]!;
      expect(Object.keys(command.properties)).toEqual(expect.arrayContaining(Object.keys(known.properties)));
      expect(command.required ?? []).toEqual(expect.arrayContaining([...(known.required ?? [])]));
    },
  );

  it('are all in the AsyncAPI document, each under its topic', () => {
    const document = JSON.parse(JSON.stringify(asyncApi(all, []))) as {
      channels: Record<string, { messages: object }>;
    };
    const listed = Object.entries(document.channels).flatMap(([topic, { messages }]) =>
      Object.keys(messages).map((type) => `${topic}/${type}`),
    );
    const read = new Set(all.filter(({ direction }) => direction === 'in').map(({ topic }) => topic));
    const letters = [...read].map((topic) => `${topic}.dlq/dead-letter`);
    expect(listed.sort()).toEqual([...all.map(({ topic, type }) => `${topic}/${type}`), ...letters].sort());
    expect(JSON.stringify(document)).not.toContain('#/$defs/');
  });

  it('are an AsyncAPI document that its own parser has nothing to say about', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi(all, [])));
    expect(diagnostics.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`)).toEqual([]);
    expect(document!.allMessages()).toHaveLength(all.length + 1);
  });

  it('have an example of every message, which fits', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const [type, { payload, headers, examples }] of Object.entries(described().components.messages)) {
      expect(examples).toHaveLength(1);
      const [example] = examples;
      const problems = [payload, headers].flatMap((schema, part) => {
        const validate = ajv.compile(schema);
        return validate(part === 0 ? example!.payload : example!.headers) ? [] : validate.errors!;
      });
      expect([type, problems]).toEqual([type, []]);
    }
  });

  it('name where a command is answered, and only there', () => {
    const { operations } = described();
    const answered = Object.values(operations).filter(({ reply }) => reply);
    const commands = all.filter(({ topic }) => topic === 'waybill.commands.v1');
    expect(answered.map(({ messages: [message] }) => message!.$ref.split('/').at(-1)).sort()).toEqual(
      commands.map(({ type }) => type).sort(),
    );
    const { channels } = described();
    for (const { reply } of answered) {
      const [channel] = reply!.messages.map(({ $ref }) => $ref.split('/')[2]!);
      expect(Object.keys(channels[channel!]!.messages)).toEqual([
        'waybill.reply.accepted',
        'waybill.reply.rejected',
      ]);
    }
  });

  it('name the values of an outcome', () => {
    for (const { type, schema } of all) {
      const outcome = schema.properties?.['outcome'] as JsonSchema | undefined;
      if (outcome) expect([type, outcome.enum ?? outcome.const]).not.toContain(undefined);
    }
  });
});

describe('a change of a published contract', () => {
  const before: JsonSchema = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      note: { type: 'string', maxLength: 100 },
      state: { type: 'string', enum: ['a', 'b'] },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] },
      },
    },
    required: ['id', 'state'],
  };
  const changed = (over: Record<string, JsonSchema>, required = before.required): JsonSchema => ({
    ...before,
    properties: { ...before.properties, ...over },
    ...(required && { required }),
  });
  const { id, ...withoutId } = before.properties as Record<string, JsonSchema>;
  void id;

  it.each<[string, JsonSchema, string[], string[]]>([
    ['nothing', before, [], []],
    ['a new optional property', changed({ extra: { type: 'string' } }), [], []],
    [
      'a new required property',
      changed({ extra: { type: 'string' } }, ['id', 'state', 'extra']),
      [],
      ['/ now needs extra'],
    ],
    [
      'a lost property',
      { ...before, properties: withoutId, required: ['state'] },
      ['/ lost id'],
      ['/ lost id'],
    ],
    ['a property that may now be missing', changed({}, ['state']), ['/ may now lack id'], []],
    [
      'another type',
      changed({ id: { type: 'integer' } }),
      ['/id was "string" and is "integer"'],
      ['/id was "string" and is "integer"'],
    ],
    [
      'one more value',
      changed({ state: { type: 'string', enum: ['a', 'b', 'c'] } }),
      ['/state may now also be c'],
      [],
    ],
    [
      'one value less',
      changed({ state: { type: 'string', enum: ['a'] } }),
      [],
      ['/state may no longer be b'],
    ],
    [
      'a lower limit',
      changed({ note: { type: 'string', maxLength: 50 } }),
      [],
      ['/note has a lower maxLength'],
    ],
    [
      'a change deep inside',
      changed({ lines: { type: 'array', items: { type: 'object', properties: {} } } }),
      ['/lines/* lost sku'],
      ['/lines/* lost sku'],
    ],
  ])('%s', (_, after, out, into) => {
    expect(breakingChanges(before, after, 'out')).toEqual(out);
    expect(breakingChanges(before, after, 'in')).toEqual(into);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { lintFromString, loadConfig } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { clientTypes } from '../scripts/client-types.mjs';
import { apiDocument } from '../src/api-document.js';
import { previewProblems } from '../src/platform/previews/preview.js';
import {
  bodiesOf,
  operationsOf,
  resolved,
  rewritten,
  type ApiDocument,
  type Operation,
  type Place,
  type Response,
  type Schema,
} from '../src/platform/http/openapi/schemas.js';

const stale = 'npm run contracts makes them anew';
let document: ApiDocument;
beforeAll(async () => {
  document = await apiDocument();
});

/** Sentences about the operations of which a law does not hold. */
const breaches = (law: (place: Place) => readonly string[] | boolean): string[] =>
  operationsOf(document).flatMap((place) => {
    const found = law(place);
    const name = `${place.verb.toUpperCase()} ${place.path}`;
    if (typeof found === 'boolean') return found ? [] : [name];
    return found.map((what) => `${name}: ${what}`);
  });

const answerOf = ({ responses }: Operation, status: string): Response => {
  const { $ref, ...own } = responses[status] ?? {};
  return $ref === undefined ? own : document.components.responses![$ref.split('/').at(-1)!]!;
};
const isPublic = (operation: Operation) => (operation['x-roles'] as string[]).includes('public');
const successes = (operation: Operation) =>
  Object.keys(operation.responses).filter((status) => Number(status) < 300);

/** Every schema, with the way to it. */
function allSchemas(): [place: string, schema: Schema][] {
  const found: [string, Schema][] = [];
  const collect = (place: string, schema: Schema = {}) =>
    rewritten(schema, (part) => {
      found.push([place, part]);
      return part;
    });
  for (const [name, schema] of Object.entries(document.components.schemas)) collect(name, schema);
  for (const { path, verb, operation } of operationsOf(document)) {
    const holders = [...(operation.parameters ?? []), ...bodiesOf(operation)];
    for (const { schema } of holders) collect(`${verb} ${path}`, schema);
  }
  return found;
}

describe('the OpenAPI document', () => {
  it('stands in contracts/, and the types of the client are made of it', async () => {
    const kept = JSON.parse(fs.readFileSync('contracts/openapi.json', 'utf8')) as ApiDocument;
    expect([stale, isDeepStrictEqual(kept, document)]).toEqual([stale, true]);
    const types = fs.readFileSync('packages/client/src/api.ts', 'utf8');
    expect([stale, types === (await clientTypes(document))]).toEqual([stale, true]);
  });

  it('has nothing that its linter complains about', async () => {
    const config = await loadConfig({ configPath: 'redocly.yaml' });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('says where it is served, and under which licence', () => {
    expect(document.servers).toMatchObject([{ url: '/' }]);
    expect(document.info.license).toMatchObject({ identifier: 'MIT' });
  });
});

const verbs =
  /^(get|list|begin|call|send|create|change|archive|receive|adjust|add|remove|choose|reprice|confirm|cancel|deliver|refund|record|return|dispatch|refuse|track|open|deposit|withdraw|freeze|unfreeze|close|transfer|follow|retry|compensate|resolve|resend|put|delete|rotate|enable|disable|test|discard|request|approve|reject|pause|resume|rewind|rebuild|grant|run|stop|replay|move|search|erase|restore|archive|download)[A-Z][A-Za-z]+$/;

describe('every operation', () => {
  it('is called by a verb and a noun, once', () => {
    expect(breaches(({ operation }) => verbs.test(operation.operationId))).toEqual([]);
    const ids = operationsOf(document).map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('needs a token, or says that it needs none', () => {
    expect(
      breaches(({ operation }) => {
        const expected = isPublic(operation) ? [] : [{ bearer: [] }];
        return JSON.stringify(operation.security) === JSON.stringify(expected);
      }),
    ).toEqual([]);
  });

  it('lists the problem codes of each status, each with a sample', () => {
    const { examples = {} } = document.components;
    expect(
      breaches(({ operation }) =>
        Object.keys(operation.responses)
          .filter((status) => Number(status) >= 400)
          .filter((status) => {
            const { examples: codes = {} } = answerOf(operation, status).content![
              'application/problem+json'
            ]!;
            const values = Object.keys(codes).map((code) => examples[code]?.value as { status: number });
            return values.length === 0 || values.some((value) => String(value.status) !== status);
          }),
      ),
    ).toEqual([]);
  });

  it('on an order says that there may be none, and of a verb that is shown first that it may have changed since', () => {
    const codesOf = (operation: Operation, status: string) =>
      Object.keys(answerOf(operation, status).content?.['application/problem+json']?.examples ?? {});
    expect(
      breaches(({ path, operation }) => [
        ...(!path.startsWith('/v1/orders/{id}') || codesOf(operation, '404').includes('order.not-found')
          ? []
          : ['order.not-found']),
        ...(operation.parameters?.some(({ name }) => name === 'dryRun')
          ? Object.keys(previewProblems).filter((code) => !codesOf(operation, '412').includes(code))
          : []),
      ]),
    ).toEqual([]);
  });

  it('names the headers of its answers', () => {
    const missing = ({ verb, operation }: Place): string[] => {
      const has = (name: string) => (operation.parameters ?? []).some((parameter) => parameter.name === name);
      const wanted = [
        'X-Request-Id',
        'RateLimit',
        ...(verb === 'get' ? [] : ['Event-Position', 'Idempotency-Replayed']),
        ...(has('If-Match') || has('If-None-Match') ? ['ETag'] : []),
        ...(has('cursor') ? ['Link'] : []),
        ...(/^(create|open|request)/.test(operation.operationId) ? ['Location'] : []),
      ];
      const silent = successes(operation).flatMap((status) =>
        wanted
          .filter((name) => !answerOf(operation, status).headers?.[name])
          .map((name) => `${status} ${name}`),
      );
      const impatient = ['409', '429', '503'].filter(
        (status) => operation.responses[status] && !answerOf(operation, status).headers?.['Retry-After'],
      );
      return [...silent, ...impatient.map((status) => `${status} Retry-After`)];
    };
    expect(breaches(missing)).toEqual([]);
  });

  it('has a sample of what it is asked and of what it answers, which fits', () => {
    const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addSchema({ $id: 'api', components: document.components });
    const unfit = ({ operation }: Place): string[] => {
      const answers = successes(operation).map((status) => answerOf(operation, status).content);
      return [operation.requestBody?.content, ...answers].flatMap((content) =>
        Object.entries(content ?? {}).flatMap(([type, { schema, example }]) => {
          if (!schema || example === undefined) return [`${type} has no schema or no sample`];
          if (!type.includes('json')) return [];
          const text = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
          const validate = ajv.compile(JSON.parse(text) as object);
          if (validate(example)) return [];
          return (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
        }),
      );
    };
    expect(breaches(unfit)).toEqual([]);
  });

  it('answers with something, of a media type that it says', () => {
    const silent = ({ operation }: Place): string[] =>
      successes(operation).filter((status) => status !== '204' && !answerOf(operation, status).content);
    expect(breaches(silent)).toEqual([]);
    const live = operationsOf(document).filter(({ operation }) => operation.operationId.startsWith('follow'));
    expect(live.length).toBeGreaterThan(0);
    for (const { operation } of live)
      expect(Object.keys(answerOf(operation, '200').content!)).toEqual(['text/event-stream']);
  });

  it('takes ids as ids', () => {
    const paths = ({ operation }: Place) =>
      (operation.parameters ?? [])
        .filter(({ name, in: place }) => place === 'path' && /^(id|\w+Id)$/.test(name))
        .filter(({ schema = {} }) => resolved(schema, document.components.schemas).type !== 'string')
        .map(({ name }) => name);
    expect(breaches(paths)).toEqual([]);
  });
});

describe('every schema', () => {
  const breachesOf = (isBroken: (schema: Schema) => boolean) => [
    ...new Set(
      allSchemas()
        .filter(([, schema]) => isBroken(schema))
        .map(([place]) => place),
    ),
  ];

  it('can be told to be null only where it stands: generators make no code of null beside a reference', () => {
    expect(breachesOf(({ anyOf }) => anyOf !== undefined)).toEqual([]);
    expect(breachesOf(({ oneOf = [], allOf = [] }) => [...oneOf, ...allOf].some(isNull))).toEqual([]);
    const lacksNull = ({ type, enum: values }: Schema) =>
      Array.isArray(type) && type.includes('null') && values !== undefined && !values.includes(null);
    expect(breachesOf(lacksNull)).toEqual([]);
  });

  it('tells alternatives apart by the value of a property, or by one that the others lack', () => {
    const isUntold = ({ oneOf = [], discriminator }: Schema) => {
      const all = oneOf.map((one) => resolved(one, document.components.schemas));
      const own = ({ required = [] }: Schema, others: readonly Schema[]) =>
        required.some((name) => others.every(({ properties = {} }) => !(name in properties)));
      const isTold = all.every((one) =>
        own(
          one,
          all.filter((other) => other !== one),
        ),
      );
      return oneOf.some(({ $ref }) => $ref === undefined) || (oneOf.length > 0 && !discriminator && !isTold);
    };
    expect(breachesOf(isUntold)).toEqual([]);
  });

  it('says the value that tells alternatives apart as a pattern, too: some generators heed nothing else', () => {
    const lacksPattern = ({ oneOf = [], discriminator }: Schema) =>
      discriminator !== undefined &&
      oneOf.some((one) => {
        const { enum: values = [], pattern } = resolved(one, document.components.schemas).properties![
          discriminator.propertyName
        ]!;
        return pattern !== `^${String(values[0])}$`;
      });
    expect(breachesOf(lacksPattern)).toEqual([]);
  });

  it('describes an id once, and a large number as one of 64 bits', () => {
    expect(breachesOf(({ format, type }) => format === 'uuid' && type === 'string')).toEqual(['Id']);
    const isShort = ({ type, format, maximum = Infinity }: Schema) =>
      [type].flat().includes('integer') && maximum > 2 ** 31 - 1 && format !== 'int64';
    expect(breachesOf(isShort)).toEqual([]);
  });

  it('lists the values of what tells kinds and states', () => {
    const isOpen = ({ properties = {} }: Schema) =>
      Object.entries(properties).some(
        ([name, part]) =>
          /^(kind|state|status|direction|code|role)$/.test(name) &&
          [resolved(part, document.components.schemas)].some(
            ({ type, enum: values }) => [type].flat().includes('string') && values === undefined,
          ),
      );
    expect(breachesOf(isOpen)).toEqual([]);
  });

  it('has a name that no generator makes of another one', () => {
    const names = Object.keys(document.components.schemas);
    expect(
      names.filter((name) => names.includes(name.replace(/^New/, '')) && name.startsWith('New')),
    ).toEqual([]);
    expect(names.filter((name) => /^(Return|Default|Object|Error|List|Map|Set|String)$/.test(name))).toEqual(
      [],
    );
  });
});

const isNull = ({ type }: Schema): boolean => type === 'null';

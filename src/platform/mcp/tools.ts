import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';

/** A request of the API, as a tool makes it. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, unknown>>;
    readonly [more: string]: unknown;
  };
  readonly annotations: { readonly readOnlyHint: boolean; readonly destructiveHint: boolean };
  /** @throws UselessCall for arguments that cannot be sent */
  request(given: Readonly<Record<string, unknown>>): ApiRequest;
}

/** Arguments that no request is made of; the message is for whoever called. */
export class UselessCall extends Error {
  override readonly name = 'UselessCall';
}

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly description?: string;
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: { readonly 'application/json'?: { readonly schema?: Schema } };
  };
  readonly 'x-roles'?: readonly string[];
}
interface Described {
  readonly path: string;
  readonly operation: Operation;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** A stream never ends, and an answer does. */
const isStream = (path: string): boolean => path.endsWith('/live');
const isForOperators = (operation: Operation): boolean =>
  operation['x-roles']?.includes('operator') === true && operation.operationId !== undefined;

/** What operators may read is a tool each; a verb is two: one shows what follows, one does what was shown. */
export function toolsOf({ paths, components }: OpenAPIObject): ReadonlyMap<string, Tool> {
  const schemas = (components?.schemas ?? {}) as Described['schemas'];
  const tools = Object.entries(paths).flatMap(([path, item]): Tool[] => {
    const { get, post } = item as { get?: Operation; post?: Operation };
    const found: Tool[] = [];
    if (get && isForOperators(get) && !isStream(path)) found.push(reading({ path, operation: get, schemas }));
    const isVerb = post?.parameters?.some(({ name }) => name === 'dryRun');
    if (post && isVerb && isForOperators(post)) {
      const described = { path, operation: post, schemas };
      found.push(previewing(described), doing(described));
    }
    return found;
  });
  return new Map(tools.map((tool) => [tool.name, strict(tool)]));
}

/** What is misspelt would otherwise be left out, and a list that is narrowed by it would be the list of all. */
function strict(tool: Tool): Tool {
  const known = Object.keys(tool.inputSchema.properties);
  return {
    ...tool,
    request(given) {
      const stranger = Object.keys(given).find((name) => !known.includes(name));
      if (stranger === undefined) return tool.request(given);
      const there = known.length > 0 ? known.join(', ') : 'none';
      throw new UselessCall(`there is no argument ${stranger.slice(0, 100)}; there are: ${there}`);
    },
  };
}

function reading({ path, operation, schemas }: Described): Tool {
  const parameters = parametersOf(operation, ['path', 'query']);
  return {
    name: operation.operationId!,
    description: wordsOf(operation),
    inputSchema: inputOf(parameters, {}, [], schemas),
    annotations: { readOnlyHint: true, destructiveHint: false },
    request: (given) => ({ method: 'GET', url: addressOf(path, parameters, given) }),
  };
}

function previewing({ path, operation, schemas }: Described): Tool {
  const { properties } = bodyOf(operation, schemas);
  const { previewToken: _token, reason: _reason, ...meant } = properties;
  const parameters = parametersOf(operation, ['path']);
  return {
    name: `preview_${operation.operationId}`,
    description: `Shows what would follow, and gives the previewToken. Changes nothing. ${wordsOf(operation)}`,
    inputSchema: inputOf(parameters, meant, [], schemas),
    annotations: { readOnlyHint: true, destructiveHint: false },
    request: (given) => ({
      method: 'POST',
      url: `${addressOf(path, parameters, given)}?dryRun=true`,
      body: { ...pick(given, Object.keys(meant)), reason: 'to see what would follow' },
    }),
  };
}

function doing({ path, operation, schemas }: Described): Tool {
  const { properties } = bodyOf(operation, schemas);
  const parameters = parametersOf(operation, ['path']);
  const name = operation.operationId!;
  return {
    name,
    description: `${wordsOf(operation)} Takes the previewToken of preview_${name} with the same arguments, and a reason for the record.`,
    inputSchema: inputOf(parameters, properties, ['reason', 'previewToken'], schemas),
    annotations: { readOnlyHint: false, destructiveHint: true },
    request: (given) => {
      const token = given['previewToken'];
      if (typeof token !== 'string' || token === '') {
        throw new UselessCall(`call preview_${name} first, look at what it shows, and give its previewToken`);
      }
      return {
        method: 'POST',
        url: addressOf(path, parameters, given),
        body: pick(given, Object.keys(properties)),
        // What was looked at once is done once.
        headers: { 'idempotency-key': createHash('sha256').update(token).digest('hex') },
      };
    },
  };
}

const wordsOf = ({ summary = '', description }: Operation): string =>
  `${summary}.${description ? ` ${description}` : ''}`;

const parametersOf = ({ parameters = [] }: Operation, places: readonly string[]): readonly Parameter[] =>
  parameters.filter((parameter) => places.includes(parameter.in));

function bodyOf({ requestBody }: Operation, schemas: Described['schemas']) {
  const given = requestBody?.content?.['application/json']?.schema ?? {};
  const name = typeof given['$ref'] === 'string' ? given['$ref'].split('/').at(-1)! : undefined;
  const { properties = {} } = (name === undefined ? given : (schemas[name] ?? {})) as { properties?: Schema };
  return { properties };
}

function inputOf(
  parameters: readonly Parameter[],
  body: Schema,
  ...[required, schemas]: readonly [readonly string[], Described['schemas']]
): Tool['inputSchema'] {
  const named = parameters.map(({ name, schema = {}, description }) => [
    name,
    { ...schema, ...(description && { description }) },
  ]);
  const properties: Schema = { ...(Object.fromEntries(named) as Schema), ...body };
  const needed = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: inPlace(properties, schemas, 0) as Schema,
    required: [...needed, ...required],
    additionalProperties: false,
  };
}

const DEEPEST = 8;

/** A tool's schema stands alone: what it refers to is put in its place. */
function inPlace(value: unknown, schemas: Described['schemas'], depth: number): unknown {
  if (depth > DEEPEST) return {};
  if (Array.isArray(value)) return value.map((one) => inPlace(one, schemas, depth));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref === 'string') return inPlace(schemas[$ref.split('/').at(-1)!] ?? {}, schemas, depth + 1);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inPlace(one, schemas, depth)]));
}

/** @throws UselessCall where a part of the path is missing */
function addressOf(path: string, parameters: readonly Parameter[], given: Readonly<Record<string, unknown>>) {
  const asked = new URLSearchParams();
  let address = path;
  for (const { name, in: place } of parameters) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    const text =
      typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(text));
    else asked.set(name, text);
  }
  const missing = /\{([^{}]+)\}/.exec(address)?.[1];
  if (missing) throw new UselessCall(`${missing} is missing`);
  // A dot of a path would lead elsewhere.
  if (address.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)))
    throw new UselessCall('that is no id');
  return asked.size > 0 ? `${address}?${asked}` : address;
}

const pick = (given: Readonly<Record<string, unknown>>, names: readonly string[]): object =>
  Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));

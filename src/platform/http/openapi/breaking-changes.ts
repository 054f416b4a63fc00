import { breakingChanges as changesOfSchema } from '../../kafka/breaking-changes.js';
import type { JsonSchema } from '../../kafka/contracts.js';
import {
  nameOf,
  operationsOf,
  rewritten,
  type ApiDocument,
  type MediaType,
  type Operation,
  type Parameter,
  type Response,
  type Schema,
} from './schemas.js';

/**
 * What in a new document would break a program that was written, or generated, against the old one.
 *
 * @returns a sentence for each; none when the change only adds
 */
export function breakingApiChanges(before: ApiDocument, after: ApiDocument): string[] {
  const [old, now] = [new Inlined(before), new Inlined(after)];
  return operationsOf(before).flatMap(({ path, verb, operation }) => {
    const other = after.paths[path]?.[verb];
    const name = `${verb.toUpperCase()} ${path}`;
    if (!other) return [`${name} is gone`];
    return changesOf(operation, other, { old, now }).map((change) => `${name} ${change}`);
  });
}

interface Both {
  readonly old: Inlined;
  readonly now: Inlined;
}

/** A document whose schemas stand where they are used. */
class Inlined {
  private readonly known = new Map<string, Schema>();

  constructor(private readonly document: ApiDocument) {}

  schema(schema: Schema = {}): JsonSchema {
    return this.spread(schema) as JsonSchema;
  }

  response({ $ref, ...own }: Response): Response {
    return $ref === undefined ? own : this.document.components.responses![$ref.split('/').at(-1)!]!;
  }

  private spread(schema: Schema): Schema {
    return rewritten(schema, (part) => {
      // A value more is what readers were told to expect.
      const { $ref, enum: values, ...rest } = part;
      if ('x-extensible-enum' in part) return rest;
      if ($ref === undefined) return part;
      return { ...this.component(nameOf($ref)), ...rest, ...(values && { enum: values }) };
    });
  }

  private component(name: string): Schema {
    const known = this.known.get(name);
    if (known) return known;
    this.known.set(name, {});
    const schema = this.spread(this.document.components.schemas[name] ?? {});
    this.known.set(name, schema);
    return schema;
  }
}

function changesOf(before: Operation, after: Operation, both: Both): string[] {
  return [
    ...(before.operationId === after.operationId
      ? []
      : [`was called ${before.operationId} and is called ${after.operationId}`]),
    ...access(before, after),
    ...parameters(before.parameters, after.parameters, both),
    ...question(before, after, both),
    ...Object.entries(before.responses).flatMap(([status, response]) =>
      Number(status) < 400 ? answer(status, response, after.responses[status], both) : [],
    ),
  ];
}

function access(before: Operation, after: Operation): string[] {
  const [had, has] = [before, after].map((one) => (one['x-roles'] as string[] | undefined) ?? []);
  if (has!.includes('public')) return [];
  const lost = had!.filter((role) => !has!.includes(role));
  return lost.map((role) => (role === 'public' ? 'now needs a token' : `is no longer open to ${role}`));
}

function parameters(before: Parameter[] = [], after: Parameter[] = [], both: Both): string[] {
  const called = ({ name, in: place }: Parameter) => `${place} ${name}`;
  const old = new Map(before.map((one) => [called(one), one]));
  const now = new Map(after.map((one) => [called(one), one]));
  const lost = [...old.keys()].filter((name) => !now.has(name)).map((name) => `no longer takes ${name}`);
  const kept = [...now].flatMap(([name, parameter]) => {
    const was = old.get(name);
    const isNew = parameter.required === true && was?.required !== true ? [`now needs ${name}`] : [];
    if (!was) return isNew;
    const changes = changesOfSchema(both.old.schema(was.schema), both.now.schema(parameter.schema), 'in');
    return [...isNew, ...changes.map((change) => `${name}: ${change}`)];
  });
  return [...lost, ...kept];
}

function question(before: Operation, after: Operation, both: Both): string[] {
  const [was, is] = [before.requestBody, after.requestBody];
  if (!was) return is?.required === true ? ['now needs a body'] : [];
  if (!is) return ['no longer takes a body'];
  return [
    ...(is.required === true && was.required !== true ? ['now needs a body'] : []),
    ...contents(was.content, is.content, (old, now) =>
      changesOfSchema(both.old.schema(old), both.now.schema(now), 'in'),
    ).map((change) => `body: ${change}`),
  ];
}

function answer(status: string, before: Response, after: Response | undefined, both: Both): string[] {
  if (!after) return [`no longer answers ${status}`];
  const [was, is] = [both.old.response(before), both.now.response(after)];
  const headers = Object.keys(was.headers ?? {}).filter((name) => !is.headers?.[name]);
  return [
    ...headers.map((name) => `${status} no longer has ${name}`),
    ...contents(was.content, is.content, (old, now) =>
      changesOfSchema(both.old.schema(old), both.now.schema(now), 'out'),
    ).map((change) => `${status}: ${change}`),
  ];
}

function contents(
  before: Record<string, MediaType> = {},
  after: Record<string, MediaType> = {},
  compare: (old: Schema | undefined, now: Schema | undefined) => string[],
): string[] {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const now = after[type];
    return now ? compare(schema, now.schema) : [`no longer ${type}`];
  });
}

/** JSON Schema as OpenAPI 3.1 has it, as far as zod writes it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  unevaluatedProperties?: boolean;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  'x-extensible-enum'?: boolean;
  discriminator?: { propertyName: string; mapping: Record<string, string> };
}

export type Schemas = Record<string, Schema>;

export interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Reference>;
}

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Schema;
}

export interface Response {
  $ref?: string;
  description?: string;
  headers?: Record<string, Reference>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response>;
  security?: object[];
  [extension: `x-${string}`]: unknown;
}

export const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Verb = (typeof verbs)[number];

export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string; license?: object };
  servers?: { url: string; description?: string }[];
  security?: object[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Partial<Record<Verb, Operation>>>;
  components: {
    schemas: Schemas;
    responses?: Record<string, Response>;
    headers?: Record<string, object>;
    examples?: Record<string, { summary: string; value: unknown }>;
    securitySchemes?: object;
  };
}

const SCHEMAS = '#/components/schemas/';
export const refTo = (name: string): Schema => ({ $ref: SCHEMAS + name });
export const nameOf = (ref: string): string => ref.slice(SCHEMAS.length);

/** What a schema says, wherever it says it. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...beside } = schema;
  return { ...resolved(schemas[nameOf($ref)] ?? {}, schemas), ...beside };
}

type Change = (schema: Schema) => Schema;

/** A schema in which each part, the innermost first, is what `change` makes of it. */
export function rewritten(schema: Schema, change: Change): Schema {
  const each = (part: Schema) => rewritten(part, change);
  const { properties, items, additionalProperties, allOf, anyOf, oneOf } = schema;
  return change({
    ...schema,
    ...(properties && { properties: mapped(properties, each) }),
    ...(items && { items: each(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: each(additionalProperties) }),
    ...(allOf && { allOf: allOf.map(each) }),
    ...(anyOf && { anyOf: anyOf.map(each) }),
    ...(oneOf && { oneOf: oneOf.map(each) }),
  });
}

export const mapped = <In, Out>(
  record: Record<string, In>,
  change: (value: In, name: string) => Out,
): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));

export interface Place {
  readonly path: string;
  readonly verb: Verb;
  readonly operation: Operation;
}

export const operationsOf = (document: ApiDocument): Place[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    verbs.flatMap((verb) => {
      const operation = item[verb];
      return operation ? [{ path, verb, operation }] : [];
    }),
  );

export const answersOf = ({ responses }: Operation): MediaType[] =>
  Object.values(responses).flatMap(({ content = {} }) => Object.values(content));

const questionsOf = ({ requestBody }: Operation): MediaType[] => Object.values(requestBody?.content ?? {});

export const bodiesOf = (operation: Operation): MediaType[] => [
  ...questionsOf(operation),
  ...answersOf(operation),
];

/** Changes every schema of a document in its place. */
export function rewriteSchemas(document: ApiDocument, change: Change): void {
  const { components } = document;
  components.schemas = mapped(components.schemas, (schema) => rewritten(schema, change));
  for (const { operation } of operationsOf(document)) {
    for (const holder of [...(operation.parameters ?? []), ...bodiesOf(operation)]) {
      if (holder.schema) holder.schema = rewritten(holder.schema, change);
    }
  }
}

/** `needs-attention` -> `NeedsAttention` */
export const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

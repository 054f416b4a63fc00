import {
  answersOf,
  nameOf,
  operationsOf,
  pascal,
  refTo,
  resolved,
  rewriteSchemas,
  rewritten,
  type ApiDocument,
  type Schema,
  type Schemas,
} from './schemas.js';

const INT32_MAX = 2 ** 31 - 1;
const idSchema: Schema = {
  type: 'string',
  format: 'uuid',
  description: 'UUIDv7 unless said otherwise; capitals are taken, and answered in small letters',
  example: '019a9f00-0000-7000-8000-000000000001',
};

/**
 * Says the same in the words that generators of clients understand in every language: their code for `anyOf` does not
 * compile in some, their integers have 32 bits unless told, and closed objects break them when a property is added.
 */
export function makePortable(document: ApiDocument): void {
  rewriteSchemas(document, plain);
  rewriteSchemas(document, (schema) =>
    schema.anyOf ? withoutAnyOf(schema, document.components.schemas) : schema,
  );
  document.components.schemas['Id'] = idSchema;
  nameAlternatives(document.components.schemas);
  openAnswers(document);
  rewriteSchemas(document, closedForAll);
}

/** Java's generator takes `additionalProperties: false` for a map without entries, and sends nothing. */
const closedForAll = (schema: Schema): Schema =>
  schema.additionalProperties === false
    ? { ...without(schema, 'additionalProperties'), unevaluatedProperties: false }
    : schema;

function plain(schema: Schema): Schema {
  if (schema.allOf?.length === 1) return merged(schema.allOf[0]!, without(schema, 'allOf'));
  // What an object is unless told is no literal in every language.
  if (typeof schema.default === 'object') return plain(without(schema, 'default'));
  // A format says what these patterns say, in fewer than 300 characters.
  const { format, type } = schema;
  if (format === 'date-time' || format === 'date') return without(schema, 'pattern');
  if (format === 'uuid') return type === 'string' ? anId(schema) : without(schema, 'pattern');
  return isLarge(schema) ? withFormat(schema) : schema;
}

/** The bounds of all safe integers say nothing; the others stay. */
function withFormat(schema: Schema): Schema {
  const { minimum, maximum, ...rest } = schema;
  return {
    ...rest,
    format: 'int64',
    ...(minimum !== undefined && minimum !== -Number.MAX_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
  };
}

const isLarge = ({ type, maximum = Infinity }: Schema): boolean =>
  [type].flat().includes('integer') && maximum > INT32_MAX;

function anId({ description, example, default: standard }: Schema): Schema {
  const isOrdinary = description === undefined || description.startsWith('UUIDv7');
  return {
    ...refTo('Id'),
    ...(!isOrdinary && { description }),
    ...(example !== undefined && { example }),
    ...(standard !== undefined && { default: standard }),
  };
}

function withoutAnyOf({ anyOf = [], ...beside }: Schema, schemas: Schemas): Schema {
  const [first, ...others] = anyOf.filter(({ type }) => type !== 'null');
  if (first && others.length === 0) return nullable(merged(resolved(first, schemas), beside));
  if (anyOf.every(({ type }) => type === 'string')) return { type: 'string', ...beside };
  // No two scalars are one type in most languages: such a value is told by its values, or in words.
  if (anyOf.every(isScalar)) return unionOfScalars(anyOf, beside);
  const [general, ...more] = withoutSpecial(anyOf, schemas);
  return more.length === 0 ? merged(general!, beside) : { oneOf: [general!, ...more], ...beside };
}

const isScalar = ({ type }: Schema): boolean =>
  typeof type === 'string' && /^(string|integer|number)$/.test(type);

function unionOfScalars(all: readonly Schema[], beside: Schema): Schema {
  const values = all.flatMap(({ type, enum: known }) => known ?? [`any ${String(type)}`]);
  const examples = all.flatMap(({ enum: known = [] }) => known);
  return { description: `one of: ${values.join(', ')}`, example: examples[0], ...beside };
}

/** An answer that is another one with more to it would be both: the one that says less stands for the two. */
function withoutSpecial(all: readonly Schema[], schemas: Schemas): Schema[] {
  const required = (schema: Schema) => new Set(resolved(schema, schemas).required);
  const isMore = (one: Schema, other: Schema) =>
    one !== other && [...required(other)].every((name) => required(one).has(name));
  return all.filter((one) => !all.some((other) => isMore(one, other)));
}

/** Written where it stands: what a reference leads to cannot be told to be null as well. */
function nullable(schema: Schema): Schema {
  const { type, enum: values } = schema;
  return {
    ...schema,
    type: [...[type ?? 'object'].flat(), 'null'],
    ...(values && { enum: [...values, null] }),
  };
}

const merged = (schema: Schema, beside: Schema): Schema => ({ ...schema, ...beside });

function without(schema: Schema, name: keyof Schema): Schema {
  const { [name]: _, ...rest } = schema;
  return rest;
}

/** Alternatives get names, and the property by which they are told apart. */
function nameAlternatives(schemas: Schemas): void {
  for (const [name, schema] of Object.entries(schemas)) {
    const tag = schema.oneOf && tagOf(schema.oneOf);
    if (!schema.oneOf || !tag) continue;
    const mapping: Record<string, string> = {};
    for (const one of schema.oneOf) {
      const value = String(one.properties![tag]!.enum![0]);
      const own = name + pascal(value);
      schemas[own] = withTag(one, tag, value);
      mapping[value] = refTo(own).$ref!;
    }
    schemas[name] = {
      ...schema,
      oneOf: Object.values(mapping).map(($ref) => ({ $ref })),
      discriminator: { propertyName: tag, mapping },
    };
  }
}

/** Said as a pattern, too: Go's generator has text for an enum, tries every alternative, and heeds patterns only. */
const withTag = (one: Schema, tag: string, value: string): Schema => ({
  ...one,
  properties: { ...one.properties, [tag]: { ...one.properties![tag], pattern: `^${value}$` } },
});

const tagOf = (alternatives: readonly Schema[]): string | undefined =>
  Object.keys(alternatives[0]?.properties ?? {}).find((name) =>
    alternatives.every(({ properties }) => properties?.[name]?.enum?.length === 1),
  );

/** Only what we read is closed. Answers may get properties, and clients made from this document must live with that. */
function openAnswers(document: ApiDocument): void {
  const { schemas } = document.components;
  const answered = new Set<string>();
  const open = (schema: Schema): Schema => {
    const name = schema.$ref === undefined ? undefined : nameOf(schema.$ref);
    if (name !== undefined && !answered.has(name)) {
      answered.add(name);
      schemas[name] = rewritten(schemas[name] ?? {}, open);
    }
    return schema.additionalProperties === false ? without(schema, 'additionalProperties') : schema;
  };
  for (const { operation } of operationsOf(document)) {
    for (const body of answersOf(operation)) {
      if (body.schema) body.schema = rewritten(body.schema, open);
    }
  }
}

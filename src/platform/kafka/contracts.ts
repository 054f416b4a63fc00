import { z } from 'zod';
import type { Question } from './asking.js';
import type { Consumption } from './consumes.js';
import { schemaPath, type Publication } from './publication.js';
import { sealContract } from './seal-topic.js';
import { accepted, rejected, REPLIES_TOPIC } from './replies.js';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** One kind of record, as its reader or writer must know it. */
export interface Contract {
  readonly topic: string;
  readonly type: string;
  /** Seen from Waybill. */
  readonly direction: 'out' | 'in';
  readonly about: string;
  readonly schema: JsonSchema;
  /** A command: its sender is told on the replies topic. */
  readonly replies?: true;
}

type Described = Omit<Contract, 'direction' | 'schema'> & { readonly schema: z.ZodType };

/** What is told without a room's saying so. */
const own: readonly Described[] = [
  sealContract,
  {
    topic: REPLIES_TOPIC,
    type: 'waybill.reply.accepted',
    about: 'The command was carried out.',
    schema: accepted,
  },
  {
    topic: REPLIES_TOPIC,
    type: 'waybill.reply.rejected',
    about: 'The command was refused; so is every repeat.',
    schema: rejected,
  },
];

/** Everything that goes over topics, sorted; several events may be published as one type. */
export function contractsOf(
  publications: readonly Publication[],
  consumptions: readonly Consumption[],
  questions: readonly Question[],
): Contract[] {
  const all = [
    ...[...publications, ...questions, ...own].map((one) => contract(one, 'out')),
    ...consumptions.map((one) => contract(one, 'in')),
  ];
  const byId = new Map(all.map((one) => [one.schema.$id!, one]));
  return [...byId.values()].sort((a, b) => (a.schema.$id! < b.schema.$id! ? -1 : 1));
}

function contract(
  { topic, type, about, schema, replies: isAnswered }: Described,
  direction: Contract['direction'],
): Contract {
  const $id = schemaPath(topic, type);
  const made = { ...jsonSchema(schema, direction), $id, title: type, description: about };
  return { topic, type, direction, about, schema: made, ...(isAnswered && { replies: isAnswered }) };
}

/** Readers of what we send must put up with properties that are new to them, so the schema allows them. */
function jsonSchema(schema: z.ZodType, direction: Contract['direction']): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: direction === 'out' ? 'output' : 'input',
    override: ({ jsonSchema: made }) => {
      if (direction === 'out') delete made.additionalProperties;
      delete made['id'];
    },
  });
}

/** Without `$defs` and `$ref`, for documents that nest it. */
export function inlined(schema: JsonSchema): JsonSchema {
  const { $defs = {}, ...rest } = schema;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...others } = value as { $ref?: string };
    const target = $ref?.startsWith('#/$defs/') ? $defs[$ref.slice('#/$defs/'.length)] : {};
    return Object.fromEntries(
      Object.entries({ ...(target as object), ...others }).map(([k, v]) => [k, resolve(v)]),
    );
  };
  return resolve(rest) as JsonSchema;
}

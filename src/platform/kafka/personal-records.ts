import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ERASED, personalFieldsOf } from '../core/personal.js';
import { uuid } from '../core/schemas.js';
import { PersonalData, type Seals } from '../personal-data/personal-data.js';
import { VERBATIM } from '../personal-data/sealed-text.js';
import { consumptions, type Consumption } from './consumes.js';
import { decode, Unacceptable } from './envelope.js';
import type { InboundRecord } from './inbound-source.js';

/** What may be an id, behind the name of its member, in text that may be broken or quoted. */
const NAMED_ID = /\b([a-z]{1,40})\W{1,20}([0-9a-f-]{36})/gi;

type Json = Readonly<Record<string, unknown>>;

/** What is kept of a record that nobody could handle, and copied to its dead-letter topic, names nobody in clear. */
@Injectable()
export class PersonalRecords {
  constructor(private readonly personalData: PersonalData) {}

  /**
   * The record with all sealed that may be about a person: what a schema of its topic marks, and what none of them
   * knows. Where it does not say whose that is, nobody could erase it later, and it is left out.
   */
  async sealed(record: InboundRecord): Promise<InboundRecord> {
    const known = consumptions().filter(({ topic }) => topic === record.topic);
    const about = known.filter(({ personalOf }) => personalOf !== undefined);
    if (about.length === 0 || record.value === null) return record;
    const text = textOf(record.value);
    const data = text === undefined ? undefined : objectIn(text);
    const subject = text === undefined ? undefined : whose(about, text, data);
    if (subject === undefined) return withoutPersons(record, data, known);
    const names = data && Object.keys(data).filter((name) => !isClear(known, name));
    if (names?.length === 0) return record;
    const value = await this.personalData.sealNow({ subject, context: 'record' }, (seals) =>
      data
        ? replaced(data, names!, (name) => sealedAs(partOf(known, name), data[name], seals))
        : seals(VERBATIM, text!),
    );
    return withValue(record, value);
  }

  /** As it came. @throws Unacceptable `erased` when whoever it is about was erased */
  async opened(record: InboundRecord): Promise<InboundRecord> {
    const text = record.value?.toString('utf8');
    if (!text?.includes('"sealed:')) return record;
    const opened = await this.personalData.openWhole(text);
    if (opened === undefined) throw new Unacceptable('erased', 'whoever it is about was erased: discard it');
    return { ...record, value: Buffer.from(opened) };
  }

  /** JSON for whoever looks at it. */
  shown(text: string): Promise<string> {
    return this.personalData.openJson(text);
  }
}

/** What a handler would need to know whose it is, is missing: such a record can never be handled as it is. */
function withoutPersons(
  record: InboundRecord,
  data: Json | undefined,
  known: readonly Consumption[],
): InboundRecord {
  const types = (record.headers['ce_type'] ?? []).map((type) => type?.toString());
  const isAboutPerson = known.some(
    ({ type, personalOf }) => personalOf !== undefined && types.includes(type),
  );
  if (!data) return isAboutPerson ? withValue(record, ERASED) : record;
  const names = Object.keys(data).filter((name) =>
    isAboutPerson ? !isClear(known, name) : known.some((one) => isPersonal(one, name)),
  );
  return names.length === 0
    ? record
    : withValue(
        record,
        replaced(data, names, () => ERASED),
      );
}

/** The person that the data names, or, where it does not say so properly, the only one that stands in the text. */
function whose(about: readonly Consumption[], text: string, data: Json | undefined): string | undefined {
  const found = new Set<string>();
  for (const { personalOf } of about) {
    const named = uuid.safeParse(data?.[personalOf!]);
    if (named.success) return named.data;
    for (const [, name, id] of text.matchAll(NAMED_ID)) {
      const given = uuid.safeParse(id);
      if (given.success && name === personalOf) found.add(given.data);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** A member that is declared, and not marked: whatever stands in it, it is not where a name or an address belongs. */
const isClear = (known: readonly Consumption[], name: string): boolean =>
  known.some(({ schema }) => memberOf(schema, name) !== undefined) &&
  !known.some((one) => isPersonal(one, name));

function isPersonal({ schema }: Consumption, name: string): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const part = memberOf(schema, name);
  return (
    personalFieldsOf(schema).includes(name) ||
    (part instanceof z.ZodObject && personalFieldsOf(part).length > 0)
  );
}

function partOf(known: readonly Consumption[], name: string): z.ZodType | undefined {
  const marked = known.find((one) => isPersonal(one, name));
  return marked && memberOf(marked.schema, name);
}

function memberOf(schema: z.ZodType, name: string): z.ZodType | undefined {
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, name)) return undefined;
  const part = schema.shape[name] as z.ZodType;
  return part instanceof z.ZodOptional ? (part.unwrap() as z.ZodType) : part;
}

/** Field by field where it has the form that is declared, so that what says nothing about a person can still be read. */
function sealedAs(part: z.ZodType | undefined, value: unknown, seals: Seals): unknown {
  if (!(part instanceof z.ZodObject) || !isObject(value)) return seals(VERBATIM, JSON.stringify(value));
  const marked = personalFieldsOf(part);
  return replaced(value, Object.keys(value), (name) => {
    const held = value[name];
    if (marked.includes(name)) {
      return typeof held === 'string' ? seals(name, held) : seals(VERBATIM, JSON.stringify(held));
    }
    return memberOf(part, name)?.safeParse(held).success ? held : seals(VERBATIM, JSON.stringify(held));
  });
}

function replaced(data: Json, names: readonly string[], by: (name: string) => unknown): Json {
  const all = new Set(names);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, all.has(name) ? by(name) : value]),
  );
}

const withValue = (record: InboundRecord, value: unknown): InboundRecord => ({
  ...record,
  value: Buffer.from(JSON.stringify(value)),
});

function textOf(value: Buffer): string | undefined {
  try {
    return decode(value, 'the value');
  } catch {
    return undefined;
  }
}

function objectIn(text: string): Json | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

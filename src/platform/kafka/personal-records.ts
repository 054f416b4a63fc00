import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { personalFieldsOf } from '../core/personal.js';
import { uuid } from '../core/schemas.js';
import { PersonalData } from '../personal-data/personal-data.js';
import { consumptions, type Consumption } from './consumes.js';
import { Unacceptable } from './envelope.js';
import type { InboundRecord } from './inbound-source.js';

const jsonObject = z.record(z.string(), z.unknown());
type Json = z.output<typeof jsonObject>;

/** What is kept of a record that nobody could handle, and copied to its dead-letter topic, names nobody in clear. */
@Injectable()
export class PersonalRecords {
  constructor(private readonly personalData: PersonalData) {}

  /** The record with its personal fields sealed, as far as it says whose they are. */
  async sealed(record: InboundRecord): Promise<InboundRecord> {
    const about = consumptions().filter(({ topic, personalOf }) => topic === record.topic && personalOf);
    if (about.length === 0) return record;
    const given = objectIn(record.value);
    if (!given) return record;
    const data = await about.reduce(
      async (sealed, consumption) => this.sealedAs(consumption, await sealed),
      Promise.resolve(given),
    );
    return data === given ? record : { ...record, value: Buffer.from(JSON.stringify(data)) };
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

  private async sealedAs({ schema, personalOf }: Consumption, data: Json): Promise<Json> {
    const subject = uuid.safeParse(data[personalOf!]);
    if (!subject.success || !(schema instanceof z.ZodObject)) return data;
    const sealed: Json = {};
    for (const [name, part] of Object.entries(schema.shape)) {
      const inner = part instanceof z.ZodOptional ? part.unwrap() : (part as unknown);
      const held = jsonObject.safeParse(data[name]);
      if (!held.success || !(inner instanceof z.ZodObject) || personalFieldsOf(inner).length === 0) continue;
      const whose = { subject: subject.data, context: 'record' };
      sealed[name] = await this.personalData.sealNow(inner, held.data, whose);
    }
    return Object.keys(sealed).length === 0 ? data : { ...data, ...sealed };
  }
}

function objectIn(value: Buffer | null): Json | undefined {
  try {
    return jsonObject.safeParse(JSON.parse(value?.toString('utf8') ?? '')).data;
  } catch {
    return undefined;
  }
}

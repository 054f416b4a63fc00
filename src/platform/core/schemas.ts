import { z } from 'zod';
import { faultOfCountry } from './countries.js';
import { isCurrency } from './money.js';
import { faultOfText } from './text.js';

/** The vocabulary of the public contract: every body, query and event schema is made of these. */
/** One thing has one id: capitals are accepted everywhere and kept nowhere (RFC 9562, section 4). */
export const uuid = z.uuid().toLowerCase().meta({ description: 'UUIDv7 unless said otherwise' });
export const sku = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1-64 of A-Z a-z 0-9 . _ -')
  .meta({ id: 'Sku', examples: ['MUG-BLUE'] });
/** A currency as it is shown: also one that has gone out of use since. */
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code such as EUR', abort: true })
  .meta({ id: 'Currency', examples: ['EUR'] });
/** A currency of today, as a caller may name it. */
export const currency = currencyCode.refine(isCurrency, 'is no currency of ISO 4217 that has minor units');
export const amountMinor = z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const money = z
  .strictObject({ amountMinor, currency: currencyCode })
  .meta({ id: 'Money', examples: [{ amountMinor: 1999, currency: 'EUR' }] });
export const timestamp = z.iso.datetime({ offset: false, precision: 3 });
const isOfFourDigits = (given: string): boolean => {
  const year = new Date(given).getUTCFullYear();
  return year >= 1 && year <= 9999;
};
/**
 * A moment as outsiders write it. Near the ends of the calendar its offset may lead out of the years that we can write
 * in UTC; a year 0 is unknown to PostgreSQL.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(isOfFourDigits, 'must lie in the years 1 to 9999 of UTC');
/** One that is kept: written as we write all others. */
export const instantInUtc = instant.overwrite((given) => new Date(given).toISOString());
const typed = (max: number, lines: 'one line' | 'many lines') =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: 'must not be blank', abort: true })
    .max(max)
    .superRefine((value, context) => {
      const fault = faultOfText(value, lines);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    });
/** A line that a person typed: bounded, in NFC, without spaces around it, and with something to see in it. */
export const text = (max: number) => typed(max, 'one line');
/** The same with line breaks. */
export const prose = (max: number) => typed(max, 'many lines');
export const reason = prose(500).meta({ examples: ['customer called'] });
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be an ISO 3166-1 alpha-2 code such as DE', abort: true })
  .superRefine((value, context) => {
    const fault = faultOfCountry(value);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

/**
 * A number in an address: plain digits, so that `1e2`, `0x10`, `+5`, ` 5` and nothing at all are mistakes.
 *
 * @param number what it may be
 */
export const digits = <Number extends z.ZodNumber>(number: Number) =>
  z.preprocess((given, context) => {
    if (typeof given === 'number') return given;
    if (typeof given === 'string' && /^\d{1,16}$/.test(given)) return Number(given);
    context.issues.push({ code: 'custom', message: 'must be a whole number, in digits only', input: given });
    return z.NEVER;
  }, number);

export const pageQuery = z.strictObject({
  limit: digits(z.int().min(1).max(100)).prefault(20),
  cursor: z
    .string()
    .max(512)
    .transform((given) => given || undefined)
    .optional(),
});
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** For a route that takes no body: none, or an empty object, so that a mistaken property is not passed over. */
export const noBody = z.strictObject({}).nullish();

/** Time travel on a single resource: at a version of its stream, or at an instant. */
export const pointInTime = z
  .strictObject({
    version: digits(z.int().min(1)).optional(),
    asOf: instant.optional().meta({
      description:
        'what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one',
    }),
  })
  .refine(({ version, asOf }) => version === undefined || asOf === undefined, {
    path: ['asOf'],
    message: 'give a version or an instant, not both',
  });
export type PointInTime = z.output<typeof pointInTime>;

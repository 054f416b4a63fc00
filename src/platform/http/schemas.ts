import { z } from 'zod';

/** The vocabulary of the public contract: every body, query and event schema is made of these. */
export const uuid = z.uuid().meta({ description: 'UUIDv7 unless said otherwise' });
export const sku = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1-64 of A-Z a-z 0-9 . _ -')
  .meta({ id: 'Sku', examples: ['MUG-BLUE'] });
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')
  .meta({ id: 'Currency', examples: ['EUR'] });
export const amountMinor = z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const money = z
  .strictObject({ amountMinor, currency })
  .meta({ id: 'Money', examples: [{ amountMinor: 1999, currency: 'EUR' }] });
export const timestamp = z.iso.datetime({ offset: false, precision: 3 });
/** Text a person typed: bounded, and free of NUL and lone surrogates, which PostgreSQL cannot hold. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !value.includes('\u0000'),
      'must be well-formed Unicode without NUL',
    );
export const reason = text(500).meta({ examples: ['customer called'] });

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(512).optional(),
});
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** For a route that takes no body: none, or an empty object, so that a mistaken property is not passed over. */
export const noBody = z.strictObject({}).nullish();

/** Time travel on a single resource: at a version of its stream, or at an instant. */
export const pointInTime = z
  .strictObject({
    version: z.coerce.number().int().min(1).optional(),
    asOf: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ version, asOf }) => version === undefined || asOf === undefined, {
    path: ['asOf'],
    message: 'give a version or an instant, not both',
  });
export type PointInTime = z.output<typeof pointInTime>;

import { z } from 'zod';

export interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** What a right value looks like, in the words of an error table. */
  readonly expected: string;
  readonly example: string;
  /** One line for `.env.example`. */
  readonly about: string;
  /** Never printed, not even when it is wrong. */
  readonly secret?: true;
}

export const text = z.string().trim().min(1);
export const digits = z.string().regex(/^\d+$/).transform(Number);
export const url = (...schemes: string[]) =>
  text.refine((given) => URL.canParse(given) && schemes.includes(new URL(given).protocol));
/** Separated by commas. */
export const list = text.transform((given) =>
  given
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

export const whole = (min: number, max: number, standard: number, about: string) => ({
  schema: digits.pipe(z.int().min(min).max(max)).default(standard),
  expected: `a whole number, ${min} to ${max}`,
  example: String(standard),
  about,
});
export const days = (min: number, standard: number, about: string) =>
  whole(min, 36_500, standard, `days of retention ${about}${min === 0 ? '; 0 keeps all' : ''}`);
export const milliseconds = (standard: number, about: string) => whole(1, 3_600_000, standard, about);
export const choice = <const Name extends string>(
  names: readonly Name[],
  standard: NoInfer<Name>,
  about: string,
) => ({
  schema: z.enum(names).default(standard as never),
  expected: names.join(' | '),
  example: standard,
  about,
});

/** Judged as the address is read when it is called: `HTTP://...` is the same as `http://...`. */
export const isWithoutTls = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && new URL(url).protocol === 'http:';

import { z } from 'zod';
import { instant, timestamp } from '../platform/core/schemas.js';

const DAY_MS = 86_400_000;
/** No report looks at more than this. */
const LONGEST_DAYS = 400;
const STANDARD_DAYS = 30;

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
};

const moment = z
  .union([instant, z.iso.date()], {
    error: 'must be a date, or a time with its offset',
  })
  .meta({ examples: ['2026-11-01'] });

/** What every report can be asked for. */
export const periodFields = {
  from: moment.optional().meta({
    description: `inclusive; a date is its midnight in timeZone; ${STANDARD_DAYS} days before \`to\` unless given`,
  }),
  to: moment.optional().meta({ description: 'exclusive; now unless given' }),
  timeZone: z
    .string()
    .max(64)
    .refine(isZone, 'must be a time zone of IANA such as Europe/Berlin')
    .default('UTC')
    .meta({ examples: ['Europe/Berlin'] }),
};

export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone: string;
}

/** A check of the whole: what remains to be judged when each part is well-formed. */
export function isOrderly({ from, to }: Period, context: z.core.$RefinementCtx): void {
  const fault = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message, input: to });
  if (from === undefined) return;
  const days = (to === undefined ? Date.now() : Date.parse(to)) - Date.parse(from);
  if (days <= 0) fault('must be after from');
  else if (days > (LONGEST_DAYS + 1) * DAY_MS) fault(`must be at most ${LONGEST_DAYS} days after from`);
}

/** $1: from, $2: to (texts or null), $3: time zone. */
export const RESOLVE = `
  with given as (
    select case when length($2) = 10 then $2::timestamp at time zone $3 else coalesce($2::timestamptz, now()) end as "to",
      case when length($1) = 10 then $1::timestamp at time zone $3 else $1::timestamptz end as "from")
  select coalesce("from", "to" - interval '${STANDARD_DAYS} days') as "from", "to" from given`;

/** What every report says of itself. */
export const reportFields = {
  from: timestamp,
  to: timestamp,
  timeZone: z.string(),
  asOfPosition: z.int().meta({ description: 'every event up to this position of the log is in it' }),
};

import pg from 'pg';

const anyTime = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;

/**
 * An instant as RFC 3339 in UTC with milliseconds.
 *
 * @param text as the server writes it in the style that every session of ours has: `2026-01-31 12:00:00.5+00`
 */
export function isoTime(text: string): string {
  // Most times end in three digits, and reading the log is not least reading times.
  if (text.length === 26 && text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  if (text.length > 29 || text[4] !== '-' || !text.endsWith('+00')) return anyTime(text).toISOString();
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

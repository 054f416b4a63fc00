import type { Config } from '../config.js';

/** A table whose rows have an end, and which of them nobody has a promise about any more. */
export interface RetentionPolicy {
  /** The table, as operators see it. */
  readonly name: string;
  /** How many days a row is kept after it has served its time; 0 keeps all. */
  days(config: Config): number;
  /** A constant `delete` of at most $2 rows that ended more than $1 days ago. Never one that is still open. */
  readonly remove: string;
  /** A constant `select` of when the oldest row that counts came to be, as `oldest`. */
  readonly oldest: string;
}

/**
 * Deletes rows by their place in the table, which the database finds by the index on the time.
 *
 * @param table a constant
 * @param ended a constant condition about a row `r`, with {@link CUTOFF}
 */
export const removal = (table: string, ended: string): string => `
  delete from ${table} where ctid = any (array(
    select r.ctid from ${table} r where ${ended} limit $2 for update of r skip locked))
  returning 1`;

/** `now()` and not `clock_timestamp()`: only a stable function can bound an index scan. */
export const CUTOFF = `now() - $1::int * interval '1 day'`;

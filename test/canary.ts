import type { Database } from '../src/platform/event-store/database.js';

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  order by 1`;

/**
 * Where words can be read in a database: every column of every row of every table, bytes included.
 *
 * @returns `schema.table: word`
 */
export async function findInDatabase(database: Database, words: readonly string[]): Promise<string[]> {
  const forms = words.map((word) => ({ word, form: word.toLowerCase() }));
  const hex = words.map((word) => ({ word, form: Buffer.from(word).toString('hex') }));
  const found: string[] = [];
  for (const { name } of await database.query<{ name: string }>(TABLES)) {
    for (const { word, form } of [...forms, ...hex]) {
      const [row] = await database.query<{ found: boolean }>(
        `select exists (select from ${name} t where position($1 in lower(t::text)) > 0) as found`,
        [form],
      );
      if (row!.found) found.push(`${name}: ${word}`);
    }
  }
  return found;
}

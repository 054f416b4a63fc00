/** The functions and views of a database as they stand after all migrations. */

const FUNCTIONS = `
  select n.nspname || '.' || p.proname as name, pg_get_functiondef(p.oid) || ';' as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^(pg_|information_schema$)' and p.prokind in ('f', 'p')
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1, pg_get_function_identity_arguments(p.oid)`;
const VIEWS = `
  select n.nspname || '.' || c.relname as name,
    'create or replace view ' || n.nspname || '.' || c.relname || ' as' || chr(10) || pg_get_viewdef(c.oid, true) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^(pg_|information_schema$)' and c.relkind = 'v'
  order by 1`;

/**
 * @param {{ query(sql: string): Promise<{ rows: { name: string, text: string }[] }> }} client of a migrated database
 * @returns {Promise<Map<string, string>>} SQL by file name; functions of one name share a file
 */
export async function schemaObjects(client) {
  const files = new Map();
  for (const statement of [FUNCTIONS, VIEWS]) {
    const { rows } = await client.query(statement);
    for (const { name, text } of rows) {
      const before = files.get(`${name}.sql`);
      files.set(`${name}.sql`, `${before ? `${before}\n` : ''}${text.trimEnd()}\n`);
    }
  }
  return files;
}

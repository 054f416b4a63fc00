import pg from 'pg';
import type { MigrationClass } from './migrate.js';
import { sessionOn, READ_ONLY } from './sessions.js';

export interface SchemaState {
  readonly state: 'empty' | 'older' | 'current' | 'newer';
  /** Migrations of this program that have not run there. */
  readonly missing: readonly string[];
}

/** How a database stands to this program; only looks. */
export async function schemaOf(url: string, migrations: readonly MigrationClass[]): Promise<SchemaState> {
  const session = { name: 'waybill-schema', settings: READ_ONLY, connectionTimeoutMs: 10_000 };
  const client = new pg.Client(sessionOn(url, { ...session, queryTimeoutMs: 10_000 }));
  await client.connect();
  try {
    const ran = new Set(await namesOf(client));
    const missing = migrations.map(({ name }) => name).filter((name) => !ran.has(name));
    if (ran.size === 0) return { state: 'empty', missing };
    const known = new Set(migrations.map(({ name }) => name));
    const isNewer = [...ran].some((name) => !known.has(name));
    return { state: isNewer ? 'newer' : missing.length > 0 ? 'older' : 'current', missing };
  } finally {
    await client.end();
  }
}

async function namesOf(client: pg.Client): Promise<string[]> {
  try {
    const { rows } = await client.query<{ name: string }>('select name from public.schema_migrations');
    return rows.map(({ name }) => name);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42P01') return [];
    throw error;
  }
}

import pg from 'pg';
import { sqlStateOf } from './database-errors.js';
import type { MigrationClass } from './migrate.js';
import { fitOf, RAN_MIGRATIONS, type RanMigration } from './schema-fit.js';
import { sessionOn, READ_ONLY } from './sessions.js';

export interface SchemaState {
  /** `newer` means: in a way that this program cannot live with. */
  readonly state: 'empty' | 'older' | 'current' | 'newer';
  /** Migrations of this program that have not run there. */
  readonly missing: readonly string[];
}

/** How a database stands to this program; only looks. */
export async function schemaOf(url: string, migrations: readonly MigrationClass[]): Promise<SchemaState> {
  const session = { name: 'waybill-schema', settings: READ_ONLY, connectionTimeoutMs: 10_000 };
  const client = new pg.Client(sessionOn(url, { ...session, queryTimeoutMs: 10_000 }));
  try {
    await client.connect();
    const ran = await ranOn(client);
    const known = migrations.map(({ name }) => name);
    const { missing, unbearable } = fitOf(known, ran);
    if (ran.length === 0) return { state: 'empty', missing };
    return { state: unbearable.length > 0 ? 'newer' : missing.length > 0 ? 'older' : 'current', missing };
  } finally {
    await client.end();
  }
}

/** A database of before demands were kept has none, and only misses what the newer program has. */
async function ranOn(client: pg.Client): Promise<RanMigration[]> {
  const statements = [RAN_MIGRATIONS, 'select name, null as needs from public.schema_migrations'];
  for (const statement of statements) {
    try {
      return (await client.query<RanMigration>(statement)).rows;
    } catch (error) {
      if (sqlStateOf(error) !== '42P01') throw error;
    }
  }
  return [];
}

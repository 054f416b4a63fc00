import { DataSource, type MigrationInterface } from 'typeorm';
import { CREATE_DEMANDS, fitOf, RAN_MIGRATIONS, type RanMigration } from './schema-fit.js';
import { sessionOn } from './sessions.js';

export type MigrationClass = new () => MigrationInterface;

/** A large table takes its time, and so may those that wait for the schema. */
const patient = { lock_timeout: '0', statement_timeout: '0', idle_in_transaction_session_timeout: '0' };

/** A number of our own: whoever holds it is the only one that changes the schema. */
const schemaLock = 6_290_417_350;

/** The database was changed by a newer program in a way that this one cannot live with. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
}

/**
 * Brings a database to this program's schema. Any number of processes may call it at once: one works, the others
 * wait and find nothing left to do. Each migration is one transaction.
 *
 * @param url of the database
 * @param migrations every migration ever shipped, in any order
 * @returns the names of the migrations that ran now
 * @throws SchemaTooNew when a newer program has changed it in a way that this one cannot live with
 */
export async function migrate(
  url: string,
  migrations: readonly MigrationClass[],
): Promise<readonly string[]> {
  // Two connections: the lock must be on one that stays when a migration's own connection is given back.
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    extra: sessionOn(url, { name: 'waybill-migrate', settings: patient, connectionTimeoutMs: 10_000 }),
  });
  await source.initialize();
  try {
    return await underLock(source, async () => {
      await source.query(CREATE_DEMANDS);
      await refuseNewer(source, migrations);
      return (await source.runMigrations()).map((migration) => migration.name);
    });
  } finally {
    await source.destroy();
  }
}

async function underLock<Result>(source: DataSource, work: () => Promise<Result>): Promise<Result> {
  const connection = source.createQueryRunner();
  try {
    await connection.query('select pg_advisory_lock($1)', [schemaLock]);
    const result = await work();
    await connection.query('select pg_advisory_unlock($1)', [schemaLock]);
    return result;
  } finally {
    await connection.release();
  }
}

/** An older program may start beside a newer schema that it can live with. */
async function refuseNewer(source: DataSource, migrations: readonly MigrationClass[]): Promise<void> {
  const [table] = await source.query<{ found: string | null }[]>(
    `select to_regclass('public.schema_migrations')::text as found`,
  );
  if (!table?.found) return;
  const ran = await source.query<RanMigration[]>(RAN_MIGRATIONS);
  const known = migrations.map((migration) => migration.name);
  const { unbearable } = fitOf(known, ran);
  if (unbearable.length === 0) return;
  throw new SchemaTooNew(
    `The database was changed by a newer Waybill in a way that this one cannot live with (${unbearable.join(', ')}). Start that version, or restore an older backup.`,
  );
}

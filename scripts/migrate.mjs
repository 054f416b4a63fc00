/** Brings the database at DATABASE_URL to this program's schema; prints what ran. Needs a build. */
import pg from 'pg';
import { migrations } from '../dist/migrations.js';

try {
  console.log(await bringUpToDate());
} catch (error) {
  const address = new URL(process.env.DATABASE_URL);
  const reason = error.message || error.errors?.map((each) => each.message).join('; ');
  console.error(`The database at ${address.host}${address.pathname} could not be migrated: ${reason}`);
  process.exit(1);
}

async function bringUpToDate() {
  if (await isCurrent()) return 'up to date';
  // Loading TypeORM takes longer than the look above.
  const { migrate } = await import('../dist/platform/event-store/migrate.js');
  const ran = await migrate(process.env.DATABASE_URL, migrations);
  return ran.length === 0 ? 'up to date' : `${ran.length} migrations`;
}

/** Whether the database knows exactly the migrations of this program. */
async function isCurrent() {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const { rows } = await client.query('select name from public.schema_migrations');
    const known = new Set(migrations.map(({ name }) => name));
    return rows.length === known.size && rows.every(({ name }) => known.has(name));
  } catch (error) {
    if (error.code === '42P01') return false;
    throw error;
  } finally {
    await client.end();
  }
}

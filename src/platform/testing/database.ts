import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const template = 'waybill_template';
const templateLock = 6_290_417_351;

/**
 * A database of its own for one test file, with every migration applied: a copy (some 20 ms; ten times that by way of the
 * write-ahead log, which is how PostgreSQL copies unless told otherwise) of a template that the first caller of the run
 * makes.
 *
 * @throws Error in a `*.spec.ts`, which runs without a server
 */
export const testDatabase = (): Promise<TestDatabase> =>
  created(async (server, admin, name) => {
    await ensureTemplate(server, admin);
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  });

/** An empty database of the run's server, for tests of the migrations themselves. */
export const emptyTestDatabase = (): Promise<TestDatabase> =>
  created(async (_server, admin, name) => {
    await admin.query(`create database ${name}`);
  });

async function created(
  create: (server: string, admin: pg.Client, name: string) => Promise<void>,
): Promise<TestDatabase> {
  const server = process.env['WAYBILL_TEST_SERVER'];
  if (!server) throw new Error('no database here: name the file *.int-spec.ts or *.e2e-spec.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (admin) => create(server, admin, name));
  const drop = `drop database if exists ${name} with (force)`;
  return {
    url: databaseAt(server, name),
    drop: () => asAdmin(server, async (admin) => void (await admin.query(drop))),
  };
}

async function ensureTemplate(server: string, admin: pg.Client): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(`create database ${draft}`);
    // Here and not above: most files copy the template and need none of them.
    const { migrations } = await import('../../migrations.js');
    const { migrate } = await import('../event-store/migrate.js');
    await migrate(databaseAt(server, draft), migrations);
    await admin.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [templateLock]);
  }
}

async function asAdmin(server: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

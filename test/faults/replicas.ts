import { execFile } from 'node:child_process';
import { appendFile, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startPostgres, type EmbeddedPostgres } from '../../scripts/postgres.mjs';
import { migrations } from '../../src/migrations.js';
import { migrate } from '../../src/platform/event-store/migrate.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startGate } from './gate.js';

/** A primary and a hot standby that streams from it, asynchronously as PostgreSQL does unless told otherwise. */
export interface Replicas {
  readonly primary: EmbeddedPostgres;
  readonly standby: EmbeddedPostgres;
  /** Waits until the standby shows all that the primary has stored so far. */
  caughtUp(): Promise<void>;
  /** From now on nothing reaches the standby. */
  cutReplication(): void;
  /** The standby becomes a primary. */
  promote(): Promise<void>;
  close(): Promise<void>;
}

export async function startReplicas(): Promise<Replicas> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-replicas-'));
  const first = await startPostgres({ folder, port: 0 });
  await migrate(first.url, migrations);
  const link = await startGate(first.url);
  await first.stop('fast');
  const copy = `${first.folder}-standby`;
  // With owners and times: the server refuses files that are not its own.
  await promisify(execFile)('cp', ['-a', first.folder, copy]);
  const primary = await startPostgres({ folder, port: first.port });
  await followPrimary(join(copy, 'data'), link.url);
  const standby = await startPostgres({ folder: copy, port: 0 });
  return {
    primary,
    standby,
    caughtUp: () => caughtUp(primary.url, standby.url),
    cutReplication: () => link.pointAt(undefined),
    promote: async () => void (await ask(standby.url, 'select pg_promote(true, 120)')),
    close: async () => {
      await link.close();
      for (const server of [standby, primary]) await server.stop('immediate');
      for (const left of [copy, first.folder, folder]) await rm(left, { recursive: true, force: true });
    },
  };
}

async function followPrimary(data: string, url: string): Promise<void> {
  const { hostname, port, username, password } = new URL(url);
  const link = `host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}`;
  await appendFile(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${link}'\n`);
  const signal = join(data, 'standby.signal');
  await writeFile(signal, '');
  const { uid, gid } = await stat(join(data, 'PG_VERSION'));
  await chown(signal, uid, gid);
}

async function caughtUp(primary: string, standby: string): Promise<void> {
  const [now] = await ask<{ lsn: string }>(primary, 'select pg_current_wal_lsn()::text as lsn');
  const question = `select pg_last_wal_replay_lsn() >= $1::pg_lsn as there`;
  await eventually(
    async () => (await ask<{ there: boolean }>(standby, question, [now!.lsn]))[0]!.there,
    60_000,
  );
}

async function ask<Row extends object>(
  connectionString: string,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...params])).rows;
  } finally {
    await client.end();
  }
}

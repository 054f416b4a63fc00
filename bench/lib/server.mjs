/** A PostgreSQL of our own for a run, and what it did meanwhile. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../scripts/postgres.mjs';
import { cpuMs } from './cpu.mjs';
import { steadyFlush } from './steady-flush.mjs';

const settings = { shared_preload_libraries: 'pg_stat_statements' };

/**
 * Durable as delivered: nothing is loosened for a better number.
 *
 * @param {'native' | '1ms'} flush with `1ms` in memory, where each flush takes as long as that of a common disk
 */
export async function startServer(flush) {
  const isSteady = flush === '1ms';
  const folder = fs.mkdtempSync(
    path.join(fs.realpathSync(isSteady ? '/dev/shm' : os.tmpdir()), 'waybill-bench-'),
  );
  fs.chmodSync(folder, 0o755);
  const env = isSteady ? { LD_PRELOAD: await steadyFlush(folder) } : {};
  const server = await startPostgres({ folder: path.join(folder, 'server'), port: 0, settings, env });
  const admin = await connected(server.url);
  await admin.query('create extension pg_stat_statements');
  await track(admin, 'none');
  const postmaster = Number(
    fs.readFileSync(path.join(server.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  return {
    url: server.url,
    version: server.version,
    admin,
    /** An empty database, or a copy of one that nobody uses. @returns its address */
    async database(name, from = 'template1') {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name} template ${from}`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    cpuMs: (observers) => cpuMs(postmaster, [admin.processID, ...observers]),
    /** Transactions that wrote, and WAL, of the whole server: nothing else runs on it. */
    counters: () => counters(admin),
    statements: (database, work) => statements(admin, database, work),
    async stop() {
      await admin.end();
      await server.stop('immediate');
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      fs.rmSync(server.folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function connected(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Counted at once and exactly; the statistics of PostgreSQL lag by up to ten seconds behind idle sessions. */
async function counters(admin) {
  const { rows } = await admin.query(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as writes, pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal`,
  );
  return { writes: Number(rows[0].writes), wal: Number(rows[0].wal) };
}

/** How many statements the work sends, ours excluded; counting costs, so this is a pass of its own. */
async function statements(admin, database, work) {
  await track(admin, 'top');
  await admin.query('select pg_stat_statements_reset()');
  await work();
  await track(admin, 'none');
  const { rows } = await admin.query(
    `select sum(calls)::int as n from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = $1 and query not like '/* bench */%'`,
    [database],
  );
  return rows[0].n ?? 0;
}

async function track(admin, what) {
  await admin.query(`alter system set pg_stat_statements.track = '${what}'`);
  await admin.query('select pg_reload_conf()');
  await new Promise((resolve) => setTimeout(resolve, 200));
}

import { statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrations } from '../migrations.js';
import type { Config } from '../platform/config.js';
import { isKeptOut } from '../platform/event-store/database-errors.js';
import { schemaOf } from '../platform/event-store/schema-state.js';
import { fault, ok, type Finding } from './findings.js';
import { archiveFolder, runFile } from './server.js';

const MOST_SKEW_MS = 5_000;
const OLDEST_POSTGRES = 15;
const PATIENCE_MS = 3_000;

/** Whether it can be reached, takes writes, and has the schema of this program. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const given = process.env['DATABASE_URL']?.trim();
  const url = given || runFile()?.databaseUrl;
  if (!url) return [ok('database', 'its own, which npm start starts; it is not running')];
  if (given && given !== config.DATABASE_URL) return [];
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  try {
    await client.connect();
    return await lookInto(client, url, `${host}${pathname}`);
  } catch (error) {
    return [
      fault('database', `${host}${pathname}: ${reasonOf(error)}`, remedyFor(error, given !== undefined)),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(({ message }: Error) => message).join('; ')
    : (error as Error).message;

function remedyFor(error: unknown, isGiven: boolean): string {
  const { code } = error as { code?: string };
  const remedies: Record<string, string> = {
    '28P01': 'the password in DATABASE_URL is not the one of that user',
    '28000': 'that user may not log in from here: pg_hba.conf of the server says who may',
    '42501': 'grant that user what it lacks, or name the owner of the database in DATABASE_URL',
    '3D000': 'create database waybill, then npm run migrate',
    ENOTFOUND: 'the host in DATABASE_URL is not known here: a spelling mistake, or DNS',
    ECONNREFUSED: 'nothing listens there: start it, or mend host and port in DATABASE_URL',
  };
  if (!isGiven) return 'the database of npm start is gone: stop it and start it again';
  if (code !== undefined && code in remedies) return remedies[code]!;
  return isKeptOut(error)
    ? 'user, password and sslmode of DATABASE_URL must be what that server wants'
    : 'is the server up, and does a firewall let this machine through?';
}

async function lookInto(client: pg.Client, url: string, where: string): Promise<Finding[]> {
  const { rows } = await client.query<{ version: number; readOnly: boolean; now: Date }>(LOOK);
  const { version, readOnly, now } = rows[0]!;
  const findings: Finding[] = [];
  if (version < OLDEST_POSTGRES)
    findings.push(
      fault('database', `${where} is PostgreSQL ${version}`, `upgrade to ${OLDEST_POSTGRES} or newer`),
    );
  if (readOnly)
    findings.push(
      fault('database', `${where} takes no writes`, 'it is a standby, or was set read-only: use the primary'),
    );
  const skew = Date.now() - now.getTime();
  if (Math.abs(skew) > MOST_SKEW_MS)
    findings.push(
      fault('clock', `this machine is ${Math.round(skew / 1000)} s away from the database`, 'switch on NTP'),
    );
  const { state, missing } = await schemaOf(url, migrations);
  const schema = {
    current: undefined,
    empty: fault('schema', `${where} is empty`, 'npm run migrate'),
    older: fault('schema', `${where} lacks ${missing.length} migrations`, 'npm run migrate'),
    newer: fault('schema', `${where} was migrated by a newer Waybill`, 'use that version'),
  }[state];
  if (schema) findings.push(schema);
  if (state === 'current') findings.push(...(await timeOfLog(client)), ...(await missingSegments(client)));
  return findings.length > 0
    ? findings
    : [ok('database', `${where}, PostgreSQL ${version}, schema as it should be`)];
}

/** It never goes back, so a clock that was ahead for a moment is felt until the real one has caught up. */
async function timeOfLog(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ ahead: number }>(
    `select extract(epoch from platform.time_of_log() - clock_timestamp())::float8 as ahead`,
  );
  const { ahead } = rows[0]!;
  if (ahead * 1000 < MOST_SKEW_MS) return [];
  const what = `the last event was recorded ${Math.round(ahead)} s ahead of the database's clock`;
  return [
    fault('clock', what, 'switch on NTP there; until the clock has caught up, new events have that time'),
  ];
}

/** Without them the orders in them are answered with 503. */
async function missingSegments(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ file: string; bytes: number }>(
    `select file, bytes::float8 as bytes from platform.segments where state in ('verified', 'archived')`,
  );
  const folder = archiveFolder();
  const missing = rows.filter(
    ({ file, bytes }) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.size !== bytes,
  );
  if (missing.length === 0) return [];
  const what = `${missing.length} of ${rows.length} files are not in ${folder}, or not whole: ${missing[0]!.file}`;
  return [
    fault('archive', what, 'put them back from a backup, or set WAYBILL_ARCHIVE_DIR to where they are'),
  ];
}

const LOOK = `
  select current_setting('server_version_num')::int / 10000 as version, clock_timestamp() as now,
    pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"`;

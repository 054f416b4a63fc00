import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { archiveFolder, dataDir, runFile } from './server.js';
import type { Terminal } from './terminal.js';

/** Stands in a backup that is whole. */
const MARK = 'waybill-backup.json';
/** What a server makes anew when it starts, or what is only this one's. PostgreSQL's own list. */
const passing =
  /^(postmaster\.(pid|opts)|(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*|backup_label|tablespace_map)$/;
const passes = (file: string) => passing.test(file) || file.includes('pgsql_tmp');

const markShape = z.object({ at: z.string(), position: z.number(), postgres: z.string() });
type Mark = Readonly<z.infer<typeof markShape>>;

/** Where the embedded server keeps its files; they are elsewhere where its account cannot enter the project. */
function home(): string {
  const folder = path.join(dataDir(), 'postgres');
  const pointer = `${folder}.moved`;
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder;
}

/**
 * A copy of the running embedded server, as PostgreSQL wants it made (pg_backup_start, the files, pg_backup_stop, the
 * log in between): orders may be taken meanwhile, and the copy is the state at its end.
 *
 * @throws Failure for a server that is not the embedded one, and a target that is there already
 */
export async function backup(target: string, terminal: Terminal): Promise<ExitCode> {
  const folder = path.resolve(target);
  if (existsSync(folder)) throw new Failure(EXIT.conflict, `${folder} is there already`);
  const connectionString = process.env['DATABASE_URL']?.trim() || runFile()?.databaseUrl;
  if (!connectionString) throw new Failure(EXIT.dependencyDown, 'there is no database to be copied');
  const client = new pg.Client({ connectionString });
  const part = `${folder}.part`;
  try {
    await client.connect();
    const data = await dataOf(client);
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true, mode: 0o700 });
    const mark = await copyWhileItRuns(client, data, path.join(part, 'data'));
    cpSync(path.join(home(), 'password'), path.join(part, 'password'));
    copySegments(archiveFolder(), path.join(part, 'archive'));
    writeFileSync(path.join(part, MARK), `${JSON.stringify(mark, null, 2)}\n`);
    renameSync(part, folder);
    terminal.result({ folder, ...mark }, () => `${folder}: all up to position ${mark.position}`);
    return EXIT.ok;
  } finally {
    await client.end();
    rmSync(part, { recursive: true, force: true });
  }
}

async function dataOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ folder: string }>(
    `select current_setting('data_directory') as folder`,
  );
  const data = rows[0]!.folder;
  if (path.resolve(data) === path.join(home(), 'data')) return data;
  throw new Failure(
    EXIT.usage,
    'this is not the embedded database of npm start: use pg_dump, or the means of your server (docs/operations.md)',
  );
}

async function copyWhileItRuns(client: pg.Client, data: string, copy: string): Promise<Mark> {
  await client.query(`select pg_backup_start('waybill', true)`);
  copyFiles(data, copy, (name) => !passes(name));
  const { rows } = await client.query<Mark & { label: string }>(STOP);
  const { label, ...mark } = rows[0]!;
  copyFiles(path.join(data, 'pg_wal'), path.join(copy, 'pg_wal'), () => true);
  // With it the copy knows from where on to catch up; without it, it would start as something it is not.
  writeFileSync(path.join(copy, 'backup_label'), label, { mode: 0o600 });
  return mark;
}

const STOP = `
  select stopped.labelfile as label, to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
    (select coalesce(max(position), 0)::int8 from platform.events)::float8 as position,
    current_setting('server_version') as postgres
  from pg_backup_stop(false) stopped`;

/** Files come and go under a running server; what is gone was not needed. */
function copyFiles(from: string, to: string, wanted: (name: string) => boolean, below = ''): void {
  mkdirSync(path.join(to, below), { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(path.join(from, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) copyFiles(from, to, wanted, name);
    else if (wanted(name)) copyFile(path.join(from, name), path.join(to, name));
  }
}

function copyFile(from: string, to: string): void {
  try {
    cpSync(from, to, { preserveTimestamps: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/**
 * Puts a copy in the place of the embedded database, which must not run; the files that were there are kept beside it.
 *
 * @throws Failure for what is no whole copy, and while the server runs
 */
export function restore(source: string, terminal: Terminal): ExitCode {
  const folder = path.resolve(source);
  const mark = markIn(folder);
  mkdirSync(home(), { recursive: true, mode: 0o700 });
  const data = path.join(home(), 'data');
  if (isServed(data)) throw new Failure(EXIT.conflict, 'the database runs: stop Waybill first');
  const fresh = path.join(home(), `new-restored-${process.pid}`);
  copyFiles(path.join(folder, 'data'), fresh, () => true);
  const kept = `${data}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  const wasThere = existsSync(data);
  if (wasThere) renameSync(data, kept);
  renameSync(fresh, data);
  cpSync(path.join(folder, 'password'), path.join(home(), 'password'));
  copySegments(path.join(folder, 'archive'), archiveFolder());
  giveTo(statSync(home()), path.join(home(), 'password'), data);
  const more = wasThere ? `; what was there is in ${kept}` : '';
  terminal.result({ ...mark, kept: wasThere ? kept : null }, () => `restored as of ${mark.at}${more}`);
  return EXIT.ok;
}

function markIn(folder: string): Mark {
  const file = path.join(folder, MARK);
  if (!existsSync(file)) throw new Failure(EXIT.notFound, `${folder} is no whole backup (it has no ${MARK})`);
  try {
    return markShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new Failure(EXIT.notFound, `${folder} is no whole backup (its ${MARK} is not as it was written)`);
  }
}

/** A segment never changes: one that is there already is the same. */
function copySegments(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (name.endsWith('.jsonl')) cpSync(path.join(from, name), path.join(to, name), { force: false });
  }
}

function isServed(data: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** To the account that the server runs as. */
function giveTo(owner: { uid: number; gid: number }, ...places: string[]): void {
  for (const place of places) {
    if (process.getuid?.() === 0) chownSync(place, owner.uid, owner.gid);
    if (statSync(place).isDirectory())
      giveTo(owner, ...readdirSync(place).map((name) => path.join(place, name)));
  }
}

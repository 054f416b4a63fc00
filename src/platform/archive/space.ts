import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sqlStateOf } from '../event-store/database-errors.js';
import { sessionOn } from '../event-store/sessions.js';

/** In bytes. */
export interface Space {
  readonly table: number;
  readonly indexes: number;
}

/** Up to this size a table is rewritten in moments, and nobody minds. */
const SMALL_BYTES = 256 * 2 ** 20;
const ARCHIVE_LOCK = 6_290_417_355;
/** For a lock on the log, and for those who still see it as it was: in milliseconds. */
const PATIENCE_MS = 5_000;
const POLL_MS = 50;
const SPACE = `
  select pg_table_size('platform.events')::int8 as table, pg_indexes_size('platform.events')::int8 as indexes`;

export class ArchiveBusy extends Error {
  override readonly name = 'ArchiveBusy';
}

/**
 * Of two that archive or restore at once the second is refused.
 *
 * @throws ArchiveBusy
 */
export async function aloneWithTheArchive<Result>(
  url: string,
  work: (session: pg.Client) => Promise<Result>,
): Promise<Result> {
  const settings = { statement_timeout: '0', lock_timeout: String(PATIENCE_MS) };
  const session = new pg.Client(sessionOn(url, { name: 'waybill-archive', settings }));
  try {
    await session.connect();
    const { rows } = await session.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      ARCHIVE_LOCK,
    ]);
    if (!rows[0]!.mine) throw new ArchiveBusy('the archive is being worked on: wait until that has ended');
    return await work(session);
  } finally {
    await session.end();
  }
}

export async function spaceOf(session: pg.Client): Promise<Space> {
  const { rows } = await session.query<Space>(SPACE);
  return rows[0]!;
}

/**
 * Makes room for new events; or writes the log anew without the gaps, so that the disk has them back, during which it can
 * be neither read nor written.
 *
 * @param compact absent: when the log is small
 * @returns whether the disk has the room back
 */
export async function makeRoom(session: pg.Client, compact: boolean | undefined): Promise<boolean> {
  const { table, indexes } = await spaceOf(session);
  if (!(compact ?? table + indexes <= SMALL_BYTES) || !(await earlierReadersEnded(session))) {
    await session.query('vacuum (analyze) platform.events');
    return false;
  }
  try {
    await session.query('vacuum (full, analyze) platform.events');
    return true;
  } catch (error) {
    if (sqlStateOf(error) !== '55P03') throw error;
    await session.query('vacuum (analyze) platform.events');
    return false;
  }
}

/** What a snapshot still sees is carried over when a table is written anew: also one of a statement that reads another. */
async function earlierReadersEnded(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ now: string }>('select pg_current_xact_id()::xid::text as now');
  const looking = `
    select from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database() and age(backend_xmin) >= age($1::text::xid)`;
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if ((await session.query(looking, [rows[0]!.now])).rowCount === 0) return true;
    await sleep(POLL_MS);
  }
  return false;
}

import pg from 'pg';
import { sqlStateOf } from '../event-store/database-errors.js';
import { READ_ONLY, sessionOn } from '../event-store/sessions.js';
import { MARKS, objections, type Mark, type Serving } from './marks.js';

/** The database is another one than these settings are for. */
export class WrongInstallation extends Error {
  override readonly name = 'WrongInstallation';
}

/** @throws WrongInstallation */
export function refuse(marks: readonly Mark[], serving: Serving): void {
  const found = objections(marks, serving);
  if (found.length > 0) throw new WrongInstallation(found.join('\n'));
}

/**
 * The look alone, for a starter that wants to know before it migrates.
 *
 * @throws WrongInstallation
 */
export async function refuseWrongInstallation(url: string, serving: Serving): Promise<void> {
  const client = new pg.Client(
    sessionOn(url, { name: 'waybill-start', settings: READ_ONLY, connectionTimeoutMs: 10_000 }),
  );
  try {
    await client.connect();
    refuse((await client.query<Mark>(MARKS)).rows, serving);
  } catch (error) {
    // A database that was never migrated, or by an older program, has no marks.
    if (sqlStateOf(error) !== '42P01') throw error;
  } finally {
    await client.end();
  }
}

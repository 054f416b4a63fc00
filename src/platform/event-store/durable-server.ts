import type { Database } from './database.js';

const WEAK = `select name from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`;

/**
 * A server that may forget what it acknowledged is found out at the start, not after a crash.
 *
 * @throws Error naming the settings that are off
 */
export async function refuseForgetful(database: Database): Promise<void> {
  const weak = await database.query<{ name: string }>(WEAK);
  if (weak.length === 0) return;
  const names = weak.map(({ name }) => name).join(', ');
  throw new Error(`PostgreSQL runs with ${names} off: acknowledged orders could be lost. Switch them on.`);
}

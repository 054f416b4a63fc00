import { sqlStateOf } from '../event-store/database-errors.js';
import type { Database } from '../event-store/database.js';
import type { SagaRegistry } from './saga-registry.js';

/** Sagas under way need a table that this program no longer has. */
export class MissingSagaTable extends Error {
  override readonly name = 'MissingSagaTable';
}

/**
 * Whoever leaves out a version that is still needed would leave its orders to nobody. What a newer program began is
 * another matter: it is left for that one.
 *
 * @throws MissingSagaTable naming each saga, its version and how many are under way
 */
export async function refuseMissingTables(
  database: Pick<Database, 'query'>,
  sagas: Pick<SagaRegistry, 'all'>,
): Promise<void> {
  const rows = await underWay(database);
  const missing = rows.filter(({ saga, version }) => {
    const known = sagas.all().find(({ name }) => name === saga)?.versions ?? [];
    return !known.includes(version) && version < Math.max(0, ...known);
  });
  if (missing.length === 0) return;
  const named = missing.map(({ saga, version, count }) => `${saga} ${version} (${count} under way)`);
  throw new MissingSagaTable(
    `This program has no table for sagas that have not ended: ${named.join(', ')}. ` +
      'Start the version that has it, or put it back under `earlier` in the table of the saga, until they have ended.',
  );
}

interface UnderWay {
  readonly saga: string;
  readonly version: number;
  readonly count: number;
}

async function underWay(database: Pick<Database, 'query'>): Promise<UnderWay[]> {
  try {
    return await database.query<UnderWay>(
      `select saga, table_version as version, count(*)::int as count from platform.sagas
       where state in ('running', 'compensating', 'needs-attention') group by 1, 2 order by 1, 2`,
    );
  } catch (error) {
    // Not migrated yet: nothing can be under way here, and readiness tells the rest.
    if (/^42(P01|703)$/.test(sqlStateOf(error) ?? '')) return [];
    throw error;
  }
}

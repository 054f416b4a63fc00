import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that ran somewhere, and the one that a program must know to live with it; null: any program can. */
export interface RanMigration {
  readonly name: string;
  readonly needs: string | null;
}

export interface SchemaFit {
  /** Migrations of the program that have not run. */
  readonly missing: readonly string[];
  /** Migrations of newer programs that this one cannot live with. */
  readonly unbearable: readonly string[];
}

export const RAN_MIGRATIONS = `
  select m.name, d.needs
  from public.schema_migrations m left join public.schema_demands d on d.migration = m.name order by m.id`;

export const CREATE_DEMANDS = `
  create table if not exists public.schema_demands (migration text primary key, needs text not null)`;

/**
 * A newer program may have migrated the database: what it added is in nobody's way. Only what takes something away says
 * so, and for whom.
 *
 * @param known every migration of the program
 * @param ran what RAN_MIGRATIONS yields
 */
export function fitOf(known: readonly string[], ran: readonly RanMigration[]): SchemaFit {
  const ours = new Set(known);
  const found = new Set(ran.map(({ name }) => name));
  return {
    missing: known.filter((name) => !found.has(name)),
    unbearable: ran
      .filter(({ name, needs }) => !ours.has(name) && needs !== null && !ours.has(needs))
      .map(({ name }) => name),
  };
}

/**
 * For the `up` of a migration that takes away what older programs rely on: they refuse to run beside it.
 *
 * @param needs the migration that came with the first program that no longer relies on it; the migration's own name
 *   when only programs that know this one can
 */
export async function demandProgram(
  runner: QueryRunner,
  migration: MigrationInterface,
  needs: string,
): Promise<void> {
  await runner.query('insert into public.schema_demands (migration, needs) values ($1, $2)', [
    migration.constructor.name,
    needs,
  ]);
}

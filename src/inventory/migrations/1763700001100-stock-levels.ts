import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second wall: whatever the rules decide, the database keeps units conserved and never oversold. */
export class StockLevels1763700001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists inventory`);
    await runner.query(`
      create table inventory.stock_levels (
        sku text primary key,
        on_hand bigint not null,
        reserved bigint not null,
        received bigint not null check (received >= 0),
        shipped bigint not null check (shipped >= 0),
        written_off bigint not null check (written_off >= 0),
        returned bigint not null check (returned >= 0),
        version int not null,
        entered bigint generated always as identity unique,
        constraint reserved_not_negative check (reserved >= 0),
        constraint never_oversold check (reserved <= on_hand),
        constraint units_conserved check (received + returned = on_hand + shipped + written_off)
      )`);
    await runner.query(`
      create view audit.stock as
      select sku, 'main' as location, received, on_hand, reserved, shipped, written_off, returned
      from inventory.stock_levels`);
    await runner.query(`grant select on audit.stock to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

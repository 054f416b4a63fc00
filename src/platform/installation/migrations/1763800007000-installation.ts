import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Installation1763800007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.installation (
        aspect text not null check (aspect in ('environment', 'payment-gateway', 'carrier')),
        value text not null,
        first_served_at timestamptz not null default clock_timestamp(),
        last_served_at timestamptz not null default clock_timestamp(),
        retired_at timestamptz,
        retired_because text,
        primary key (aspect, value),
        check ((retired_at is null) = (retired_because is null))
      )`);
    await runner.query(
      `comment on table platform.installation is 'How this database has been served, written by each instance at its start'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.installation');
  }
}

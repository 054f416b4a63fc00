import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unlogged: losing a minute's counts in a crash of the database costs nothing, flushing them would. */
export class RateLimits1763700000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table platform.rate_limits (
        principal text not null,
        time_window bigint not null,
        used int not null,
        primary key (principal, time_window)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failures of the simulated world that are rehearsed: each ends by itself, however it is forgotten. */
export class Drills1763841000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists simulator`);
    await runner.query(`
      create table simulator.drills (
        name text primary key,
        begun_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        begun_by text not null,
        reason text not null,
        check (ends_at > begun_at and ends_at <= begun_at + interval '1 day')
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

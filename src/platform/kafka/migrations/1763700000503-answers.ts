import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of outside services to questions that Waybill put to them over Kafka; read and removed by whoever asked. */
export class Answers1763700000503 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.answers (
        question_id uuid primary key,
        answer json not null,
        received_at timestamptz not null default clock_timestamp()
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

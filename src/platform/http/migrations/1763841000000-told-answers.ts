import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept of an answer is sealed; what its caller was told is known by its hash. */
export class ToldAnswers1763841000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table platform.idempotency add column told_sha256 text');
    await runner.query(`
      create or replace view audit.idempotency as
      select principal, route, key, fingerprint, 'completed'::text as state, status as http_status,
        coalesce(told_sha256, encode(sha256(convert_to(coalesce(body, ''), 'UTF8')), 'hex')) as body_sha256,
        resource_id, created_at, completed_at, expires_at
      from platform.idempotency`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

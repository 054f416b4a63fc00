import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answers that were given under an Idempotency-Key, kept for repeats. */
export class Idempotency1763700000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.idempotency (
        principal text not null,
        route text not null,
        key text not null,
        fingerprint text not null,
        command_id uuid not null,
        status smallint not null,
        body text,
        location text,
        etag text,
        resource_id text,
        position bigint,
        created_at timestamptz not null default clock_timestamp(),
        completed_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        primary key (principal, route, key)
      )`);
    await runner.query(`create index idempotency_expiry on platform.idempotency (expires_at)`);
    await runner.query(`
      create view audit.idempotency as
      select principal, route, key, fingerprint, 'completed'::text as state, status as http_status,
        encode(sha256(convert_to(coalesce(body, ''), 'UTF8')), 'hex') as body_sha256,
        resource_id, created_at, completed_at, expires_at
      from platform.idempotency`);
    await runner.query(`grant select on audit.idempotency to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

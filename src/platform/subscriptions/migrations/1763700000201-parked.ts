import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events set aside, in order within their sequence. Only the first unresolved row of a sequence is ever tried:
 * `retrying` until its attempts are used up, then `parked` until an operator decides; the rest is `behind` it.
 */
export class Parked1763700000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.parked (
        id uuid primary key,
        subscription text not null references platform.subscriptions (name),
        sequence text not null,
        position bigint not null,
        event_id uuid not null,
        stream_id text not null,
        version int not null,
        event_type text not null,
        state text not null check (state in ('retrying', 'parked', 'behind', 'resolved')),
        attempts int not null default 0,
        error text,
        next_attempt_at timestamptz not null default clock_timestamp(),
        parked_at timestamptz not null default clock_timestamp(),
        resolved_at timestamptz,
        resolution text check (resolution in ('delivered', 'discarded', 'rebuilt')),
        unique (subscription, position),
        check ((state = 'resolved') = (resolved_at is not null and resolution is not null))
      )`);
    await runner.query(`
      create index parked_in_order on platform.parked (subscription, sequence, position) where resolved_at is null`);
    await runner.query(`
      create view audit.parked as
      select subscription as consumer, event_id as message_id, sequence as msg_key, version,
        case state when 'behind' then 'behind-another' else 'handler-failed' end as reason_code,
        attempts, parked_at, resolved_at, resolution
      from platform.parked`);
    await runner.query(`grant select on audit.parked to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

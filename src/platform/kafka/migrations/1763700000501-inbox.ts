import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came in from Kafka: an inbox row commits with the effect, so a repeat is known for ever; what could not be
 * handled is a dead letter, and while one of a key is open the later ones of that key queue up behind it.
 */
export class Inbox1763700000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.inbox (
        consumer text not null,
        source text not null,
        message_id text not null,
        topic text not null,
        partition int not null,
        "offset" bigint not null,
        msg_key text,
        value_hash text not null,
        reply json,
        processed_at timestamptz not null default clock_timestamp(),
        primary key (consumer, source, message_id)
      )`);
    await runner.query(`
      create table platform.dead_letters (
        id uuid primary key,
        consumer text not null,
        topic text not null,
        partition int not null,
        "offset" bigint not null,
        message_id text,
        msg_key bytea,
        value bytea,
        headers json not null,
        reason text not null,
        error text not null,
        attempts int not null,
        failed_at timestamptz(3) not null default clock_timestamp(),
        state text not null default 'open' check (state in ('open', 'replayed', 'discarded')),
        resolved_at timestamptz,
        resolved_by text,
        resolution text,
        unique (consumer, topic, partition, "offset")
      )`);
    await runner.query(
      `create index dead_letters_open on platform.dead_letters (consumer, topic, msg_key) where state = 'open'`,
    );
    await runner.query(`
      create view audit.inbox as
      select consumer, message_id, msg_key, null::int as version, processed_at from platform.inbox`);
    await runner.query(`grant select on audit.inbox to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

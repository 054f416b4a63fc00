import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What leaves for Kafka. `publications` is written at each start from the rooms' declarations; `published` gets a row
 * in the transaction that moves the relay's checkpoint.
 */
export class Outbox1763700000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.publications (
        event_type text primary key,
        topic text not null
      )`);
    await runner.query(`
      create table platform.published (
        event_id uuid primary key,
        partition int not null,
        "offset" bigint not null,
        published_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(`
      create view audit.outbox as
      select e.event_id, p.topic, substr(e.stream_id, position('-' in e.stream_id) + 1) as msg_key,
        case when d.event_id is null then 'pending' else 'published' end as state,
        d.partition, d."offset", d.published_at
      from platform.events e
      join platform.publications p on p.event_type = e.type
      left join platform.published d on d.event_id = e.event_id`);
    await runner.query(`grant select on audit.outbox to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

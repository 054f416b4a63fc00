import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row for each table that is tidied. An event counts as published when its row says so or has been removed: then it
 * lies before the relay's checkpoint, and is neither set aside nor discarded there.
 */
export class Retention1763800002005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.retention (
        name text primary key,
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        started_at timestamptz,
        finished_at timestamptz,
        next_run_at timestamptz not null default clock_timestamp(),
        deleted bigint not null default 0,
        deleted_total bigint not null default 0,
        error text
      )`);
    await runner.query(`
      create or replace view audit.outbox as
      select e.event_id, p.topic, substr(e.stream_id, position('-' in e.stream_id) + 1) as msg_key,
        case when d.event_id is not null then 'published'
          when e.recorded_at < coalesce((select min(published_at) from platform.published), 'infinity')
            and e.position <= (select position from platform.subscriptions where name = 'kafka.relay')
            and not exists (
              select from platform.parked k where k.subscription = 'kafka.relay' and k.position = e.position
                and (k.resolved_at is null or k.resolution = 'discarded'))
            and (select deleted_total > 0 from platform.retention where name = 'platform.published')
          then 'published' else 'pending' end as state,
        d.partition, d."offset", d.published_at
      from platform.events e
      join platform.publications p on p.event_type = e.type
      left join platform.published d on d.event_id = e.event_id`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

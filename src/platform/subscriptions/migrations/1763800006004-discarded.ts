import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was discarded is part of the history of its subscription, kept for as long as the log: whoever computes a model
 * anew leaves out what the live one was spared. Written by the database, whichever way a row is discarded.
 */
export class Discarded1763800006004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.discarded (
        subscription text not null,
        position bigint not null,
        event_id uuid not null,
        discarded_at timestamptz not null default clock_timestamp(),
        primary key (subscription, position, event_id)
      )`);
    await runner.query(`
      insert into platform.discarded (subscription, position, event_id, discarded_at)
      select subscription, position, event_id, resolved_at from platform.parked where resolution = 'discarded'`);
    await runner.query(`
      create function platform.remember_discarded() returns trigger language plpgsql as $$
      begin
        insert into platform.discarded (subscription, position, event_id)
        values (new.subscription, new.position, new.event_id) on conflict do nothing;
        return null;
      end $$`);
    await runner.query(`
      create trigger discards_are_remembered after update of resolution on platform.parked
      for each row when (new.resolution = 'discarded' and old.resolution is distinct from 'discarded')
      execute function platform.remember_discarded()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log. Whoever inserts, by whatever road, takes one advisory lock before the first position is drawn (a
 * BEFORE STATEMENT trigger fires before identity values are computed), and holds it until commit: so the order of
 * positions is the order of commits, and a reader needs no more than `position > $1`.
 */
export class EventLog1763700000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists platform`);
    await runner.query(`
      create table platform.events (
        position bigint generated always as identity primary key,
        stream_id text not null check (stream_id ~ '^[a-z]+-.+$'),
        version int not null check (version > 0),
        event_id uuid not null,
        command_id uuid not null,
        command_index int not null check (command_index >= 0),
        type text not null,
        schema_version smallint not null check (schema_version > 0),
        data json not null,
        metadata json not null,
        occurred_at timestamptz(3) not null,
        recorded_at timestamptz not null default clock_timestamp(),
        unique (stream_id, version),
        unique (command_id, command_index)
      )`);
    await runner.query(`
      create function platform.lock_the_log() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        return null;
      end $$`);
    await runner.query(`
      create trigger one_writer_at_a_time before insert on platform.events
      for each statement execute function platform.lock_the_log()`);
    await runner.query(`
      create function platform.refuse_to_rewrite_history() returns trigger language plpgsql as $$
      begin
        raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
      end $$`);
    await runner.query(`
      create trigger events_are_immutable before update or delete or truncate on platform.events
      for each statement execute function platform.refuse_to_rewrite_history()`);
    await runner.query(`
      create table platform.snapshots (
        stream_id text not null,
        version int not null,
        shape int not null,
        event_id uuid not null,
        position bigint not null,
        occurred_at timestamptz(3) not null,
        state json not null,
        primary key (stream_id, version, shape)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

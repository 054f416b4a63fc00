import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where an instant lies in the log, and in one stream of it. Events are recorded in the order of their positions, so it
 * is found by halving, without an index that every append would have to pay for.
 *
 * `platform.position_at(at)` is the first position recorded at or after the instant, `platform.version_since(stream, at)`
 * the first such version; one more than the last where there is none.
 */
export class TimeInTheLog1763800002003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.position_at(at timestamptz) returns bigint language plpgsql stable as $$
      declare
        low bigint;
        high bigint;
        middle bigint;
        probe record;
      begin
        select coalesce(min(position), 1), coalesce(max(position), 0) + 1 into low, high from platform.events;
        while low < high loop
          middle := low + (high - low) / 2;
          select e.position, e.recorded_at into probe
          from platform.events e where e.position >= middle order by e.position limit 1;
          if not found then
            high := middle;
          elsif probe.recorded_at < at then
            low := probe.position + 1;
          else
            high := middle;
          end if;
        end loop;
        return low;
      end $$`);
    await runner.query(`
      create function platform.version_since(stream text, at timestamptz) returns int language plpgsql stable as $$
      declare
        low int := 1;
        high int;
        middle int;
      begin
        select coalesce(max(version), 0) + 1 into high from platform.events where stream_id = stream;
        while low < high loop
          middle := low + (high - low) / 2;
          if (select recorded_at < at from platform.events where stream_id = stream and version = middle) then
            low := middle + 1;
          else
            high := middle;
          end if;
        end loop;
        return low;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

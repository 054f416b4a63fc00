import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `platform.version_as_of(stream, moment)`: an event counts from the earlier of its two times, so that a time that a thing
 * shows, which is that of the command, leads to the state that it tells of. Neither of them ever goes back in a stream.
 */
export class VersionByEitherClock1763847000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function platform.version_as_of(stream text, moment timestamptz) returns int
      language plpgsql stable as $$
      declare
        known int := 0;
        later int;
        middle int;
      begin
        select coalesce(max(e.version), 0) + 1 into later from platform.events e where e.stream_id = stream;
        while later - known > 1 loop
          middle := (known + later) / 2;
          if (select least(date_trunc('milliseconds', e.recorded_at), e.occurred_at) from platform.events e
              where e.stream_id = stream and e.version = middle) <= moment then
            known := middle;
          else
            later := middle;
          end if;
        end loop;
        return known;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `platform.version_as_of(stream, moment)`: the version a stream had when it was that late by the database's clock, 0 when
 * it did not exist yet. Found by halving, so that long streams cost no more than short ones.
 */
export class VersionAt1763800006003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.version_as_of(stream text, moment timestamptz) returns int
      language plpgsql stable as $$
      declare
        known int := 0;
        later int;
        middle int;
      begin
        select coalesce(max(e.version), 0) + 1 into later from platform.events e where e.stream_id = stream;
        while later - known > 1 loop
          middle := (known + later) / 2;
          if (select date_trunc('milliseconds', e.recorded_at) from platform.events e
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

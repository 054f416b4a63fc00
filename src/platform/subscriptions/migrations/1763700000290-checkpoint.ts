import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moves checkpoints inside an append: refused, with the append, where the fence is no longer the newest. */
export class Checkpoint1763700000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.checkpoint(moves json) returns void language plpgsql as $$
      declare moved int;
      begin
        update platform.subscriptions s
        set position = greatest(s.position, m.position), updated_at = clock_timestamp(), last_error = null,
          failing_since = null
        from json_to_recordset(moves) as m(name text, fence bigint, position bigint)
        where s.name = m.name and s.fence = m.fence;
        get diagnostics moved = row_count;
        if moved <> json_array_length(moves) then
          raise exception 'a subscription has another owner' using errcode = 'WB409';
        end if;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

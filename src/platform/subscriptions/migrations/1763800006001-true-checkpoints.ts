import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A checkpoint tells what a subscription has seen of this log, so it never passes the log's own head, and it moves
 * only from where its holder left it and past an event that the log knows. One that stands beyond the head all the
 * same (the log was restored, or lost its last part) stops its subscription in the state `beyond-head`; what was
 * recorded up to `moved_at` is what it has seen of the log as it is now.
 */
export class TrueCheckpoints1763800006001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table platform.subscriptions drop constraint subscriptions_state_check`);
    await runner.query(`
      alter table platform.subscriptions add constraint subscriptions_state_check
        check (state in ('running', 'paused', 'beyond-head'))`);
    await runner.query(`alter table platform.subscriptions add column moved_at timestamptz`);
    await runner.query(`update platform.subscriptions set moved_at = updated_at`);
    await runner.query(`
      create function platform.refuse_beyond_head() returns trigger language plpgsql as $$
      begin
        if new.position > (select coalesce(max(e.position), 0) from platform.events e) then
          raise exception 'the checkpoint of % would stand beyond the head of the log', new.name using errcode = 'WB410';
        end if;
        new.moved_at := clock_timestamp();
        return new;
      end $$`);
    await runner.query(`
      create trigger never_beyond_the_head before update of position on platform.subscriptions
      for each row when (new.position > old.position) execute function platform.refuse_beyond_head()`);
    await runner.query(`
      create or replace function platform.checkpoint(moves json) returns void language plpgsql as $$
      declare moved int;
      begin
        update platform.subscriptions s
        set position = greatest(s.position, m.position), updated_at = clock_timestamp(), last_error = null,
          failing_since = null
        from json_to_recordset(moves) as m(name text, fence bigint, position bigint, "from" bigint)
        where s.name = m.name and s.fence = m.fence and s.position = coalesce(m."from", s.position);
        get diagnostics moved = row_count;
        if moved <> json_array_length(moves) then
          raise exception 'a subscription has another owner' using errcode = 'WB409';
        end if;
        if exists (
          select from json_to_recordset(moves) as m(last json), lateral json_to_record(m.last) as l(position bigint, id uuid)
          where l.position is not null and not exists (
            select from platform.events e where e.position = l.position and e.event_id = l.id)
        ) then
          raise exception 'the log does not know an event that was read from it' using errcode = 'WB410';
        end if;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

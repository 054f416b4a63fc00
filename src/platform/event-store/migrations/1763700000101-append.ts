import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `platform.append(items, alongside)`: many appends in one statement, hence one round trip and one flush. A loser
 * (stale head, known command) costs only itself. A head is a version AND the id of the event that holds it, so an
 * append that was decided on an event which then lost its own race can never slip in behind somebody else's.
 *
 * items: [{ c: command id, h: [{ s, v, id }] heads, e: [{ s, v, id, i, t, n, d, m, at }] events }]
 * alongside: [{ q: statement taking $1::json rows, r: [{ item, row }] }], run for the winners only; prepared once for
 * each connection, since planning them anew took longer than running them
 *
 * enable_seqscan is off because a plan made while the log was empty would otherwise scan it for ever.
 */
export class Append1763700000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.append(items json, alongside json)
      returns table (item int, outcome text, last_position bigint, first_event uuid)
      language plpgsql set enable_seqscan = off as $$
      declare
        entry json;
        command uuid; -- once for each entry: inside the insert it would parse the whole entry again for each row
        extra record;
        winners int[] := '{}';
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        item := 0;
        for entry in select value from json_array_elements(items) loop
          last_position := null;
          command := (entry->>'c')::uuid;
          select e.event_id into first_event from platform.events e
          where e.command_id = command and e.command_index = 0;
          if found then
            outcome := 'duplicate';
          elsif exists (
            select from json_to_recordset(entry->'h') as h(s text, v int, id uuid)
            left join lateral (
              select e.version, e.event_id from platform.events e
              where e.stream_id = h.s order by e.version desc limit 1) head on true
            where coalesce(head.version, 0) <> h.v or head.event_id is distinct from h.id
          ) then
            outcome := 'conflict';
          else
            with inserted as (
              insert into platform.events (stream_id, version, event_id, command_id, command_index, type,
                schema_version, data, metadata, occurred_at)
              select e.s, e.v, e.id, command, e.i, e.t, e.n, e.d, e.m, e.at
              from json_to_recordset(entry->'e')
                as e(s text, v int, id uuid, i int, t text, n smallint, d json, m json, at timestamptz)
              order by e.i
              returning position)
            select max(position) into last_position from inserted;
            outcome := 'appended';
            winners := winners || item;
          end if;
          return next;
          item := item + 1;
        end loop;
        for extra in
          select a.q, 'alongside_' || md5(a.q) as name, json_agg(r.row order by r.item) as won
          from json_to_recordset(alongside) as a(q text, r json),
            json_to_recordset(a.r) as r(item int, row json)
          where r.item = any (winners)
          group by a.q
        loop
          if not exists (select from pg_prepared_statements p where p.name = extra.name) then
            execute format('prepare %I (json) as %s', extra.name, extra.q);
          end if;
          execute format('execute %I (%L)', extra.name, extra.won);
        end loop;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programs before this one stored addresses in clear. Erasing is the one change that the log accepts of what stands in
 * it: everything as it was, and a personal field that reads "erased".
 */
export class ClearText1763821000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // An address is what has a line, a town and a postal code, however deep it stands.
    await runner.query(`
      create function personal.erased_form(value jsonb) returns jsonb language plpgsql immutable strict as $$
      begin
        case jsonb_typeof(value)
          when 'object' then
            return coalesce((
              select jsonb_object_agg(key, case
                when value ?& array['line1', 'city', 'postalCode'] and jsonb_typeof(part) = 'string'
                  and key = any (array['name', 'line1', 'line2', 'city', 'region', 'postalCode'])
                  and part #>> '{}' not like 'sealed:%'
                  then to_jsonb('erased'::text) else personal.erased_form(part) end)
              from jsonb_each(value) as each(key, part)), '{}');
          when 'array' then
            return coalesce((
              select jsonb_agg(personal.erased_form(part) order by n)
              from jsonb_array_elements(value) with ordinality as each(part, n)), '[]');
          else return value;
        end case;
      end $$`);
    await runner.query(`
      create function personal.holds_clear_text(value json) returns boolean language sql immutable strict as $$
        select value::text like '%"postalCode"%' and personal.erased_form(value::jsonb) <> value::jsonb
      $$`);
    await runner.query(`drop trigger events_are_immutable on platform.events`);
    await runner.query(`
      create trigger events_are_immutable before delete or truncate on platform.events
      for each statement execute function platform.refuse_to_rewrite_history()`);
    await runner.query(`
      create function platform.only_erase_from_history() returns trigger language plpgsql as $$
      declare
        rest platform.events := new;
      begin
        rest.data := old.data;
        if rest::text = old::text and new.data::jsonb <> old.data::jsonb
          and new.data::jsonb = personal.erased_form(old.data::jsonb) then
          return new;
        end if;
        raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
      end $$`);
    await runner.query(`
      create trigger events_are_only_erased before update on platform.events
      for each row execute function platform.only_erase_from_history()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

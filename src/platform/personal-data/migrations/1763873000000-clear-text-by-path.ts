import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Asked of every event that is sealed, and of nearly all the answer is no: addresses are found by one path instead of by
 * making the erased form of all that stands around them. What is true of it stays the same.
 */
export class ClearTextByPath1763873000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function personal.holds_clear_text(value json) returns boolean
      language sql immutable strict as $$
        select value::text like '%"postalCode"%' and exists (
          select from jsonb_path_query(value::jsonb, 'strict $.** ? (@.type() == "object"
            && exists (@.line1) && exists (@.city) && exists (@.postalCode))') as address
          cross join lateral jsonb_each(address) as field(key, part)
          where key = any (array['name', 'line1', 'line2', 'city', 'region', 'postalCode'])
            and jsonb_typeof(part) = 'string' and part #>> '{}' not like 'sealed:%' and part #>> '{}' <> 'erased')
      $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The live table may get an index, a column or a check while a rebuild fills the table beside it. `platform.switch_tables`
 * then refuses with `WB001`, and the rebuild begins again: what was added would be gone with the old table.
 */
export class SwitchLikeTables1763872000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.table_shape(of_table regclass) returns setof text language sql stable as $$
        select format('%s %s %s %s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid))
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped
        union all
        select shape from platform.index_shapes(of_table)
        union all
        select pg_get_constraintdef(oid) from pg_constraint where conrelid = of_table and contype = 'c'
      $$`);
    await runner.query(
      'alter function platform.switch_tables(text, text, text) rename to switch_like_tables',
    );
    await runner.query(`
      create function platform.switch_tables(schema_name text, live text, rebuilt text)
      returns void language plpgsql as $$
      declare
        old_table regclass := format('%I.%I', schema_name, live);
        new_table regclass := format('%I.%I', schema_name, rebuilt);
      begin
        execute format('lock table %s in access exclusive mode', old_table);
        if exists (select platform.table_shape(old_table) except all select platform.table_shape(new_table))
          or exists (select platform.table_shape(new_table) except all select platform.table_shape(old_table)) then
          raise exception '% was changed while it was rebuilt', old_table using errcode = 'WB001';
        end if;
        perform platform.switch_like_tables(schema_name, live, rebuilt);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

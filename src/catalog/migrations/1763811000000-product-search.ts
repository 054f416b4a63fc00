import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0-99, 100-199, 200-499, 500-999 and so on: right for every currency and every kind of shop. */
const BANDS = `{
  100,200,500,1000,2000,5000,10000,20000,50000,100000,200000,500000,1000000,2000000,5000000,
  10000000,20000000,50000000,100000000,200000000,500000000,1000000000,2000000000,5000000000,
  10000000000,20000000000,50000000000,100000000000,200000000000,500000000000,1000000000000,
  2000000000000,5000000000000,10000000000000,20000000000000,50000000000000,100000000000000,
  200000000000000,500000000000000}`;

/**
 * Ranked search and lists in any order. Rows that are there already can be found at once, and are ranked as soon as the
 * model has been rebuilt in its new shape.
 */
export class ProductSearch1763811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table catalog.product_list
        add column name_key text collate "C" not null default '',
        add column search tsvector not null default '',
        add column price_band int not null
          generated always as (width_bucket(amount_minor, '${BANDS}'::bigint[])) stored`);
    await runner.query(`
      update catalog.product_list set
        name_key = left(lower(name), 60),
        search = array_to_tsvector(array_remove(string_to_array(words, ' '), ''))`);
    await runner.query(`create index product_list_search on catalog.product_list using gin (search)`);
    await runner.query(`
      create index product_list_sku on catalog.product_list (lower(sku)) where not archived`);
    await runner.query(`
      create index product_list_name on catalog.product_list (name_key, sku) where not archived`);
    await runner.query(`
      create index product_list_category_name on catalog.product_list (category, name_key, sku) where not archived`);
    await runner.query(`
      create index product_list_amount on catalog.product_list (amount_minor, sku) where not archived`);
    await runner.query(`
      create index product_list_currency_amount on catalog.product_list (currency, amount_minor, sku)
      where not archived`);
    await runner.query(`
      create index product_list_category_amount on catalog.product_list (category, amount_minor, sku)
      include (currency, price_band) where not archived`);
    await runner.query(`drop index catalog.product_list_price`);
    await runner.query(`
      create table catalog.product_availability (
        sku text primary key,
        available bigint not null
      ) with (fillfactor = 80)`);
    await runner.query(`
      create index product_availability_in_stock on catalog.product_availability (sku) where available > 0`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

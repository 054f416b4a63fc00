import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProductList1763700001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists catalog`);
    await runner.query(`
      create table catalog.product_list (
        sku text primary key,
        name text not null,
        description text,
        category text not null,
        amount_minor bigint not null,
        currency text not null,
        archived boolean not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        version int not null,
        created_position bigint not null,
        words text not null
      )`);
    await runner.query(`
      create index product_list_newest on catalog.product_list (created_position desc) where not archived`);
    await runner.query(`
      create index product_list_category on catalog.product_list (category, created_position desc) where not archived`);
    await runner.query(`
      create index product_list_price on catalog.product_list (currency, amount_minor) where not archived`);
    await runner.query(`
      create index product_list_words on catalog.product_list using gin (to_tsvector('simple', words))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

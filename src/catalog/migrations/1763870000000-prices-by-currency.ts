import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prices of a currency are counted from their index alone, as those of a category are. Built beside a table in use. */
export class PricesByCurrency1763870000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index concurrently if exists catalog.product_list_currency_price`);
    await runner.query(`
      create index concurrently product_list_currency_price on catalog.product_list (currency, amount_minor, sku)
      include (category, price_band) where not archived`);
    await runner.query(`drop index concurrently if exists catalog.product_list_currency_amount`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

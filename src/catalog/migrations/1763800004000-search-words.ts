import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search compares words as the program folds them. No parser and no dictionary of the server comes between, so what
 * is found does not depend on its locale. The bound keeps every word below what a lexeme may hold.
 */
export class SearchWords1763800004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update catalog.product_list set words = regexp_replace(words, '(\\S{100})\\S+', '\\1', 'g')
      where words ~ '\\S{101}'`);
    await runner.query(`drop index catalog.product_list_words`);
    await runner.query(`
      create index product_list_words on catalog.product_list
      using gin (array_to_tsvector(string_to_array(words, ' ')))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

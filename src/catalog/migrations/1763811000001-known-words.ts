import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words of the catalogue, and those that look like a given one. `pg_trgm` is a trusted extension: whoever may create
 * schemas in the database may install it. Where somebody has done so already, it is used from where it is.
 */
export class KnownWords1763811000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm with schema catalog`);
    await runner.query(`create table catalog.known_words (word text collate "C" primary key)`);
    await runner.query(`
      do $do$
      declare
        home text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                      where e.extname = 'pg_trgm');
      begin
        execute format('create index known_words_trigrams on catalog.known_words using gin (word %I.gin_trgm_ops)', home);
        execute format($create$
          create function catalog.words_like(asked text, at_most int) returns setof text
          language sql stable strict
          set search_path = %I, pg_temp
          set pg_trgm.similarity_threshold = '0.12'
          as $body$
            -- The most similar of those that differ by two letters at most in length.
            select k.word from catalog.known_words k
            where k.word %% asked and length(k.word) between length(asked) - 2 and length(asked) + 2
            order by similarity(k.word, asked) desc, k.word
            limit at_most
          $body$ $create$, home);
      end $do$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

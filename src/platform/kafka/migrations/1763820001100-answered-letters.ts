import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter whose sender has been told holds nobody up. */
export class AnsweredLetters1763820001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table platform.dead_letters add column answered boolean not null default false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table platform.dead_letters drop column answered');
  }
}

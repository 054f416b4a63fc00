import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has served its time is found by when it ended. */
export class OperationsThatEnded1763830000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index operations_ended on platform.operations (finished_at) where finished_at is not null',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

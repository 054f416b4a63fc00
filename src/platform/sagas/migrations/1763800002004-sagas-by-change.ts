import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order in which operators page through sagas, for each state; times are shown in milliseconds. */
export class SagasByChange1763800002004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index sagas_by_change on platform.sagas
        (saga, state, date_trunc('milliseconds', updated_at at time zone 'UTC'), saga_id)`);
    await runner.query(`drop index platform.sagas_by_state`);
    await runner.query(`
      create index sagas_stuck on platform.sagas (updated_at) where state = 'needs-attention'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large an entry is, so that a page can be cut before anything large is read. */
export class TimelineBytes1763800004003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table fulfilment.order_timeline
      add column bytes int not null generated always as (octet_length(data::text)) stored`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

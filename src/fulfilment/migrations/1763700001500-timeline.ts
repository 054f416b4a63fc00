import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Timeline1763700001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists fulfilment`);
    await runner.query(`
      create table fulfilment.order_timeline (
        event_id text primary key,
        order_id uuid not null,
        position bigint not null,
        stream text not null,
        version int not null,
        type text not null,
        data json not null,
        actor text not null,
        reason text,
        occurred_at timestamptz(3) not null,
        correlation_id text not null,
        causation_id text
      )`);
    await runner.query(`create index order_timeline_of on fulfilment.order_timeline (order_id, position)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

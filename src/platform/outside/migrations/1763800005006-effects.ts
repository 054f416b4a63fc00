import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rooms do outside when they hear of an event: the intent commits with the checkpoint, the outcome later. */
export class Effects1763800005006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.effects (
        subscription text not null,
        position bigint not null,
        sequence text not null,
        state text not null default 'due' check (state in ('due', 'asked', 'done')),
        due_at timestamptz not null default clock_timestamp(),
        lease_until timestamptz,
        fence bigint not null default 0,
        attempts int not null default 0,
        outcome text,
        last_error text,
        created_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        primary key (subscription, position),
        check ((state = 'done') = (ended_at is not null and outcome is not null))
      )`);
    await runner.query(`
      create index effects_due on platform.effects (subscription, due_at) where state <> 'done'`);
    await runner.query(`
      create index effects_in_order on platform.effects (subscription, sequence, position) where state <> 'done'`);
    await runner.query(`create index effects_ended on platform.effects (ended_at) where state = 'done'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

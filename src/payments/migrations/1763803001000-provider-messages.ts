import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What providers have told about payments, each once, and what came of it. */
export class ProviderMessages1763803001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payments.provider_messages (
        provider text not null,
        message_id text not null,
        type text not null,
        payment_id uuid,
        became text not null check (became in ('applied', 'nothing-to-do', 'refused', 'not-ours')),
        received_at timestamptz not null default clock_timestamp(),
        primary key (provider, message_id)
      )`);
    await runner.query(`
      create index provider_messages_by_time on payments.provider_messages (received_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

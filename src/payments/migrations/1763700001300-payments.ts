import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second wall around money: whatever the rules decide, nothing is captured twice or refunded beyond that. */
export class Payments1763700001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists payments`);
    await runner.query(`
      create table payments.payments (
        payment_id uuid primary key,
        order_id uuid not null,
        customer_id uuid not null,
        gateway_key uuid not null unique,
        state text not null
          check (state in ('requested', 'captured', 'declined', 'unknown', 'voided', 'refunded')),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        amount_minor bigint not null check (amount_minor >= 0),
        captured_minor bigint not null,
        refunded_minor bigint not null,
        refund_due_at timestamptz,
        refund_attempts int not null default 0,
        version int not null,
        constraint captured_at_most_asked check (captured_minor between 0 and amount_minor),
        constraint refunded_at_most_captured check (refunded_minor between 0 and captured_minor)
      )`);
    await runner.query(`create index payments_of_order on payments.payments (order_id)`);
    await runner.query(`
      create unique index one_live_payment_per_order on payments.payments (order_id)
      where state in ('requested', 'unknown', 'captured')`);
    await runner.query(`
      create index refunds_due on payments.payments (refund_due_at) where refund_due_at is not null`);
    await runner.query(`
      create view audit.payments as
      select payment_id, order_id, 1 as attempt, gateway_key, state, currency, amount_minor, captured_minor,
        refunded_minor
      from payments.payments`);
    await runner.query(`grant select on audit.payments to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

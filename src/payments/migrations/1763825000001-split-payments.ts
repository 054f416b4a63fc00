import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that two pay, an account a part and a card the rest: the parts are the whole, taken and given back. */
export class SplitPayments1763825000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payments.payments
        add wallet_part_minor bigint not null default 0,
        add wallet_part_refunded_minor bigint not null default 0,
        add constraint part_at_most_whole check (wallet_part_minor between 0 and amount_minor),
        add constraint part_refunded_at_most_part check (
          wallet_part_refunded_minor between 0 and least(wallet_part_minor, refunded_minor)),
        add constraint rest_refunded_at_most_rest check (
          refunded_minor - wallet_part_refunded_minor <= greatest(captured_minor - wallet_part_minor, 0))`);
    await runner.query(`
      create or replace view audit.payments as
      select payment_id, order_id, 1 as attempt, gateway_key, state, currency, amount_minor, captured_minor,
        refunded_minor, wallet_part_minor, wallet_part_refunded_minor
      from payments.payments`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

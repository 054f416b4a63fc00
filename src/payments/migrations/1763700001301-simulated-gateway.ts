import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal of the simulated gateway: not ours but the outside world's, and the truth about what was charged. */
export class SimulatedGateway1763700001301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists simulator`);
    await runner.query(`
      create table simulator.charges (
        key uuid primary key,
        entered bigint generated always as identity unique,
        payment_id uuid,
        order_id uuid,
        method text,
        currency text,
        amount_minor bigint check (amount_minor >= 0),
        state text not null check (state in ('failed', 'captured', 'declined', 'cancelled')),
        decline_code text,
        reference text not null,
        attempts int not null,
        refunded_minor bigint not null default 0,
        settles_at timestamptz not null,
        created_at timestamptz not null default clock_timestamp(),
        cancelled_at timestamptz,
        constraint refunded_at_most_charged check (refunded_minor between 0 and amount_minor)
      )`);
    await runner.query(`create index charges_of_order on simulator.charges (order_id)`);
    await runner.query(`
      create table simulator.refunds (
        key uuid primary key,
        charge_key uuid not null,
        payment_id uuid not null,
        order_id uuid not null,
        currency text not null,
        amount_minor bigint not null check (amount_minor >= 0),
        reference text not null,
        created_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(`create index refunds_of_charge on simulator.refunds (charge_key)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

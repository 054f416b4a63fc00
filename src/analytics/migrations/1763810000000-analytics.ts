import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Analytics1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema analytics`);
    await runner.query(`
      create table analytics.order_facts (
        order_id uuid primary key,
        customer_id uuid not null,
        currency text not null,
        total_minor bigint not null check (total_minor >= 0),
        units bigint not null,
        created_at timestamptz(3) not null,
        confirmed_at timestamptz(3),
        reserved_at timestamptz(3),
        paid_at timestamptz(3),
        shipped_at timestamptz(3),
        delivered_at timestamptz(3),
        cancelled_at timestamptz(3),
        cancellation_code text,
        check ((cancelled_at is null) = (cancellation_code is null))
      )`);
    await runner.query(`
      create index order_facts_created on analytics.order_facts (created_at)
      include (confirmed_at, reserved_at, paid_at, shipped_at, delivered_at, cancelled_at)`);
    await runner.query(`
      create index order_facts_paid on analytics.order_facts (paid_at)
      include (currency, total_minor, units) where paid_at is not null`);
    await runner.query(`
      create index order_facts_cancelled on analytics.order_facts (cancelled_at) where cancelled_at is not null`);
    await runner.query(`
      create index order_facts_customer on analytics.order_facts (customer_id, paid_at) where paid_at is not null`);
    await runner.query(`
      create table analytics.sold_lines (
        order_id uuid,
        sku text,
        name text not null,
        currency text not null,
        quantity bigint not null,
        amount_minor bigint not null,
        paid_at timestamptz(3),
        cancelled boolean not null,
        primary key (order_id, sku)
      )`);
    await runner.query(`
      create index sold_lines_paid on analytics.sold_lines (paid_at)
      include (sku, currency, quantity, amount_minor) where paid_at is not null and not cancelled`);
    await runner.query(`create index sold_lines_sku on analytics.sold_lines (sku, paid_at)`);
    await runner.query(`
      create table analytics.refund_facts (
        refund_id uuid primary key,
        order_id uuid not null,
        currency text not null,
        amount_minor bigint not null,
        refunded_at timestamptz(3) not null
      )`);
    await runner.query(`
      create index refund_facts_at on analytics.refund_facts (refunded_at) include (currency, amount_minor)`);
    await runner.query(`
      create table analytics.stock_moves (
        sku text,
        hour int,
        received bigint not null,
        shipped bigint not null,
        lost bigint not null,
        primary key (sku, hour)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal of the simulated carrier: not ours but the outside world's, and the truth about what was sent. */
export class SimulatedCarrier1763700001401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists simulator`);
    await runner.query(`
      create table simulator.parcels (
        key uuid primary key,
        entered bigint generated always as identity unique,
        shipment_id uuid,
        order_id uuid,
        country text,
        postal_code text,
        state text not null check (state in ('accepted', 'refused', 'cancelled')),
        detail text,
        tracking_number text not null,
        attempts int not null,
        settles_at timestamptz not null,
        created_at timestamptz not null default clock_timestamp(),
        cancelled_at timestamptz
      )`);
    await runner.query(`create index parcels_of_order on simulator.parcels (order_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals over the log: each is a stretch of it with a proof for every row, and carries the digest of the one before. What
 * they say is compared with the log by `cli verify --chain`, and their digests are kept outside of the database as well,
 * because whoever owns it can rewrite both.
 */
export class Seals1763850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.seals (
        number bigint primary key check (number > 0),
        chain uuid not null,
        after bigint,
        up_to bigint not null unique,
        positions bigint[] not null check (cardinality(positions) > 0),
        event_ids uuid[] not null check (cardinality(event_ids) = cardinality(positions)),
        streams text[] not null check (cardinality(streams) = cardinality(positions)),
        versions int[] not null check (cardinality(versions) = cardinality(positions)),
        proofs bytea[] not null check (cardinality(proofs) = cardinality(positions)),
        erased bytea[] check (cardinality(erased) = cardinality(positions)),
        previous bytea not null,
        digest bytea not null,
        sealed_at timestamptz(3) not null,
        check (after < up_to and positions[cardinality(positions)] = up_to)
      )`);
    await runner.query(`
      create function platform.refuse_to_break_a_seal() returns trigger language plpgsql as $$
      begin
        raise exception 'seals are immutable: % on platform.seals is refused', tg_op using errcode = '42501';
      end $$`);
    await runner.query(`
      create trigger seals_are_immutable before update or delete or truncate on platform.seals
      for each statement execute function platform.refuse_to_break_a_seal()`);
    await runner.query(`
      create table platform.sealing (
        one boolean primary key default true check (one),
        chain uuid,
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        next_turn_at timestamptz not null default clock_timestamp(),
        checked bigint not null default 0,
        broken json,
        broken_since timestamptz
      )`);
    await runner.query(`insert into platform.sealing default values`);
    await runner.query(`
      create table platform.seal_anchors (
        name text primary key,
        number bigint not null,
        anchored_at timestamptz,
        error text,
        failing_since timestamptz
      )`);
    await runner.query(`
      create view audit.seals as
      select number, chain, after, up_to, cardinality(positions) as rows, encode(previous, 'hex') as prev_hash,
        encode(digest, 'hex') as hash, sealed_at
      from platform.seals`);
    await runner.query(`grant select on audit.seals to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What operators did, as a chain: each row carries the hash of the one before it, and a trigger makes both, so
 * whoever inserts cannot get it wrong. `hash = sha256(hashed)`, where `hashed` is a JSON array of all columns and
 * the previous hash. Changed, removed, inserted and swapped rows are found by `platform.broken_operator_action()`;
 * rows cut off at the end only by whoever keeps an older head.
 */
export class OperatorActions1763700000204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.operator_actions (
        seq bigint primary key,
        at timestamptz not null,
        actor text not null,
        action text not null,
        object text not null,
        reason text not null check (reason <> ''),
        outcome text not null,
        details json,
        prev_hash text not null,
        hash text not null
      )`);
    await runner.query(`
      create function platform.operator_action_text(a platform.operator_actions) returns text language sql stable as $$
        select json_build_array(a.seq, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), a.actor,
          a.action, a.object, a.outcome, a.reason, a.details, a.prev_hash)::text
      $$`);
    await runner.query(`
      create function platform.operator_action_hash(a platform.operator_actions) returns text language sql stable as $$
        select encode(sha256(convert_to(platform.operator_action_text(a), 'UTF8')), 'hex')
      $$`);
    await runner.query(`
      create function platform.chain_operator_action() returns trigger language plpgsql as $$
      declare
        last record;
      begin
        perform pg_advisory_xact_lock(1463900000, 2);
        select seq, hash into last from platform.operator_actions order by seq desc limit 1;
        new.seq := coalesce(last.seq, 0) + 1;
        new.at := clock_timestamp();
        new.prev_hash := coalesce(last.hash, repeat('0', 64));
        new.hash := platform.operator_action_hash(new);
        return new;
      end $$`);
    await runner.query(`
      create trigger operator_actions_are_chained before insert on platform.operator_actions
      for each row execute function platform.chain_operator_action()`);
    await runner.query(`
      create function platform.refuse_to_edit_the_audit_log() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only: % is refused', tg_op using errcode = '42501';
      end $$`);
    await runner.query(`
      create trigger operator_actions_are_immutable before update or delete or truncate on platform.operator_actions
      for each statement execute function platform.refuse_to_edit_the_audit_log()`);
    await this.audit(runner);
  }

  private async audit(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.broken_operator_action() returns bigint language sql stable as $$
        select seq from (
          select a.seq, a.prev_hash, a.hash, platform.operator_action_hash(a) as right_hash,
            lag(a.hash, 1, repeat('0', 64)) over (order by a.seq) as right_prev, row_number() over (order by a.seq) as nth
          from platform.operator_actions a) checked
        where hash <> right_hash or prev_hash <> right_prev or seq <> nth
        order by seq limit 1
      $$`);
    await runner.query(`
      create view audit.log as
      select a.seq, a.at, a.actor, a.action, a.object, a.outcome, a.prev_hash, a.hash, a.reason, a.details,
        platform.operator_action_text(a) as hashed
      from platform.operator_actions a`);
    await runner.query(`grant select on audit.log to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

import { Injectable } from '@nestjs/common';
import { newId } from '../core/ids.js';
import { Database } from '../event-store/database.js';
import { LeaseLost } from '../subscriptions/failures.js';
import { DIGEST, HINTS, NOTHING_BEFORE, rowsToSeal } from './row-proof.js';
import type { Anchored } from './seal.js';

/** Whose turn it is to seal, as long as its lease holds. */
export interface Turn {
  readonly fence: number;
  /** The seal that was compared with the log last. */
  readonly checked: number;
}

/** A seal covers so many rows ... */
const ROWS = 1_000;
/** ... and no more after the one that fills so many bytes, as they are stored. */
const BYTES = 4 * 2 ** 20;
const LEASE = `interval '1 minute'`;
const AFTER = `coalesce((select up_to from last), '-9223372036854775808')`;

/** Positions follow commits: what one statement sees is all that there will ever be up to its end. */
const SEAL = `
  with turn as materialized (
    update platform.sealing set lease_until = clock_timestamp() + ${LEASE}, chain = coalesce(chain, $2)
    where fence = $1 returning chain),
  last as materialized (select number, up_to, digest from platform.seals order by number desc limit 1),
  picked as materialized (
    select max(position) as up_to from (
      select position, row_number() over by_position as nth, sum(bytes) over by_position as bytes
      from (
        select position, coalesce(pg_column_size(data), 0) + pg_column_size(metadata) as bytes
        from platform.events where position > ${AFTER} order by position limit ${ROWS}) next
      window by_position as (order by position)) sized
    where nth = 1 or bytes <= ${BYTES}),
  listed as materialized (
    select max(position) as up_to, array_agg(position order by position) as positions,
      array_agg(event_id order by position) as event_ids, array_agg(stream_id order by position) as streams,
      array_agg(version order by position) as versions, array_agg(proof order by position) as proofs,
      case when count(erased) > 0 then array_agg(erased order by position) end as erased
    from (${rowsToSeal(`e.position > ${AFTER} and e.position <= (select up_to from picked)`)}) proven),
  draft as materialized (
    select coalesce(last.number, 0) + 1 as number, turn.chain, last.up_to as after, listed.*,
      coalesce(last.digest, decode('${NOTHING_BEFORE}', 'hex')) as previous, clock_timestamp()::timestamptz(3) as sealed_at
    from turn cross join listed left join last on true where listed.up_to is not null),
  made as (
    insert into platform.seals (number, chain, after, up_to, positions, event_ids, streams, versions, proofs, erased,
      previous, sealed_at, digest)
    select number, chain, after, up_to, positions, event_ids, streams, versions, proofs, erased, previous, sealed_at,
      ${DIGEST}
    from draft s returning number)
  select made.number from turn left join made on true`;

const UNANCHORED = `
  select s.chain, s.number, s.after, s.up_to as "upTo", cardinality(s.positions) as rows,
    encode(s.digest, 'hex') as digest, encode(${HINTS}, 'hex') as hints, s.sealed_at as "sealedAt"
  from platform.seals s
  where s.number > (select number from platform.seal_anchors where name = $1) order by s.number limit $2`;

/** What is sealed, by whom, and how far it is kept outside. */
@Injectable()
export class SealStore {
  constructor(private readonly database: Database) {}

  /** @returns undefined when it is not due, or somebody else seals */
  async take(owner: string, everySeconds: number): Promise<Turn | undefined> {
    const [turn] = await this.database.query<Turn>(
      `update platform.sealing
       set owner = $1, lease_until = clock_timestamp() + ${LEASE}, fence = fence + 1,
         next_turn_at = clock_timestamp() + $2::int * interval '1 second'
       where next_turn_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())
       returning fence, checked`,
      [owner, everySeconds],
    );
    return turn;
  }

  async giveBack({ fence }: Turn): Promise<void> {
    await this.database.query(
      'update platform.sealing set owner = null, lease_until = null where fence = $1',
      [fence],
    );
  }

  /**
   * Seals the next stretch of the log, and holds the lease for longer.
   *
   * @returns its number; undefined when all is sealed
   * @throws LeaseLost
   */
  async seal({ fence }: Turn): Promise<number | undefined> {
    const [row] = await this.database.query<{ number: number | null }>(SEAL, [fence, newId()]);
    if (!row) throw new LeaseLost('the log is sealed by another instance');
    return row.number ?? undefined;
  }

  /** An anchor that is new begins with the first seal. */
  async introduce(names: readonly string[]): Promise<void> {
    await this.database.query(
      'insert into platform.seal_anchors (name, number) select unnest($1::text[]), 0 on conflict do nothing',
      [names],
    );
  }

  /** What this anchor has not kept yet, in order. */
  async unanchored(name: string, limit: number): Promise<Anchored[]> {
    const rows = await this.database.query<Omit<Anchored, 'sealedAt'> & { sealedAt: Date }>(UNANCHORED, [
      name,
      limit,
    ]);
    return rows.map((row) => ({ ...row, sealedAt: row.sealedAt.toISOString() }));
  }

  async anchored(name: string, number: number): Promise<void> {
    await this.database.query(
      `update platform.seal_anchors
       set number = $2, anchored_at = clock_timestamp(), error = null, failing_since = null
       where name = $1 and number <= $2`,
      [name, number],
    );
  }

  async notAnchored(name: string, error: string): Promise<void> {
    await this.database.query(
      `update platform.seal_anchors set error = $2, failing_since = coalesce(failing_since, clock_timestamp())
       where name = $1`,
      [name, error],
    );
  }

  /** @param broken what is wrong with the seal that was looked at; null: nothing, and no more what was wrong with it before */
  async checked({ fence }: Turn, number: number, broken: object | null): Promise<void> {
    await this.database.query(
      `update platform.sealing set checked = $2,
         broken_since = case when $3::json is not null then coalesce(broken_since, clock_timestamp())
           when (broken->>'seal')::bigint = $2 then null else broken_since end,
         broken = case when $3::json is not null then coalesce(broken, $3)
           when (broken->>'seal')::bigint = $2 then null else broken end
       where fence = $1`,
      [fence, number, broken && JSON.stringify(broken)],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import type { Disagreement } from './comparison.js';

/** The turn of one pair of books, as long as its lease holds. */
export interface Turn {
  readonly name: string;
  readonly after: string;
  readonly fence: number;
}

interface Seen {
  readonly looked: readonly string[];
  readonly found: readonly Disagreement[];
  /** Where the next turn goes on; empty: from the beginning. */
  readonly after: string;
  readonly everySeconds: number;
  /** So long a difference may be what is under way. */
  readonly graceSeconds: number;
}

const LEASE = `interval '1 minute'`;

@Injectable()
export class ReconciliationStore {
  constructor(private readonly database: Database) {}

  async introduce(names: readonly string[]): Promise<void> {
    await this.database.query(
      'insert into platform.reconciliations (name) select unnest($1::text[]) on conflict do nothing',
      [names],
    );
  }

  /** @returns undefined when it is not due, or somebody else looks */
  async take(name: string, owner: string): Promise<Turn | undefined> {
    const [turn] = await this.database.query<Turn>(
      `update platform.reconciliations
       set owner = $2, lease_until = clock_timestamp() + ${LEASE}, fence = fence + 1
       where name = $1 and next_look_at <= clock_timestamp()
         and (lease_until is null or lease_until < clock_timestamp())
       returning name, after, fence`,
      [name, owner],
    );
    return turn;
  }

  /** Objects that did not agree when they were last looked at; those that have waited longest first. */
  async open(name: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ object: string }>(
      `select object from platform.reconciliation_differences where name = $1 order by last_seen limit $2`,
      [name, limit],
    );
    return rows.map(({ object }) => object);
  }

  /** Differences that were found beside the turns; the next turn looks at them again. */
  async suspected(name: string, found: readonly Disagreement[], graceSeconds: number): Promise<void> {
    await this.database.query(
      `insert into platform.reconciliation_differences (name, object, ours, theirs, shown_at)
       select $1, object, ours, theirs, clock_timestamp() + $3::int * interval '1 second'
       from json_to_recordset($2::json) as f(object text, ours text, theirs text)
       on conflict (name, object) do nothing`,
      [name, JSON.stringify(found), graceSeconds],
    );
  }

  /** Whoever has lost the turn notes nothing. */
  async noted(
    { name, fence }: Turn,
    { looked, found, after, everySeconds, graceSeconds }: Seen,
  ): Promise<void> {
    await this.database.query(
      `with turn as (
         update platform.reconciliations set after = $3, owner = null, lease_until = null,
           next_look_at = clock_timestamp() + $4::int * interval '1 second',
           round_ended_at = case when $3 = '' then clock_timestamp() else round_ended_at end
         where name = $1 and fence = $2 returning name),
       agreed as (
         delete from platform.reconciliation_differences d using turn
         where d.name = turn.name and d.object = any ($5::text[])
           and d.object <> all (array(select object from json_to_recordset($6::json) as f(object text))))
       insert into platform.reconciliation_differences as known (name, object, ours, theirs, shown_at)
       select turn.name, f.object, f.ours, f.theirs, clock_timestamp() + $7::int * interval '1 second'
       from turn, json_to_recordset($6::json) as f(object text, ours text, theirs text)
       on conflict (name, object) do update
       set ours = excluded.ours, theirs = excluded.theirs, last_seen = clock_timestamp()`,
      [name, fence, after, everySeconds, looked, JSON.stringify(found), graceSeconds],
    );
  }
}

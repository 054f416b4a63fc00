import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InlineWrite, Written } from '../cqrs/command.js';
import { Database } from '../event-store/database.js';
import { Gathered } from '../event-store/gathered.js';

/** One intent of one caller: everything that happens under it happens once. */
export interface Intent {
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  /** SHA-256 in hex of method, address and body. */
  readonly fingerprint: string;
  /** Follows from principal, route and key, so the log recognises a repeat long after the record is gone. */
  readonly commandId: string;
}

/** An answer as it goes over the wire, and as it is kept for repeats. */
export interface Answer {
  readonly status: number;
  /** Serialised JSON; null for none. */
  readonly body: string | null;
  readonly location: string | null;
  readonly etag: string | null;
}

/** An answer that was given before. */
export interface Kept extends Answer {
  readonly fingerprint: string;
  /** Global position of the last event of the work; null when it stored none. */
  readonly position: number | null;
}

/** What is known about an intent: its answer, or only that its events are in the log (the answer has expired). */
export type Known = { readonly kept: Kept } | { readonly kept: undefined; readonly done: boolean };

type KeptRow = Kept & { readonly found: boolean };

/** The answers of the last 48 hours, by caller, route and key. */
@Injectable()
export class IdempotencyRecords {
  private readonly asked = new Gathered<Intent, Known>((intents) => this.look(intents));

  constructor(private readonly database: Database) {}

  find(intent: Intent): Promise<Known> {
    return this.asked.ask(intent);
  }

  private async look(intents: readonly Intent[]): Promise<Known[]> {
    const rows = await this.database.prepared<KeptRow>('find-answers', FIND, [
      intents.map(({ principal }) => principal),
      intents.map(({ route }) => route),
      intents.map(({ key }) => key),
      intents.map(({ commandId }) => commandId),
    ]);
    return rows.map((row) => (row.found ? { kept: row } : { kept: undefined, done: row.position !== null }));
  }

  /**
   * The row that commits together with the events.
   *
   * @param told what the caller is told where that is not the body that is kept; absent when it is not known yet
   */
  rowOf(intent: Intent, answer: Answer, resourceId: string, told?: string): InlineWrite {
    return { statement: KEEP_WITH_EVENTS, row: rowFor(intent, answer, { resourceId, position: null }, told) };
  }

  /** The row of work without events; none is stored where another copy was first. */
  rowAlone(
    intent: Intent,
    answer: Answer,
    { id: resourceId, position }: Written,
    told?: string,
  ): InlineWrite {
    return { statement: KEEP, row: rowFor(intent, answer, { resourceId, position }, told) };
  }

  /** What the caller of a kept answer is told, when it was not known as the answer was kept. */
  async tell({ principal, route, key }: Intent, told: string): Promise<void> {
    await this.database.query(TELL, [principal, route, key, hashOf(told)]);
  }

  /**
   * Keeps an answer that came without events of its own. The first one under a key stays.
   *
   * @returns whether this one was the first
   */
  async keep(intent: Intent, answer: Answer, position: number | null, told?: string): Promise<boolean> {
    const row = rowFor(intent, answer, { resourceId: null, position }, told);
    const stored = await this.database.query(KEEP, [JSON.stringify([row])]);
    return stored.length > 0;
  }
}

interface Resource {
  readonly resourceId: string | null;
  readonly position: number | null;
}

const rowFor = (intent: Intent, answer: Answer, of: Resource, told: string | undefined) => ({
  ...{ ...intent, ...answer, ...of },
  toldSha256: hashOf(told),
});

const TELL =
  'update platform.idempotency set told_sha256 = $4 where principal = $1 and route = $2 and key = $3';

const hashOf = (told: string | undefined): string | null =>
  told === undefined ? null : createHash('sha256').update(told).digest('hex');

// By index order: a max(position) would make the planner walk the log backwards for a command that is new.
const FIND = `
  select r.key is not null as found, r.fingerprint, r.status, r.body, r.location, r.etag,
    coalesce(r.position, (select e.position from platform.events e where e.command_id = asked.command
      order by e.command_index desc limit 1)) as position
  from unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
    with ordinality as asked(principal, route, key, command, n)
  left join lateral (
    select * from platform.idempotency i
    where i.principal = asked.principal and i.route = asked.route and i.key = asked.key and i.expires_at > now()
    offset 0) r on true
  order by n`;

const INSERT = `
  insert into platform.idempotency
    (principal, route, key, fingerprint, command_id, status, body, location, etag, resource_id, position, told_sha256,
      expires_at)
  select distinct on (principal, route, key)
    principal, route, key, fingerprint, "commandId", status, body, location, etag, "resourceId", position, "toldSha256",
    clock_timestamp() + interval '48 hours'
  from json_to_recordset($1::json) as r(principal text, route text, key text, fingerprint text, "commandId" uuid,
    status smallint, body text, location text, etag text, "resourceId" text, position bigint, "toldSha256" text)
  order by principal, route, key`;

const REPLACING = `${INSERT}
  on conflict (principal, route, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,
    body = excluded.body, location = excluded.location, etag = excluded.etag, resource_id = excluded.resource_id,
    position = excluded.position, told_sha256 = excluded.told_sha256, completed_at = clock_timestamp(), expires_at = excluded.expires_at`;

// What nobody finds any more gives way, though it is not removed yet.
const KEEP = `${REPLACING} where idempotency.expires_at <= now() returning key`;

// Events under the command id are the truth: an answer that was kept without any, in a lost race, gives way.
const KEEP_WITH_EVENTS = REPLACING;

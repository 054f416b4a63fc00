import type { Database } from '../event-store/database.js';
import type { AttentionItem, AttentionPage, AttentionSource } from './attention.js';

interface Trouble {
  readonly id: string;
  readonly kind: string;
  readonly object: string;
  readonly detail: string;
  readonly since: Date;
}

type Actions = (trouble: Trouble) => AttentionItem['actions'];

const post = (rel: string, href: string) => ({ rel, method: 'POST', href });
const look = (href: string) => ({ rel: 'look', method: 'GET', href });

/** The statement for a page of what a select yields as id, kind, object, detail and since. */
const pageOf = (select: string): string => `
  select * from (select id, kind, object, detail, date_trunc('milliseconds', since) as since from (${select}) t) trouble
  where $2::timestamptz is null or (since, (kind || ':' || id) collate "C") < ($2, $3::text)
  order by since desc, (kind || ':' || id) collate "C" desc limit $1`;

/**
 * A source from a select that yields id, kind, object, detail and since.
 *
 * @param select a constant, without order and limit
 */
export function fromRows(database: Database, select: string, actions: Actions): AttentionSource {
  const statement = pageOf(select);
  return {
    async list({ limit, after }: AttentionPage) {
      const rows = await database.query<Trouble>(statement, [
        limit,
        after?.since ?? null,
        after?.key ?? null,
      ]);
      return rows.map((row) => ({ ...row, since: row.since.toISOString(), actions: actions(row) }));
    },
  };
}

export const parkedEvents = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select p.id::text, 'parked' as kind, p.sequence as object,
       p.subscription || ' could not handle ' || p.event_type || ': ' || coalesce(p.error, '') as detail,
       p.parked_at as since
     from platform.parked p where p.state = 'parked' and p.reason <> 'newer-program'`,
    ({ id }) => [
      post('retry', `/v1/ops/parked/${id}/retry`),
      post('discard', `/v1/ops/parked/${id}/discard`),
    ],
  );

/** One line a subscription: the end of an upgrade ends them all. */
export const awaitedUpgrades = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select p.subscription as id, 'newer-program' as kind, p.subscription as object,
       count(*) || ' sequences wait for a newer program, which knows '
         || string_agg(distinct p.event_type || ' v' || p.schema_version, ', ') as detail,
       min(p.parked_at) as since
     from platform.parked p where p.state = 'parked' and p.reason = 'newer-program' group by p.subscription`,
    ({ object }) => [look(`/v1/ops/parked?subscription=${encodeURIComponent(object)}`)],
  );

/** Those whose checkpoint the log does not know any more. */
export const lostCheckpoints = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select s.name as id, 'beyond-head' as kind, s.name as object, s.last_error as detail,
       coalesce(s.failing_since, s.updated_at) as since
     from platform.subscriptions s where s.state = 'beyond-head'`,
    ({ object }) => [
      look('/v1/ops/subscriptions'),
      post('rebuild', `/v1/ops/subscriptions/${encodeURIComponent(object)}/rebuild`),
      post('rewind', `/v1/ops/subscriptions/${encodeURIComponent(object)}/rewind`),
    ],
  );

/** Those that fail for a while, and those that stopped by themselves. A pause by an operator is no trouble. */
export const failingSubscriptions = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select s.name as id, 'subscription' as kind, s.name as object, s.last_error as detail,
       coalesce(s.failing_since, s.updated_at) as since
     from platform.subscriptions s
     where s.last_error is not null and s.state <> 'beyond-head'
       and (s.state = 'paused' or s.failing_since < clock_timestamp() - interval '10 seconds')`,
    ({ object }) => [
      look('/v1/ops/subscriptions'),
      post('resume', `/v1/ops/subscriptions/${encodeURIComponent(object)}/resume`),
    ],
  );

/** The newest rebuild of a model counts: one that failed, or a verification that found differences. */
export const failedRebuilds = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select r.id::text, case r.state when 'failed' then 'rebuild' else 'mismatch' end as kind, r.model as object,
       coalesce(r.error, (r.comparison->>'differences') || ' rows differ from what the log says') as detail,
       r.finished_at as since
     from (select distinct on (model) * from platform.rebuilds order by model, requested_at desc, id desc) r
     where r.state = 'failed'
       or (r.state = 'done' and r.mode = 'verify' and (r.comparison->>'differences')::bigint > 0)`,
    ({ id, object }) => [
      look(`/v1/ops/rebuilds/${id}`),
      post('rebuild', `/v1/ops/subscriptions/${encodeURIComponent(object)}/rebuild`),
    ],
  );

export const stuckSagas = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select s.saga || '-' || s.saga_id as id, 'saga' as kind, s.saga_id as object,
       s.saga || ' is stuck at ' || coalesce(s.stuck_step, 'an unknown step') || ': ' || coalesce(s.stuck_detail, '') as detail,
       s.updated_at as since
     from platform.sagas s where s.state = 'needs-attention'`,
    ({ object }) => [
      post('retry', `/v1/ops/sagas/${object}/retry`),
      post('compensate', `/v1/ops/sagas/${object}/compensate`),
      post('resolve', `/v1/ops/sagas/${object}/resolve`),
    ],
  );

/** The first open record of each key from outside; the later ones wait behind it. */
export const deadLetters = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select d.id::text, 'dead-letter' as kind, coalesce(encode(d.msg_key, 'escape'), d.topic) as object,
       d.topic || '/' || d.partition || '@' || d."offset" || ' ' || d.reason || ': ' || d.error as detail,
       d.failed_at as since
     from platform.dead_letters d where d.state = 'open' and d.reason <> 'behind'`,
    ({ id }) => [
      post('replay', `/v1/ops/dead-letters/${id}/replay`),
      post('discard', `/v1/ops/dead-letters/${id}/discard`),
    ],
  );

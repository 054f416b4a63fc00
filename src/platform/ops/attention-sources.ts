import type { Config } from '../config.js';
import type { Database } from '../event-store/database.js';
import type { SubscriptionRegistry } from '../subscriptions/subscription.js';
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
const resumable: Actions = ({ object }) => [
  look('/v1/ops/subscriptions'),
  post('resume', `/v1/ops/subscriptions/${encodeURIComponent(object)}/resume`),
];

/** The statement for a page of what a select yields as id, kind, object, detail and since. */
const pageOf = (select: string): string => `
  select * from (select id, kind, object, detail, date_trunc('milliseconds', since) as since from (${select}) t) trouble
  where $2::timestamptz is null or (since, (kind || ':' || id) collate "C") < ($2, $3::text)
  order by since desc, (kind || ':' || id) collate "C" desc limit $1`;

/**
 * A source from a select that yields id, kind, object, detail and since.
 *
 * @param select a constant, without order and limit
 * @param params what it names $4 and so on
 */
export function fromRows(
  database: Database,
  select: string,
  actions: Actions,
  params: () => readonly unknown[] = () => [],
): AttentionSource {
  const statement = pageOf(select);
  return {
    async list({ limit, after }: AttentionPage) {
      const page = [limit, after?.since ?? null, after?.key ?? null];
      const rows = await database.query<Trouble>(statement, [...page, ...params()]);
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
     from platform.parked p where p.resolved_at is null and p.state = 'parked' and p.reason <> 'newer-program'`,
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
     from platform.parked p where p.resolved_at is null and p.state = 'parked' and p.reason = 'newer-program' group by p.subscription`,
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

/** Those that fail for a while, and those that stopped by themselves. */
export const failingSubscriptions = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select s.name as id, 'subscription' as kind, s.name as object, s.last_error as detail,
       coalesce(s.failing_since, s.updated_at) as since
     from platform.subscriptions s
     where s.last_error is not null and s.state <> 'beyond-head'
       and (s.state = 'paused' or s.failing_since < clock_timestamp() - interval '10 seconds')`,
    resumable,
  );

/** A pause by an operator is no trouble, until it lasts so long that it has been forgotten. */
export const forgottenPauses = (database: Database, config: Config): AttentionSource =>
  fromRows(
    database,
    `select s.name as id, 'subscription' as kind, s.name as object,
       'paused since ' || to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC, '
         || greatest(head.position - s.position, 0) || ' positions of the log behind' as detail,
       s.updated_at as since
     from platform.subscriptions s, (select coalesce(max(position), 0) as position from platform.events) head
     where s.state = 'paused' and s.last_error is null
       and s.updated_at < clock_timestamp() - $4::int * interval '1 minute'`,
    resumable,
    () => [config.PAUSE_REMINDER_MINUTES],
  );

/** Nobody is alive who hears the log and does what sagas owe, such as where only instances with ROLE=api are left. */
export const nobodyWorks = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select 'nobody' as id, 'worker' as kind, 'instances' as object,
       'no instance does the work behind: orders are taken and none goes on; start one with ROLE=worker or ROLE=all' as detail,
       seen.until as since
     from (select coalesce(greatest((select max(r.seen_until) from platform.runners r),
         (select max(coalesce(s.lease_until, s.updated_at)) from platform.subscriptions s)),
       (select min(i.first_served_at) from platform.installation i)) as until) seen
     where seen.until < clock_timestamp() - interval '10 seconds'`,
    () => [look('/health/ready')],
  );

/** What this program subscribes to and no instance runs, although there is something to do. */
export const orphanedSubscriptions = (database: Database, registry: SubscriptionRegistry): AttentionSource =>
  fromRows(
    database,
    `select s.name as id, 'subscription' as kind, s.name as object,
       'no instance runs it, ' || (head.position - s.position) || ' positions of the log wait' as detail,
       coalesce(s.lease_until, s.updated_at) as since
     from platform.subscriptions s, (select coalesce(max(position), 0) as position from platform.events) head
     where s.state = 'running' and s.last_error is null and s.position < head.position and s.name = any ($4)
       and coalesce(s.lease_until, s.updated_at) < clock_timestamp() - interval '2 minutes'
       and exists (select from platform.runners r where r.seen_until > clock_timestamp())`,
    () => [look('/v1/ops/subscriptions')],
    () => [registry.all().map(({ name }) => name)],
  );

/** The newest rebuild of a model counts: one that failed or stands still, or a verification that found differences. */
export const failedRebuilds = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select r.id::text, case r.state when 'done' then 'mismatch' else 'rebuild' end as kind, r.model as object,
       case r.state when 'running' then 'it stands still: no instance works on it'
         else coalesce(r.error, (r.comparison->>'differences') || ' rows differ from what the log says') end as detail,
       coalesce(r.finished_at, r.updated_at) as since
     from (select distinct on (model) * from platform.rebuilds order by model, requested_at desc, id desc) r
     where r.state = 'failed'
       or (r.state = 'running' and greatest(r.lease_until, r.updated_at) < clock_timestamp() - interval '2 minutes')
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

/** Records from outside that somebody must decide on; those behind another of their key wait for that one. */
export const deadLetters = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select d.id::text, 'dead-letter' as kind, coalesce(encode(d.msg_key, 'escape'), d.topic) as object,
       d.topic || '/' || d.partition || '@' || d."offset" || ' ' || d.reason || ': ' || d.error as detail,
       d.failed_at as since
     from platform.dead_letters d
     where d.state = 'open' and (d.reason <> 'behind' or not exists (
       select from platform.dead_letters earlier
       where earlier.state = 'open' and earlier.consumer = d.consumer and earlier.topic = d.topic
         and earlier.msg_key = d.msg_key and (earlier.failed_at, earlier."offset") < (d.failed_at, d."offset")))`,
    ({ id }) => [
      post('replay', `/v1/ops/dead-letters/${id}/replay`),
      post('discard', `/v1/ops/dead-letters/${id}/discard`),
    ],
  );

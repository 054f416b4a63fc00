// What is asked of platform.saga_tasks and platform.sagas; most of it commits with a saga's events.

/**
 * Ends tasks: they leave the table of open work. How often a command was tried stays, where it was not once.
 *
 * @param which a condition on platform.saga_tasks
 */
const ending = (which: string): string => `
  with ended as (
    delete from platform.saga_tasks where ${which}
    returning saga, saga_id, step, direction, attempt, attempts, kind)
  insert into platform.saga_attempts (saga, saga_id, step, direction, attempt, attempts)
  select saga, saga_id, step, direction, attempt, max(attempts) from ended where kind = 'command' and attempts <> 1
  group by 1, 2, 3, 4, 5
  on conflict (saga_id, saga, step, direction, attempt) do update set attempts = excluded.attempts`;

/**
 * A step ends when its saga hears of the end, which ends its task. Until then an executed command stays, and is sent
 * again after a while: no step is ever left without anybody who watches it.
 *
 * The state in a form that no partial index fits: one that was nearly empty would be read through for ever, instead of
 * looking the ids up.
 */
export const WATCH = `
  update platform.saga_tasks
  set owner = null, lease_until = null, is_watched = true, held_since = null, unanswered_since = null, holds = 0,
    due_at = clock_timestamp() + interval '30 seconds' * power(2, least(attempts - 1, 5))
  where id = any (array(select r.id from json_to_recordset($1) as r(id uuid)))
    and owner = any (array(select r.owner from json_to_recordset($1) as r(owner text)))
    and coalesce(state, '') = 'open'`;

export const DONE = ending(
  `id = any (array(select r.id from json_to_recordset($1) as r(id uuid)))
   and owner = any (array(select r.owner from json_to_recordset($1) as r(owner text)))`,
);

/** Looks where a claim would, at the first task of each party. */
export const DUE = `
  select ceil(extract(epoch from min(first.wake_at) - now()) * 1000)::float8 as ms
  from unnest($1::text[], $2::float8[]) as free(party, looks_back_ms)
  cross join lateral (
    select wake_at from platform.saga_tasks
    where party = free.party and state = 'open' and wake_at <= now() + $3::float8 * interval '1 millisecond'
      and wake_at > now() - free.looks_back_ms * interval '1 millisecond'
    order by wake_at limit 1) first`;

// now(), not clock_timestamp(): only a stable function can bound an index scan. Planned anew each time: a plan that was
// made while the table was empty would read all of it for ever.
export const CLAIM = `
  with due as materialized (
    select due.id, due.wake_at from unnest($3::text[], $4::int[], $5::float8[]) as free(party, room, looks_back_ms)
    cross join lateral (
      select id, wake_at from platform.saga_tasks
      where party = free.party and state = 'open' and wake_at <= now()
        and wake_at > now() - free.looks_back_ms * interval '1 millisecond'
        and saga || ':' || table_version = any ($6) and (command is null or command = any ($7))
      order by wake_at limit free.room for update skip locked) due),
  claimed as (
    update platform.saga_tasks
    set owner = $1, lease_until = clock_timestamp() + $2 * interval '1 second', fence = fence + 1,
      attempts = attempts + 1
    where id = any (array(select id from due))
    returning id, saga, saga_id, table_version, kind, step, direction, attempt, command, data, cause, correlation_id,
      traceparent, tracestate, party, attempts, failures, holds, is_watched, fence,
      (extract(epoch from clock_timestamp() - held_since) * 1000)::float8 as "heldMs",
      (extract(epoch from clock_timestamp() - unanswered_since) * 1000)::float8 as "unansweredMs")
  select claimed.*, (extract(epoch from now() - due.wake_at) * 1000)::float8 as "lateMs"
  from claimed join due using (id)`;

const COLUMNS = `id, saga, saga_id, table_version, kind, step, direction, leg, attempt, command, data, cause,
  correlation_id, traceparent, tracestate, party, due_at, owner, lease_until, fence, attempts`;
const ROWS = `
  select id, saga, saga_id, table_version, kind, step, direction, leg, attempt, command, data, cause, correlation_id,
    traceparent, tracestate, party, clock_timestamp() + delay_ms * interval '1 millisecond', owner,
    clock_timestamp() + lease_ms * interval '1 millisecond',
    case when owner is null then 0 else 1 end, case when owner is null then 0 else 1 end
  from json_to_recordset($1) as r(id uuid, saga text, saga_id text, table_version int, kind text, step text,
    direction text, leg text, attempt int, command text, data json, cause uuid, correlation_id text,
    traceparent text, tracestate text, party text, delay_ms bigint, owner text, lease_ms bigint)`;

export const SEND = `insert into platform.saga_tasks (${COLUMNS}) ${ROWS} on conflict (id) do nothing`;

/** Whatever became of the task: the step is open, so its command is sent. Where no task is left it has been tried before. */
export const SEND_AGAIN = `
  insert into platform.saga_tasks as t (${COLUMNS})
  select id, saga, saga_id, table_version, kind, step, direction, leg, attempt, command, data, cause, correlation_id,
    traceparent, tracestate, party, due_at, owner, lease_until, fence, 1
  from (${ROWS}) as again (${COLUMNS})
  on conflict (id) do update set state = 'open', failures = 0, holds = 0, due_at = clock_timestamp()`;

// An array, not a join: a plan for a join that was made while the table was empty walks all of it for ever.
const LEGS = `saga_id = any (array(select r.saga_id from json_to_recordset($1) as r(saga_id text)))
  and leg = any (array(select r.leg from json_to_recordset($1) as r(leg text)))`;
/** Of a leg the command that is named, or any. */
const NAMED = `${LEGS} and exists (
  select from json_to_recordset($1) as r(leg text, command text)
  where r.leg = platform.saga_tasks.leg and (r.command is null or r.command = platform.saga_tasks.command))`;

export const CLOSE = ending(LEGS);

export const STICK = `
  update platform.saga_tasks set state = 'stuck', owner = null, lease_until = null
  where ${NAMED} and state = 'open' and kind = 'command'`;

const REOPEN = `set state = 'open', failures = 0, due_at = clock_timestamp()`;
export const RETRY = `update platform.saga_tasks ${REOPEN} where ${NAMED} and state = 'stuck'`;
export const CLOSE_STUCK = ending(`${NAMED} and state = 'stuck'`);
export const CLOSE_NAMED = ending(NAMED);

export const STAND = `
  insert into platform.sagas as s (saga, saga_id, table_version, state, stuck_step, stuck_detail, version,
    fencing_token)
  select distinct on (saga, saga_id) saga, saga_id, table_version, state, stuck_step, stuck_detail, version,
    fencing_token
  from json_to_recordset($1) as r(saga text, saga_id text, table_version int, state text, stuck_step text,
    stuck_detail text, version int, fencing_token bigint)
  order by saga, saga_id, version desc
  on conflict (saga, saga_id) do update set state = excluded.state, stuck_step = excluded.stuck_step,
    stuck_detail = excluded.stuck_detail, version = excluded.version,
    fencing_token = coalesce(excluded.fencing_token, s.fencing_token), updated_at = clock_timestamp()
  where s.version < excluded.version`;

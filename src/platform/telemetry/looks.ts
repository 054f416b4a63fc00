/** Everything that /metrics wants of the database, in one statement: `kind`, two labels, `value`. */
export const LOOKS = `
  with head as (select coalesce(max(position), 0) as position from platform.events)
  select 'head' as kind, '' as label, '' as second, position::float8 as value from head
  union all
  select 'lag', name, '', head.position - s.position from platform.subscriptions s, head
  union all
  select 'lagAge', s.name, '', coalesce(extract(epoch from clock_timestamp() - next.recorded_at), 0)::float8
  from platform.subscriptions s left join lateral (
    select recorded_at from platform.events e where e.position > s.position order by e.position limit 1) next on true
  union all
  select 'parked', s.name, each.state, count(p.subscription)
  from platform.subscriptions s cross join unnest(array['retrying', 'behind', 'parked']) as each (state)
  left join platform.parked p on p.subscription = s.name and p.state = each.state and p.resolved_at is null
  group by s.name, each.state
  union all
  select 'deadLetters', '', '', count(*) from platform.dead_letters where state = 'open'
  union all
  select 'workers', '', '', count(*) from platform.runners where seen_until > clock_timestamp()
  union all
  select 'differences', r.name, '', count(d.object)
  from platform.reconciliations r
  left join platform.reconciliation_differences d on d.name = r.name and d.shown_at <= clock_timestamp()
  group by r.name
  union all
  select 'sealed', '', '', coalesce((select up_to from platform.seals order by number desc limit 1), 0)
  union all
  select 'unsealedAge', '', '', coalesce((
    select extract(epoch from clock_timestamp() - recorded_at)::float8 from platform.events
    where position > coalesce((select up_to from platform.seals order by number desc limit 1), 0)
    order by position limit 1), 0)
  union all
  select 'brokenSeals', '', '', count(*) from platform.sealing where broken is not null
  union all
  select 'saga', state, '', count(*) from audit.sagas group by state
  union all
  select 'sagaSeconds', state, quantile::text,
    percentile_cont(quantile) within group (order by extract(epoch from updated_at - started_at)::float8)
  from (
    select state, started_at, updated_at from platform.sagas
    where state in ('completed', 'compensated') and updated_at > clock_timestamp() - interval '15 minutes'
    order by updated_at desc limit 1000) ended
  cross join unnest(array[0.5, 0.95, 0.99]::float8[]) as quantile
  group by state, quantile
  union all
  select 'tasks', step,
    case when owner is not null then 'claimed' when due_at > clock_timestamp() then 'waiting' else 'due' end, count(*)
  from platform.saga_tasks where state = 'open' group by 1, 2, 3`;

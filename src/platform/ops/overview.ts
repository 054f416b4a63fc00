import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { requestSeconds } from '../telemetry/counters.js';
import { Attention } from './attention.js';
import { SubscriptionsAdmin } from './subscriptions-admin.js';

const MINUTES = 60;
/** More than so many things that wait are `more`. */
const LOOKED_AT = 500;

/** What the log grew by in each of the last sixty minutes: places in it, not a count, so that an hour costs sixty looks. */
const SERIES = `
  with minute as (
    select at, platform.position_at(at) as first
    from generate_series(date_trunc('minute', now()) - $1::int * interval '1 minute', date_trunc('minute', now()),
      interval '1 minute') at)
  select at, lead(first, 1, (select coalesce(max(position), 0) + 1 from platform.events)) over (order by at) - first as events
  from minute order by at`;
const SAGAS = `
  select state, count(*)::int as n from platform.sagas
  where state in ('running', 'compensating', 'needs-attention') group by state`;
const COUNTS = `
  select (select count(*) from platform.dead_letters where state = 'open') as "deadLetters",
    (select count(*) from platform.parked where resolved_at is null) as parked,
    (select count(*) from platform.rebuilds where state = 'running') as rebuilds,
    (select count(*) from platform.operations where state = 'running') as operations,
    (select count(*) from platform.approvals where state = 'waiting') as approvals,
    (select count(*) from platform.runners where seen_until > clock_timestamp()) as instances`;

/** How it goes, in figures that each have a list behind them. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly attention: Attention,
    private readonly subscriptions: SubscriptionsAdmin,
  ) {}

  async read() {
    const [waiting, all, series, sagas, [counts]] = await Promise.all([
      this.attention.list({ limit: LOOKED_AT }),
      this.subscriptions.list(),
      this.database.query<{ at: Date; events: number }>(SERIES, [MINUTES]),
      this.database.query<{ state: string; n: number }>(SAGAS),
      this.database.query<Record<Count, number>>(COUNTS),
    ]);
    const worst = [...all].sort((a, b) => b.lag - a.lag)[0];
    const minutes = series.map(({ at, events }) => ({ at: at.toISOString(), events }));
    const of = (state: string) => sagas.find((row) => row.state === state)?.n ?? 0;
    return {
      at: new Date().toISOString(),
      position: worst?.head ?? 0,
      events: { lastMinute: minutes.at(-2)?.events ?? 0, minutes },
      requests: await latencies(),
      sagas: {
        running: of('running'),
        compensating: of('compensating'),
        needsAttention: of('needs-attention'),
      },
      attention: { count: waiting.length, more: waiting.length === LOOKED_AT, kinds: kindsOf(waiting) },
      subscriptions: {
        count: all.length,
        behind: all.filter(({ lag }) => lag > 0).length,
        paused: all.filter(({ state }) => state === 'paused').length,
        failing: all.filter(({ lastError }) => lastError !== null).length,
        worst: worst ? { name: worst.name, lag: worst.lag } : null,
      },
      ...counts!,
    };
  }
}

type Count = 'deadLetters' | 'parked' | 'rebuilds' | 'operations' | 'approvals' | 'instances';

function kindsOf(items: readonly { readonly kind: string; readonly since: string }[]) {
  const kinds = new Map<string, { kind: string; count: number; oldest: string }>();
  for (const { kind, since } of items) {
    const known = kinds.get(kind);
    if (known)
      Object.assign(known, { count: known.count + 1, oldest: since < known.oldest ? since : known.oldest });
    else kinds.set(kind, { kind, count: 1, oldest: since });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

/** Of this instance, since it was started; the bound below which that share of all requests stayed. */
async function latencies() {
  const { values } = await requestSeconds.get();
  const buckets = new Map<number, number>();
  for (const { metricName, labels, value } of values) {
    const le = Object.entries(labels).find(([name]) => name === 'le')?.[1];
    if (!metricName?.endsWith('_bucket')) continue;
    const bound = le === '+Inf' ? Infinity : Number(le);
    buckets.set(bound, (buckets.get(bound) ?? 0) + value);
  }
  const bounds = [...buckets].sort(([a], [b]) => a - b);
  const count = bounds.at(-1)?.[1] ?? 0;
  const within = (share: number): number | null => {
    const bound = bounds.find(([, below]) => below >= count * share)?.[0];
    return bound === undefined || bound === Infinity ? null : Math.round(bound * 1_000);
  };
  return { count, p50Ms: count > 0 ? within(0.5) : null, p99Ms: count > 0 ? within(0.99) : null };
}

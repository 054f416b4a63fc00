import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { latencies } from './requests.js';
import { Attention } from './attention.js';
import { ParkedAdmin } from './parked-admin.js';
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
    private readonly parked: ParkedAdmin,
  ) {}

  async read() {
    const [waiting, all, series, sagas, [counts], setAside] = await Promise.all([
      this.attention.list({ limit: LOOKED_AT }),
      this.subscriptions.list(),
      this.database.query<{ at: Date; events: number }>(SERIES, [MINUTES]),
      this.database.query<{ state: string; n: number }>(SAGAS),
      this.database.query<Record<Count, number>>(COUNTS),
      this.parked.counts(),
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
        failing: all.filter(({ failingSince }) => failingSince !== null).length,
        worst: worst ? { name: worst.name, lag: worst.lag } : null,
      },
      ...counts!,
      ...setAside,
    };
  }
}

type Count = 'deadLetters' | 'rebuilds' | 'operations' | 'approvals' | 'instances';

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

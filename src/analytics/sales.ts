import { z } from 'zod';
import { currencyCode, timestamp } from '../platform/core/schemas.js';
import { orderFacts } from './order-facts.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { refundFacts } from './refund-facts.js';
import { defineReport } from './report.js';

const item = z.object({
  start: timestamp.meta({ description: 'of the interval, whole intervals of the time zone' }),
  currency: currencyCode,
  orders: z.int().meta({ description: 'paid in it' }),
  units: z.int(),
  grossMinor: z.int(),
  refundedMinor: z
    .int()
    .meta({ description: 'given back in it of orders that were paid, whenever that was' }),
  netMinor: z.int(),
});

const intervals = ['hour', 'day', 'week', 'month'] as const;
/** An hour in 400 days is more than anybody looks at. */
const MOST_HOURS_DAYS = 32;

const filter = z
  .strictObject({ ...periodFields, interval: z.enum(intervals).default('day') })
  .superRefine((asked, context) => {
    isOrderly(asked, context);
    const { from, to, interval } = asked;
    if (interval !== 'hour' || from === undefined) return;
    const end = to === undefined ? Date.now() : Date.parse(to);
    if (end - Date.parse(from) <= MOST_HOURS_DAYS * 86_400_000) return;
    const message = `must be at most ${MOST_HOURS_DAYS} days after from where the interval is an hour`;
    context.addIssue({ code: 'custom', path: ['to'], message, input: to });
  });

/** Where the interval begins in which a moment lies. An hour is counted from the moment: in autumn one comes twice. */
const startOf = (at: string): string => `
  case when $3 = 'hour' then ${at} - (${at} at time zone $4 - date_trunc('hour', ${at} at time zone $4))
  else date_trunc($3, ${at} at time zone $4) at time zone $4 end`;

/**
 * Facts of a quarter of an hour are added up first: the zone is asked for a few times instead of for every order. Money
 * that came for an order that had ended was never sold for, so its way back is no refund of a sale.
 */
const SQL = `
  with facts as (
    select date_bin('15 minutes', paid_at, timestamptz '2000-01-01 00:00:00Z') as at, currency, count(*) as orders,
      sum(units)::bigint as units, sum(total_minor)::bigint as gross, 0::bigint as refunded
    from analytics.order_facts where paid_at >= $1 and paid_at < $2 group by 1, 2
    union all
    select date_bin('15 minutes', r.refunded_at, timestamptz '2000-01-01 00:00:00Z'), r.currency, 0, 0, 0,
      sum(r.amount_minor)::bigint
    from analytics.refund_facts r join analytics.order_facts o using (order_id)
    where r.refunded_at >= $1 and r.refunded_at < $2 and o.paid_at is not null group by 1, 2
  ), placed as (
    select ${startOf('at')} as start, f.* from facts f
  ), starts as (
    select moment as start from generate_series(
      (select ${startOf('w.at')} from (select $1::timestamptz as at) w), $2::timestamptz, interval '1 hour') moment
    where $3 = 'hour' and moment < $2
    union all
    select moment at time zone $4 from generate_series(
      date_trunc($3, $1::timestamptz at time zone $4), $2::timestamptz at time zone $4,
      ('1 ' || $3)::interval) moment
    where $3 <> 'hour' and moment at time zone $4 < $2
  )
  select s.start, c.currency, coalesce(sum(p.orders), 0)::bigint as orders, coalesce(sum(p.units), 0)::bigint as units,
    coalesce(sum(p.gross), 0)::bigint as "grossMinor", coalesce(sum(p.refunded), 0)::bigint as "refundedMinor",
    coalesce(sum(p.gross) - sum(p.refunded), 0)::bigint as "netMinor"
  from starts s cross join (select distinct currency from facts) c
  left join placed p on p.start = s.start and p.currency = c.currency
  group by 1, 2 order by 1, 2`;

export const sales = defineReport({
  name: 'sales',
  filter,
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'SalesReport' }),
  models: [orderFacts, refundFacts],
  sql: SQL,
  params: ({ interval, timeZone }) => [interval, timeZone],
});

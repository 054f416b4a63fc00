import { z } from 'zod';
import { orderFacts } from './order-facts.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { defineReport } from './report.js';

const item = z.object({
  step: z.enum(['created', 'confirmed', 'reserved', 'paid', 'shipped', 'delivered', 'cancelled']),
  orders: z.int().meta({ description: 'of those created in the period, how many came so far' }),
  share: z.number().meta({ description: 'of all that were created, 0 to 1' }),
  medianMs: z
    .int()
    .nullable()
    .meta({ description: 'from the step before; for cancelled, from the creation' }),
  p90Ms: z.int().nullable(),
});

/** A step may be recorded a moment before the one it follows from, by another clock: that counts as no time. */
const took = (from: string, to: string): string => `greatest(0, date_part('epoch', ${to} - ${from}))`;
const step = (name: string, at: string, before: string): string => `
  select '${name}' as step, count(*) as orders,
    percentile_cont(array[0.5, 0.9]) within group (order by ${took(before, at)}) as took
  from orders where ${at} is not null`;

const SQL = `
  with orders as materialized (
    select created_at, confirmed_at, reserved_at, paid_at, shipped_at, delivered_at, cancelled_at
    from analytics.order_facts where created_at >= $1 and created_at < $2
  ), steps as (
    select 'created' as step, count(*) as orders, null::float8[] as took from orders
    union all ${step('confirmed', 'confirmed_at', 'created_at')}
    union all ${step('reserved', 'reserved_at', 'confirmed_at')}
    union all ${step('paid', 'paid_at', 'coalesce(reserved_at, confirmed_at)')}
    union all ${step('shipped', 'shipped_at', 'paid_at')}
    union all ${step('delivered', 'delivered_at', 'shipped_at')}
    union all ${step('cancelled', 'cancelled_at', 'created_at')}
  )
  select s.step, s.orders,
    coalesce(round(s.orders::numeric / nullif((select count(*) from orders), 0), 4), 0)::float8 as share,
    round(s.took[1] * 1000)::bigint as "medianMs", round(s.took[2] * 1000)::bigint as "p90Ms"
  from steps s`;

export const funnel = defineReport({
  name: 'funnel',
  filter: z.strictObject(periodFields).superRefine(isOrderly),
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'FunnelReport' }),
  models: [orderFacts],
  sql: SQL,
  params: () => [],
});

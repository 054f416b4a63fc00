import { z } from 'zod';
import { currencyCode, digits, sku } from '../platform/core/schemas.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { defineReport } from './report.js';
import { soldLines } from './sold-lines.js';

const item = z.object({
  sku,
  name: z.string().meta({ description: 'as it was last sold' }),
  currency: currencyCode,
  orders: z.int(),
  units: z.int(),
  revenueMinor: z.int(),
});

const filter = z
  .strictObject({
    ...periodFields,
    by: z.enum(['revenue', 'units', 'orders']).default('revenue'),
    currency: currencyCode.optional(),
    limit: digits(z.int().min(1).max(100)).prefault(20),
  })
  .superRefine(isOrderly);

/** Money of several currencies cannot be compared: each has a list of its own. */
const SQL = `
  with sold as (
    select sku, currency, count(*) as orders, sum(quantity)::bigint as units, sum(amount_minor)::bigint as revenue,
      max(paid_at) as last
    from analytics.sold_lines
    where paid_at >= $1 and paid_at < $2 and not cancelled and ($4::text is null or currency = $4)
    group by sku, currency
  ), ranked as (
    select s.*, row_number() over (partition by currency order by
      case $3 when 'units' then units when 'orders' then orders else revenue end desc, revenue desc, sku) as place
    from sold s
  )
  select r.sku, (select l.name from analytics.sold_lines l where l.sku = r.sku and l.paid_at = r.last limit 1) as name,
    r.currency, r.orders, r.units, r.revenue as "revenueMinor"
  from ranked r where r.place <= $5 order by r.currency, r.place`;

export const topProducts = defineReport({
  name: 'top-products',
  filter,
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'TopProductsReport' }),
  models: [soldLines],
  sql: SQL,
  params: ({ by, currency, limit }) => [by, currency ?? null, limit],
});

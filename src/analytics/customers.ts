import { z } from 'zod';
import { currencyCode, digits, timestamp, uuid } from '../platform/core/schemas.js';
import { orderFacts } from './order-facts.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { defineReport } from './report.js';

const item = z.object({
  customerId: uuid,
  currency: currencyCode,
  orders: z.int().meta({ description: 'paid in the period' }),
  spentMinor: z.int(),
  averageMinor: z.int(),
  isNew: z.boolean().meta({ description: 'whether the first order ever paid was in the period' }),
  lastOrderAt: timestamp,
});

const filter = z
  .strictObject({ ...periodFields, limit: digits(z.int().min(1).max(1000)).prefault(20) })
  .superRefine(isOrderly);

const SQL = `
  with bought as (
    select customer_id, currency, count(*) as orders, sum(total_minor)::bigint as spent, max(paid_at) as last
    from analytics.order_facts where paid_at >= $1 and paid_at < $2 group by 1, 2
    order by spent desc, customer_id, currency limit $3
  )
  select b.customer_id as "customerId", b.currency, b.orders, b.spent as "spentMinor",
    round(b.spent::numeric / b.orders)::bigint as "averageMinor",
    not exists (select from analytics.order_facts o where o.customer_id = b.customer_id and o.paid_at < $1) as "isNew",
    b.last as "lastOrderAt"
  from bought b order by b.spent desc, b.customer_id, b.currency`;

export const customers = defineReport({
  name: 'customers',
  filter,
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'CustomersReport' }),
  models: [orderFacts],
  sql: SQL,
  params: ({ limit }) => [limit],
});

import { z } from 'zod';
import { cancellationCode } from '../orders/contract.js';
import { currencyCode } from '../platform/core/schemas.js';
import { orderFacts } from './order-facts.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { defineReport } from './report.js';

const item = z.object({
  code: cancellationCode,
  stage: z.enum(['draft', 'confirmed', 'paid']).meta({ description: 'how far the orders had come' }),
  currency: currencyCode,
  orders: z.int(),
  share: z.number().meta({ description: 'of all orders cancelled in the period, 0 to 1' }),
  valueMinor: z.int().meta({ description: 'what they would have cost' }),
});

const SQL = `
  select cancellation_code as code,
    case when paid_at is not null then 'paid' when confirmed_at is not null then 'confirmed' else 'draft' end as stage,
    currency, count(*) as orders, round(count(*) / sum(count(*)) over (), 4)::float8 as share,
    sum(total_minor)::bigint as "valueMinor"
  from analytics.order_facts where cancelled_at >= $1 and cancelled_at < $2
  group by 1, 2, 3 order by count(*) desc, 1, 2, 3`;

export const cancellations = defineReport({
  name: 'cancellations',
  filter: z.strictObject(periodFields).superRefine(isOrderly),
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'CancellationsReport' }),
  models: [orderFacts],
  sql: SQL,
  params: () => [],
});

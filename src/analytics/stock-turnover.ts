import { z } from 'zod';
import { digits, sku } from '../platform/core/schemas.js';
import { isOrderly, periodFields, reportFields } from './period.js';
import { defineReport } from './report.js';
import { stockMoves } from './stock-moves.js';

const item = z.object({
  sku,
  opening: z.int().meta({ description: 'units on hand when the period began' }),
  received: z.int(),
  shipped: z.int(),
  lost: z.int().meta({ description: 'written off' }),
  closing: z.int(),
  turnover: z
    .number()
    .nullable()
    .meta({ description: 'shipped, by the mean of opening and closing; null where there was never any' }),
});

const filter = z
  .strictObject({
    ...periodFields,
    sku: sku.optional(),
    limit: digits(z.int().min(1).max(1000)).prefault(20),
  })
  .superRefine(isOrderly);

/** Whole hours: the one in which the period begins counts, the one in which it ends as well. */
const SQL = `
  with hours as materialized (
    select floor(extract(epoch from $1::timestamptz) / 3600)::int as first,
      ceil(extract(epoch from $2::timestamptz) / 3600)::int as end
  ), moved as (
    select sku,
      coalesce(sum(received - shipped - lost) filter (where hour < (select first from hours)), 0)::bigint as opening,
      coalesce(sum(received) filter (where hour >= (select first from hours)), 0)::bigint as received,
      coalesce(sum(shipped) filter (where hour >= (select first from hours)), 0)::bigint as shipped,
      coalesce(sum(lost) filter (where hour >= (select first from hours)), 0)::bigint as lost,
      sum(received - shipped - lost)::bigint as closing
    from analytics.stock_moves
    where hour < (select h.end from hours h) and ($3::text is null or sku = $3)
    group by sku
  )
  select sku, opening, received, shipped, lost, closing,
    round(shipped / nullif((opening + closing) / 2.0, 0), 4)::float8 as turnover
  from moved order by turnover desc nulls last, shipped desc, sku limit $4`;

export const stockTurnover = defineReport({
  name: 'stock-turnover',
  filter,
  item,
  view: z.object({ ...reportFields, items: z.array(item) }).meta({ id: 'StockTurnoverReport' }),
  models: [stockMoves],
  sql: SQL,
  params: ({ sku, limit }) => [sku ?? null, limit],
});

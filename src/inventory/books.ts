import type { Database } from '../platform/event-store/database.js';
import type { BooksCompared, Disagreement } from '../platform/reconciliation/comparison.js';

const COMPARE = `
  select s.sku as object, 'stock says ' || s.reserved || ' are reserved' as ours,
    'reservations hold ' || coalesce(r.held, 0) as theirs
  from inventory.stock_levels s
  left join (
    select sku, sum(quantity) as held from inventory.reservations
    where state = 'held' and sku = any ($1::text[]) group by sku) r using (sku)
  where s.sku = any ($1::text[]) and s.reserved <> coalesce(r.held, 0)`;

/** Units that are reserved, as the stock of each SKU and as the reservations say. */
export const stockAndReservations = (database: Database): BooksCompared => ({
  name: 'stock-and-reservations',
  next: async (after, limit) => {
    const rows = await database.query<{ sku: string }>(
      'select sku from inventory.stock_levels where sku > $1 order by sku limit $2',
      [after, limit],
    );
    return rows.map(({ sku }) => sku);
  },
  compare: (skus) => database.query<Disagreement>(COMPARE, [skus]),
});

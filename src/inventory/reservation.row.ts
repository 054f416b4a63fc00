import type { ReservationState } from './reservation.state.js';

/** What an order holds, held or gave back, for the auditor: a row for each SKU that commits with the events. */
const STATEMENT = `
  insert into inventory.reservations as known (order_id, sku, quantity, state, version)
  select distinct on (r."orderId", line.sku) r."orderId", line.sku, line.quantity, r.state, r.version
  from json_to_recordset($1::json) as r("orderId" uuid, state text, version int, lines json),
    json_to_recordset(r.lines) as line(sku text, quantity bigint)
  order by r."orderId", line.sku, r.version desc
  on conflict (order_id, sku) do update set quantity = excluded.quantity, state = excluded.state, version = excluded.version
  where known.version < excluded.version`;

export const reservationRow = (item: { id: string; state: ReservationState; version: number }) => ({
  statement: STATEMENT,
  row: {
    orderId: item.id,
    version: item.version,
    state: item.state.status,
    lines: 'lines' in item.state ? linesOf(item.state) : [],
  },
});

/** Of what was given up nothing is left, which takes the row out of the view. */
const linesOf = ({ lines, dropped = [] }: Extract<ReservationState, { readonly lines: object }>) => [
  ...lines,
  ...dropped.map((sku) => ({ sku, quantity: 0 })),
];

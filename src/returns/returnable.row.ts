import type { ReturnableState } from './returnable.state.js';

/** The units of an order as rows that commit with the events: the database refuses what no rule should have decided. */
const STATEMENT = `
  insert into returns.returnable_units as known (order_id, sku, delivered, claimed, came_back, version)
  select distinct on ("orderId", sku) "orderId", sku, delivered, claimed, "cameBack", version
  from json_to_recordset($1::json) as r("orderId" uuid, version int, units json),
    json_to_recordset(units) as u(sku text, delivered bigint, claimed bigint, "cameBack" bigint)
  order by "orderId", sku, version desc
  on conflict (order_id, sku) do update set claimed = excluded.claimed, came_back = excluded.came_back,
    version = excluded.version
  where known.version < excluded.version`;

export const returnableRow = (item: { id: string; state: ReturnableState; version: number }) => ({
  statement: STATEMENT,
  row: {
    orderId: item.id,
    version: item.version,
    units: Object.entries(item.state.units).map(([sku, units]) => ({ sku, ...units })),
  },
});

import type { StockItemState } from './stock-item.state.js';

/**
 * The state of a stock item as a row that commits with its events: the database then refuses, by its own CHECK
 * constraints, what the rules should never have decided. Of several appends to one SKU in a batch, the last counts.
 */
const STATEMENT = `
  insert into inventory.stock_levels as level
    (sku, on_hand, reserved, received, shipped, written_off, returned, version)
  select distinct on (sku) sku, "onHand", reserved, received, shipped, "writtenOff", returned, version
  from json_to_recordset($1::json) as r(sku text, "onHand" bigint, reserved bigint, received bigint,
    shipped bigint, "writtenOff" bigint, returned bigint, version int)
  order by sku, version desc
  on conflict (sku) do update set
    on_hand = excluded.on_hand, reserved = excluded.reserved, received = excluded.received,
    shipped = excluded.shipped, written_off = excluded.written_off, returned = excluded.returned,
    version = excluded.version
  where level.version < excluded.version`;

export const stockLevelRow = (item: { id: string; state: StockItemState; version: number }) => ({
  statement: STATEMENT,
  row: { sku: item.id, version: item.version, ...item.state },
});

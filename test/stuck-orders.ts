import type { Shop } from './shop.js';

/** Something of ours that fails, until it is mended: then the order waits for somebody to say so. */
const breakage = `
  drop function if exists break_shipping() cascade;
  create function break_shipping() returns trigger language plpgsql as
    $$ begin raise exception 'the label printer is out of paper'; end $$;
  create trigger break_shipping before insert on platform.events for each row
    when (new.type in ('ShipmentRequested', 'ShipmentDispatched')) execute function break_shipping()`;
const repair = 'drop function if exists break_shipping() cascade';

/** So many orders whose parcels cannot be recorded; what kept them from it is mended already. */
export const stuckOrders = async (shop: Shop, count: number): Promise<readonly string[]> => {
  await shop.database.query(breakage);
  const ids = await Promise.all(Array.from({ length: count }, () => shop.place()));
  for (const id of ids)
    await shop.until(`/v1/orders/${id}/fulfilment`, ({ state }) => state === 'needs-attention');
  await shop.database.query(repair);
  return ids.toSorted();
};

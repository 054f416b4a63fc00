import type { Database } from '../platform/event-store/database.js';
import type { Finder } from '../platform/ops/search.js';

const NEWEST = `
  select created_at from orders.order_list where customer_id = $1 order by created_position desc limit 1`;

/** A customer is known by orders: there need not be a stream. */
export const customersWithOrders = (database: Database): Finder => ({
  find: async (id) => {
    const rows = await database.query<{ created_at: Date }>(NEWEST, [id]);
    return rows.map(({ created_at: at }) => ({
      ...{ kind: 'customer', id, by: 'id' as const, orderId: null },
      at: at.toISOString(),
      href: `/v1/customers/${id}/orders`,
    }));
  },
});

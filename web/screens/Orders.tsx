import { getRouteApi, Link } from '@tanstack/react-router';
import { orderStatuses, type Order } from '../api/types.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Money } from '../parts/Money.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/orders');
const filters = [
  { name: 'status', label: 'Status', options: orderStatuses },
  { name: 'sku', label: 'SKU' },
  { name: 'customerId', label: 'Customer id' },
];

/** Newest first. What is looked for stands in the address. */
export function Orders() {
  const { status, sku, customerId } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="The newest first. An order opens with what it waits for and every version it ever had.">
        Orders
      </Title>
      <Listing<Order>
        name="Orders"
        path="/v1/orders"
        isHeard
        wanted={{ status, sku, customerId }}
        filters={filters}
        onWant={(wish, replace) => void navigate({ search: (before) => ({ ...before, ...wish }), replace })}
        keyOf={({ id }) => id}
        empty={
          (status ?? sku ?? customerId) ? (
            'No order is like that.'
          ) : (
            <>
              There is no order yet. <a href="/">The start page</a> says how to place one.
            </>
          )
        }
        columns={{
          Order: ({ id }) => (
            <Link to="/orders/$orderId" params={{ orderId: id }} data-stop="">
              <code>{id}</code>
            </Link>
          ),
          Status: (order) => <Badge state={order.status} />,
          Total: ({ total }) => <Money amount={total} />,
          Created: ({ createdAt }) => <Time at={createdAt} />,
          'Why it ended': ({ cancellationReason }) => cancellationReason?.detail ?? '',
        }}
      />
    </>
  );
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { read } from '../api/client.js';
import { orderStatuses, type Order } from '../api/types.js';
import { Badge } from '../parts/Badge.js';
import { Failure } from '../parts/Failure.js';
import { Money } from '../parts/Money.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const route = getRouteApi('/orders');

interface Page {
  readonly items: readonly Order[];
  readonly nextCursor: string | null;
}

/** Newest first. What is looked for stands in the address. */
export function Orders() {
  const search = route.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['orders', search],
    queryFn: ({ pageParam }) => read<Page>(addressOf(search, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const found = query.data?.pages.flatMap(({ items }) => items);
  const trouble = query.error ?? query.failureReason;
  return (
    <>
      <h1>Orders</h1>
      <Filters />
      {trouble && <Failure error={trouble} />}
      {!found && !trouble && <p className="quiet">Loading…</p>}
      {found && <List orders={found} />}
      {query.hasNextPage && (
        <button type="button" disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          Older ones
        </button>
      )}
    </>
  );
}

function addressOf(search: Readonly<Record<string, string | undefined>>, cursor: string): string {
  const asked = new URLSearchParams({ limit: '50' });
  for (const [name, value] of Object.entries({ ...search, cursor })) if (value) asked.set(name, value);
  return `/v1/orders?${asked}`;
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (wish: object) =>
    void navigate({ search: (before) => ({ ...before, ...wish }), replace: true });
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Status
        <select
          value={search.status ?? ''}
          onChange={({ target }) => narrow({ status: orderStatuses.find((each) => each === target.value) })}
        >
          <option value="">all</option>
          {orderStatuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      <label>
        SKU
        <input
          value={search.sku ?? ''}
          onChange={({ target }) => narrow({ sku: target.value || undefined })}
        />
      </label>
      <label>
        Customer id
        <input
          value={search.customerId ?? ''}
          onChange={({ target }) => narrow({ customerId: target.value || undefined })}
        />
      </label>
    </form>
  );
}

const List = ({ orders }: { readonly orders: readonly Order[] }) => (
  <Table
    name="Orders"
    rows={orders}
    keyOf={({ id }) => id}
    empty={<p>No order is like that.</p>}
    columns={{
      Order: ({ id }) => (
        <Link to="/orders/$orderId" params={{ orderId: id }} data-stop="">
          <code>{id}</code>
        </Link>
      ),
      Status: ({ status }) => <Badge state={status} />,
      Total: ({ total }) => <Money amount={total} />,
      Created: ({ createdAt }) => <Time at={createdAt} />,
      'Why it ended': ({ cancellationReason }) => cancellationReason?.detail ?? '',
    }}
  />
);

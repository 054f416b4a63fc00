import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sagas } from '../api/queries.js';
import { sagaStates, type Saga } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const route = getRouteApi('/sagas');

/** Those that changed last first. */
export function Sagas() {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(sagas(state));
  return (
    <>
      <h1>Sagas</h1>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          State
          <select
            value={state ?? ''}
            onChange={({ target }) =>
              void navigate({ search: { state: sagaStates.find((each) => each === target.value) } })
            }
          >
            <option value="">all</option>
            {sagaStates.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </form>
      <Loaded query={query}>{({ items, isMore }) => <List sagas={items} isMore={isMore} />}</Loaded>
    </>
  );
}

const verb = (orderId: string, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/sagas/${orderId}/${rel}`, name: `order ${orderId}` }],
});

const List = ({ sagas: rows, isMore }: { readonly sagas: readonly Saga[]; readonly isMore: boolean }) => (
  <Table
    name="Sagas"
    rows={rows}
    isMore={isMore}
    keyOf={({ orderId }) => orderId}
    empty={<p>No saga is in that state.</p>}
    columns={{
      Order: ({ orderId }) => (
        <Link to="/orders/$orderId" params={{ orderId }} data-stop="">
          <code>{orderId}</code>
        </Link>
      ),
      State: ({ state }) => <Badge state={state} />,
      'Stuck at': ({ stuckStep }) => stuckStep ?? '',
      Said: ({ stuckDetail, lastError }) => stuckDetail ?? lastError ?? '',
      'Next try': ({ nextAttemptAt }) => nextAttemptAt && <Time at={nextAttemptAt} />,
      Changed: ({ updatedAt }) => <Time at={updatedAt} />,
      'What can be done': ({ orderId, state }) =>
        state === 'needs-attention' && <ActButton action={verb(orderId, 'retry')} />,
    }}
  />
);

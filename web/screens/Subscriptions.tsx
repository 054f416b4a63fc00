import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { subscriptions } from '../api/queries.js';
import type { Subscription } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';

const verb = (name: string, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/subscriptions/${encodeURIComponent(name)}/${rel}`, name }],
});

/** Who follows the log, and how far behind. */
export function Subscriptions() {
  const query = useQuery(subscriptions);
  return (
    <>
      <h1>Subscriptions</h1>
      <Loaded query={query}>
        {({ items }) => {
          const behind = items.filter(({ lag }) => lag > 0).length;
          return (
            <>
              <p role="status">
                {items.length} follow the log; {behind === 0 ? 'none is behind' : `${behind} behind`}.
              </p>
              <List rows={items} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

const List = ({ rows }: { readonly rows: readonly Subscription[] }) => (
  <Table
    name="Subscriptions"
    rows={rows}
    keyOf={({ name }) => name}
    empty={<p>Nobody follows the log.</p>}
    columns={{
      Name: ({ name }) => name,
      State: ({ state }) => <Badge state={state} />,
      Lag: ({ lag }) => <span className="money">{lag}</span>,
      Position: ({ checkpoint, head }) => (
        <span className="money">
          {checkpoint} of {head}
        </span>
      ),
      Parked: ({ parked }) => (parked > 0 ? <Link to="/parked">{parked}</Link> : '0'),
      'Last error': ({ lastError }) => lastError ?? '',
      'What can be done': ({ name, state }) => (
        <span className="buttons">
          <ActButton action={verb(name, state === 'paused' ? 'resume' : 'pause')} />
        </span>
      ),
    }}
  />
);

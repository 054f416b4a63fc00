import { useQuery } from '@tanstack/react-query';
import { parked } from '../api/queries.js';
import type { ParkedEvent } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';

const verb = ({ id, stream, eventType }: ParkedEvent, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/parked/${id}/${rel}`, name: `${eventType} of ${stream}` }],
});

/** Events that a subscription could not handle; those behind them in their sequence wait. */
export function Parked() {
  const query = useQuery(parked);
  return (
    <>
      <h1>Parked events</h1>
      <Loaded query={query}>
        {({ items, isMore }) => (
          <Table
            name="Parked events"
            rows={items}
            isMore={isMore}
            keyOf={({ id }) => id}
            empty={<p>Nothing is parked: every event was handled.</p>}
            columns={{
              Event: ({ eventType, stream, version }) => `${eventType}, ${stream} version ${version}`,
              Subscription: ({ subscription }) => subscription,
              State: ({ state }) => <Badge state={state} />,
              Error: ({ error }) => error ?? '',
              Tries: ({ attempts }) => attempts,
              Behind: ({ behind }) => behind,
              Since: ({ parkedAt }) => <Time at={parkedAt} />,
              'What can be done': (event) => (
                <span className="buttons">
                  <ActButton action={verb(event, 'retry')} />
                  <ActButton action={verb(event, 'discard')} />
                </span>
              ),
            }}
          />
        )}
      </Loaded>
    </>
  );
}

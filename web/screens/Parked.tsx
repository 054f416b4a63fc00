import { getRouteApi, Link } from '@tanstack/react-router';
import type { ParkedEvent } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/parked');
const filters = [
  { name: 'state', label: 'State', options: ['retrying', 'parked'] },
  { name: 'subscription', label: 'Subscription' },
];

const verb = ({ id, stream, eventType }: ParkedEvent, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/parked/${id}/${rel}`, name: `${eventType} of ${stream}` }],
});

/** Events that a subscription could not handle; those behind them in their sequence wait. */
export function Parked() {
  const { state, subscription } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="Events that a subscription could not handle. What follows of the same order waits behind them; everything else goes on.">
        Parked events
      </Title>
      <Listing<ParkedEvent>
        name="Parked events"
        path="/v1/ops/parked"
        isHeard
        wanted={{ state, subscription }}
        filters={filters}
        onWant={(wish, replace) => void navigate({ search: (before) => ({ ...before, ...wish }), replace })}
        keyOf={({ id }) => id}
        empty="Nothing is parked: every event was handled."
        columns={{
          Event: ({ eventType, eventId, stream, version }) => (
            <>
              <Link to="/events" search={{ stream, event: eventId }} data-stop="">
                {eventType}
              </Link>
              , {stream} version {version}
            </>
          ),
          Subscription: (event) => event.subscription,
          State: (event) => <Badge state={event.state} />,
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
    </>
  );
}

import { getRouteApi, Link } from '@tanstack/react-router';
import { sagaStates, type Saga } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { whySagaWaits } from '../model/why.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Listing } from '../parts/Listing.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/sagas');

const filters = [
  { name: 'state', label: 'State', options: sagaStates },
  { name: 'step', label: 'Stuck at', options: ['reserve', 'pay', 'ship'] },
  { name: 'error', label: 'Stuck with' },
];

/** Those that changed last first; what is looked for can be told to all that are stuck like that. */
export function Sagas() {
  const { state, step, error } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Title about="The way of each order through reserving, paying and shipping, and back again where it fails. Those that changed last come first.">
        Sagas
      </Title>
      {(step ?? error) !== undefined && (
        <p className="buttons">
          <ActButton action={toAll('retry', { step, error })} />
          <ActButton action={toAll('compensate', { step, error })} />
        </p>
      )}
      <Listing<Saga>
        name="Sagas"
        path="/v1/ops/sagas"
        wanted={{ state, step, error }}
        filters={filters}
        isHeard
        onWant={(wish, replace) => void navigate({ search: (before) => ({ ...before, ...wish }), replace })}
        keyOf={({ orderId }) => orderId}
        empty="No saga is like that."
        columns={{
          Order: ({ orderId }) => (
            <Link to="/orders/$orderId" params={{ orderId }} data-stop="">
              <code>{orderId}</code>
            </Link>
          ),
          State: (saga) => <Badge state={saga.state} />,
          Why: (saga) => whySagaWaits(saga) ?? '',
          'Next try': ({ nextAttemptAt }) => nextAttemptAt && <Time at={nextAttemptAt} />,
          Changed: ({ updatedAt }) => <Time at={updatedAt} />,
          'What can be done': (saga) =>
            saga.state === 'needs-attention' && (
              <span className="buttons">
                <ActButton action={verb(saga.orderId, 'retry')} />
                <ActButton action={verb(saga.orderId, 'compensate')} />
              </span>
            ),
        }}
      />
    </>
  );
}

const verb = (orderId: string, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/sagas/${orderId}/${rel}`, name: `order ${orderId}` }],
});

/** All that are stuck like that when it is done, however many are on the screen. */
const toAll = (rel: string, filter: object): Action => ({
  rel,
  targets: [
    {
      href: '/v1/ops/operations',
      name: 'all that are stuck like this',
      meant: { verb: `saga.${rel}`, filter, pace: 10 },
    },
  ],
});

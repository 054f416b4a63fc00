import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { subscriptions } from '../api/queries.js';
import type { Rebuild } from '../api/lists.js';
import type { Subscription } from '../api/types.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Loaded } from '../parts/Loaded.js';
import { Filters, Listing } from '../parts/Listing.js';
import { Table } from '../parts/Table.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/subscriptions');

const kinds: Readonly<Record<string, (one: Subscription) => boolean>> = {
  behind: ({ lag }) => lag > 0,
  paused: ({ state }) => state === 'paused',
  failing: ({ failingSince }) => failingSince !== null,
  parked: ({ parked }) => parked > 0,
};

const verb = (name: string, rel: string): Action => ({
  rel,
  targets: [{ href: `/v1/ops/subscriptions/${encodeURIComponent(name)}/${rel}`, name }],
});

const rebuild = (name: string, rel: 'rebuild' | 'verify'): Action => ({
  rel,
  targets: [
    {
      href: `/v1/ops/subscriptions/${encodeURIComponent(name)}/rebuild`,
      name,
      meant: { mode: rel === 'verify' ? 'verify' : 'switch' },
    },
  ],
});

/** Who follows the log, and how far behind. */
export function Subscriptions() {
  const query = useQuery(subscriptions);
  const { only = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const isShown = kinds[only] ?? (() => true);
  return (
    <>
      <Title about="Who reads the events, and how far behind: lists, sagas, mails. Verify computes a list anew and compares, rebuild also puts it in place; reads go on meanwhile.">
        Projections and other subscriptions
      </Title>
      <Loaded query={query}>
        {({ items }) => {
          const behind = items.filter(({ lag }) => lag > 0).length;
          return (
            <>
              <p role="status">
                {items.length} follow the log; {behind === 0 ? 'none is behind' : `${behind} behind`}.
              </p>
              <Filters
                filters={[{ name: 'only', label: 'Only those', options: Object.keys(kinds) }]}
                wanted={{ only }}
                onWant={(wish, replace) => void navigate({ search: wish, replace })}
              />
              <List rows={items.filter(isShown)} />
              <h2>Rebuilds and verifications</h2>
              <Rebuilds />
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
    empty={<p>No subscription is like that.</p>}
    columns={{
      Name: ({ name }) => name,
      State: ({ state }) => <Badge state={state} />,
      Lag: ({ lag }) => <span className="money">{lag}</span>,
      Position: ({ checkpoint, head }) => (
        <span className="money">
          {checkpoint} of {head}
        </span>
      ),
      Parked: ({ name, parked }) =>
        parked > 0 ? (
          <Link to="/parked" search={{ subscription: name }}>
            {parked}
          </Link>
        ) : (
          '0'
        ),
      'Last error': ({ lastError }) => lastError ?? '',
      'What can be done': ({ name, state }) => (
        <span className="buttons">
          <ActButton action={verb(name, state === 'paused' ? 'resume' : 'pause')} />
          <ActButton action={rebuild(name, 'verify')} />
          <ActButton action={rebuild(name, 'rebuild')} />
        </span>
      ),
    }}
  />
);

const Rebuilds = () => (
  <Listing<Rebuild>
    name="Rebuilds"
    path="/v1/ops/rebuilds"
    keyOf={({ id }) => id}
    empty="No model was computed anew."
    columns={{
      Model: ({ subscription }) => subscription,
      What: ({ mode }) => (mode === 'verify' ? 'compared only' : 'takes its place'),
      State: ({ state }) => <Badge state={state} />,
      Progress: ({ done, total, etaSeconds }) => (
        <>
          <progress aria-label="Progress" max={Math.max(1, total)} value={done} />{' '}
          {etaSeconds === null ? `${done} of ${total}` : `about ${etaSeconds} s left`}
        </>
      ),
      Found: ({ comparison, error }) => error ?? (comparison && <Differences found={comparison} />),
      Why: ({ requestedBy, reason }) => `${requestedBy}: ${reason}`,
      When: ({ requestedAt }) => <Time at={requestedAt} />,
    }}
  />
);

function Differences({ found: { differences, sample } }: { found: NonNullable<Rebuild['comparison']> }) {
  if (differences === 0) return <>no difference</>;
  return (
    <details>
      <summary>{differences === 1 ? '1 row differs' : `${differences} rows differ`}</summary>
      <ul>
        {sample.map(({ key, live, rebuilt }) => (
          <li key={key}>
            <code>{key}</code>
            <pre>{`is:        ${JSON.stringify(live)}\nshould be: ${JSON.stringify(rebuilt)}`}</pre>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { attention } from '../api/queries.js';
import type { AttentionItem } from '../api/types.js';
import { actionsOf, causesOf, kindInWords, type Cause } from '../model/causes.js';
import { isInDialog } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Loaded } from '../parts/Loaded.js';
import { Time } from '../parts/Time.js';
import { Title } from '../parts/Title.js';

const route = getRouteApi('/');

/** All that will not get better by itself, by cause: forty stuck orders are two decisions. */
export function Inbox() {
  const query = useQuery(attention);
  const { kind } = route.useSearch();
  return (
    <>
      <Title about="What does not get better by itself, by cause. Each button shows what would follow before anything is done.">
        Inbox
      </Title>
      <Loaded query={query}>
        {({ items, isMore }) =>
          kind ? (
            <OfKind kind={kind} items={items.filter((item) => item.kind === kind)} isMore={isMore} />
          ) : items.length === 0 ? (
            <div className="empty good">
              <p>
                <span aria-hidden="true">✓</span> Nothing waits for you.
              </p>
              <p>Every order goes on by itself. What gets stuck shows up here within seconds.</p>
            </div>
          ) : (
            <Causes causes={causesOf(items)} count={items.length} isMore={isMore} />
          )
        }
      </Loaded>
    </>
  );
}

function OfKind(props: { kind: string; items: readonly AttentionItem[]; isMore: boolean }) {
  const { kind, items, isMore } = props;
  return (
    <>
      <p>
        Only what is of the kind “{kindInWords(kind)}”. <Link to="/">All that waits</Link>
      </p>
      {items.length === 0 ? (
        <div className="empty">
          <p>Nothing of this kind waits.</p>
        </div>
      ) : (
        <Causes causes={causesOf(items)} count={items.length} isMore={isMore} />
      )}
    </>
  );
}

function Causes(props: { causes: readonly Cause[]; count: number; isMore: boolean }) {
  const { causes, count, isMore } = props;
  const things = count === 1 ? 'thing waits' : 'things wait';
  return (
    <>
      <p role="status">
        {isMore && 'The newest '}
        {count} {things} for a decision, for {causes.length === 1 ? 'one cause' : `${causes.length} causes`}.
      </p>
      <ol className="causes">
        {causes.map((cause) => (
          <li key={cause.key}>
            <Card cause={cause} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Card({ cause }: { readonly cause: Cause }) {
  const { kind, title, since, items, actions } = cause;
  const [likely, ...others] = actions;
  return (
    <article className="cause" aria-label={`${kindInWords(kind)}: ${title}`}>
      <p className="quiet">
        {kindInWords(kind)} · {items.length > 1 && `${items.length} of them, the oldest `}
        <Time at={since} />
      </p>
      <h2>{title}</h2>
      <div className="buttons">
        {likely && <ActButton action={likely} isMain />}
        {others.map((action) => (
          <ActButton key={action.rel} action={action} />
        ))}
        {items.length === 1 && <About item={items[0]!} />}
        {items.length === 1 && <ByApi item={items[0]!} />}
      </div>
      {items.length > 1 && (
        <details>
          <summary>All {items.length} of them</summary>
          <ul className="rows">
            {items.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Row({ item }: { readonly item: AttentionItem }) {
  return (
    <li>
      <About item={item} /> <Time at={item.since} />
      <span className="buttons">
        {actionsOf([item]).map((action) => (
          <ActButton key={action.rel} action={action} />
        ))}
      </span>
    </li>
  );
}

/** What wants more than a reason. */
function ByApi({ item: { actions } }: { readonly item: AttentionItem }) {
  return actions
    .filter((action) => action.method !== 'GET' && !isInDialog(action))
    .map(({ rel, method, href }) => (
      <span key={rel} className="quiet">
        {rel}: <code>{`${method} ${href}`}</code>
      </span>
    ));
}

const ofSubscriptions: readonly string[] = [
  'subscription',
  'beyond-head',
  'newer-program',
  'rebuild',
  'mismatch',
];
interface Listed {
  readonly to: string;
  readonly name: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** Where the others of the kind stand. */
const lists: Readonly<Record<string, Listed>> = {
  parked: { to: '/parked', name: 'Parked events' },
  'dead-letter': { to: '/dead-letters', name: 'Dead letters' },
  approval: { to: '/operations', name: 'For a second person' },
  drill: { to: '/drills', name: 'Drills' },
  outage: { to: '/sagas', name: 'The orders', search: { state: 'running' } },
  kafka: { to: '/kafka', name: 'Outbox and Kafka' },
  notification: { to: '/mails', name: 'Mails' },
  'mail-server': { to: '/mails', name: 'Mails' },
  'webhook-endpoint': { to: '/webhooks', name: 'Webhooks' },
};
const ofOrders: readonly string[] = ['saga', 'unwatched-saga'];

function About({ item: { id, kind, object } }: { readonly item: AttentionItem }) {
  if (ofOrders.includes(kind)) {
    return (
      <Link to="/orders/$orderId" params={{ orderId: object }}>
        Order {object}
      </Link>
    );
  }
  if (ofSubscriptions.includes(kind)) return <Link to="/subscriptions">{object}</Link>;
  if (kind === 'webhook-delivery') {
    return (
      <Link to="/webhooks" search={{ endpoint: id, state: 'failed' }}>
        Webhooks to {object}
      </Link>
    );
  }
  const place = lists[kind];
  if (!place) return <code>{object}</code>;
  return (
    <Link to={place.to} search={place.search ?? {}}>
      {place.name}
    </Link>
  );
}

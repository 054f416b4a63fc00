import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment, useMemo, useRef } from 'react';
import { fulfilment, order, timeline } from '../api/queries.js';
import type { Fulfilment, Order, TimelineEntry } from '../api/types.js';
import { momentsOf } from '../model/moments.js';
import { whyItWaits } from '../model/why.js';
import type { Action } from '../model/verbs.js';
import { ActButton } from '../parts/Acting.js';
import { Badge } from '../parts/Badge.js';
import { Lane } from '../parts/Lane.js';
import { LiveSign, useLive } from '../parts/Live.js';
import { Loaded } from '../parts/Loaded.js';
import { Money } from '../parts/Money.js';
import { Time } from '../parts/Time.js';
import { History } from './History.js';

const route = getRouteApi('/orders/$orderId');
/** Mails and tries are no events: nobody says when there is another one. */
const LOOK_MS = 10_000;

/** One order: how far it is, what it waits for, and every version it ever had. */
export function OrderPage() {
  const { orderId } = route.useParams();
  const query = useQuery({ ...order(orderId), refetchInterval: LOOK_MS });
  // A long story is read beside the order, not after it.
  useQuery(timeline(orderId));
  return (
    <>
      <h1>
        Order <code>{orderId}</code>
      </h1>
      <Loaded query={query}>{(found) => <Found order={found} />}</Loaded>
    </>
  );
}

function Found({ order: now }: { readonly order: Order }) {
  const isBegun = now.confirmedAt !== undefined;
  const saga = useQuery({ ...fulfilment(now.id, isBegun), refetchInterval: LOOK_MS });
  const story = useQuery({ ...timeline(now.id), refetchInterval: LOOK_MS });
  const standing = useStory(now.id, story.data?.items);
  return (
    <>
      <p>
        <LiveSign standing={standing} />
      </p>
      <Head order={now} />
      {isBegun && (
        <Loaded query={saga}>
          {(found) => (
            <>
              <Why order={now} fulfilment={found} />
              <Lane fulfilment={found} />
            </>
          )}
        </Loaded>
      )}
      {!isBegun && <Why order={now} fulfilment={undefined} />}
      <Loaded query={story}>{({ items }) => <Past orderId={now.id} items={items} />}</Loaded>
    </>
  );
}

/** Whatever happens to the order in any room is read at once. */
function useStory(orderId: string, items: readonly TimelineEntry[] | undefined) {
  const client = useQueryClient();
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = items?.reduce((most, { position }) => Math.max(most, position), 0);
  return useLive(
    items && `/v1/orders/${orderId}/live`,
    () => {
      clearTimeout(soon.current);
      // What is stored together comes together.
      soon.current = setTimeout(() => void client.invalidateQueries({ queryKey: ['order', orderId] }), 50);
    },
    last,
  );
}

function Past({ orderId, items }: { orderId: string; items: readonly TimelineEntry[] }) {
  const moments = useMemo(() => momentsOf(orderId, items), [orderId, items]);
  return <History orderId={orderId} moments={moments} />;
}

function Head({
  order: { status, total, customerId, items, createdAt, ...rest },
}: {
  readonly order: Order;
}) {
  return (
    <dl className="facts">
      <dt>Status</dt>
      <dd>
        <Badge state={status} />
        {rest.cancellationReason && ` ${rest.cancellationReason.detail}`}
      </dd>
      <dt>Total</dt>
      <dd>
        <Money amount={total} /> for{' '}
        {items.map(({ quantity, sku }, at) => (
          <Fragment key={sku}>
            {at > 0 && ', '}
            {quantity} ×{' '}
            <Link to="/orders" search={{ sku }}>
              {sku}
            </Link>
          </Fragment>
        ))}
      </dd>
      <dt>Customer</dt>
      <dd>
        <Link to="/orders" search={{ customerId }}>
          <code>{customerId}</code>
        </Link>
      </dd>
      <dt>Created</dt>
      <dd>
        <Time at={createdAt} />
      </dd>
      {rest.trackingNumber && (
        <>
          <dt>Parcel</dt>
          <dd>
            {rest.carrier} {rest.trackingNumber}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Why it does not go on, in a sentence, with what can be done about it. */
function Why(props: { order: Order; fulfilment: Fulfilment | undefined }) {
  const sentence = whyItWaits(props.order, props.fulfilment);
  if (!sentence) return null;
  const isStuck = (props.fulfilment?.troubles.length ?? 0) > 0;
  return (
    <section className={`why note ${isStuck ? 'bad' : 'busy'}`} aria-label="Why it waits">
      <p>{sentence}</p>
      {props.fulfilment && (
        <div className="buttons">
          {actionsFor(props.order.id, props.fulfilment).map((action, at) => (
            <ActButton key={action.rel} action={action} isMain={isStuck && at === 0} />
          ))}
        </div>
      )}
    </section>
  );
}

function actionsFor(orderId: string, { troubles, state }: Fulfilment): readonly Action[] {
  const [trouble] = troubles;
  const { step, direction, command } = trouble ?? {};
  const meant = step && direction && { step, direction, ...(command && { command }) };
  const action = (rel: string, isAboutOne: boolean): Action => ({
    rel,
    targets: [
      {
        href: `/v1/ops/sagas/${orderId}/${rel}`,
        name: `order ${orderId}`,
        ...(isAboutOne && meant && { meant }),
      },
    ],
  });
  const canResolve = direction !== undefined && direction !== 'forward';
  return [
    action('retry', true),
    ...(canResolve ? [action('resolve', true)] : []),
    ...(state === 'compensating' || canResolve ? [] : [action('compensate', false)]),
  ];
}

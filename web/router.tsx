import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { orderStatuses, sagaStates, type OrderStatus, type SagaState } from './api/types.js';
import { parseSearch, stringifySearch, type Given } from './model/address.js';
import { Frame } from './parts/Frame.js';
import { Failure } from './parts/Failure.js';
import { Inbox } from './screens/Inbox.js';

/** What stands in the addresses of screens. */
interface OrdersWanted {
  readonly status?: OrderStatus | undefined;
  readonly sku?: string | undefined;
  readonly customerId?: string | undefined;
}
interface MomentWanted {
  /** Which event, counted from 1. */
  readonly at?: number | undefined;
  /** What it is looked at through: a read model; without one as the order itself. */
  readonly model?: string | undefined;
}
interface SagasWanted {
  readonly state?: SagaState | undefined;
  readonly step?: string | undefined;
  readonly error?: string | undefined;
}
interface EventsWanted {
  readonly type?: string | undefined;
  readonly stream?: string | undefined;
  /** Which of them is open. */
  readonly event?: string | undefined;
  readonly paused?: true | undefined;
}

const text = (given: unknown): string | undefined =>
  typeof given === 'string' && given !== '' ? given.slice(0, 300) : undefined;
const oneOf = <Word extends string>(words: readonly Word[], given: unknown): Word | undefined =>
  words.find((word) => word === given);

/** A screen whose address holds nothing but texts. */
const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (given: Given): { readonly [Wanted in Name]?: string | undefined } =>
    Object.fromEntries(names.map((name) => [name, text(given[name])])) as {
      readonly [Wanted in Name]?: string | undefined;
    };

const root = createRootRoute({
  component: Frame,
  errorComponent: ({ error }) => <Failure error={error} />,
  notFoundComponent: () => (
    <>
      <h1>Nothing is here</h1>
      <p>No screen has this address. The inbox shows what waits for you.</p>
    </>
  ),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: texts('kind'),
  component: Inbox,
});

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: (given: Given): OrdersWanted => ({
    status: oneOf(orderStatuses, given['status']),
    sku: text(given['sku']),
    customerId: text(given['customerId']),
  }),
  component: lazyRouteComponent(() => import('./screens/Orders.js'), 'Orders'),
});

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId',
  validateSearch: ({ at, model }: Given): MomentWanted => ({
    model: text(model),
    at: Number.isInteger(Number(at)) && Number(at) > 0 ? Number(at) : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/OrderPage.js'), 'OrderPage'),
});

const sagas = createRoute({
  getParentRoute: () => root,
  path: '/sagas',
  validateSearch: ({ state, step, error }: Given): SagasWanted => ({
    state: oneOf(sagaStates, state),
    step: text(step),
    error: text(error),
  }),
  component: lazyRouteComponent(() => import('./screens/Sagas.js'), 'Sagas'),
});

const subscriptions = createRoute({
  getParentRoute: () => root,
  path: '/subscriptions',
  validateSearch: texts('only'),
  component: lazyRouteComponent(() => import('./screens/Subscriptions.js'), 'Subscriptions'),
});

const parked = createRoute({
  getParentRoute: () => root,
  path: '/parked',
  validateSearch: texts('state', 'subscription'),
  component: lazyRouteComponent(() => import('./screens/Parked.js'), 'Parked'),
});

const deadLetters = createRoute({
  getParentRoute: () => root,
  path: '/dead-letters',
  validateSearch: texts('state'),
  component: lazyRouteComponent(() => import('./screens/DeadLetters.js'), 'DeadLetters'),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: lazyRouteComponent(() => import('./screens/Overview.js'), 'Overview'),
});

const kafka = createRoute({
  getParentRoute: () => root,
  path: '/kafka',
  component: lazyRouteComponent(() => import('./screens/Kafka.js'), 'Kafka'),
});

const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  validateSearch: texts('status'),
  component: lazyRouteComponent(() => import('./screens/Stock.js'), 'Stock'),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhooks',
  validateSearch: texts('endpoint', 'state'),
  component: lazyRouteComponent(() => import('./screens/Webhooks.js'), 'Webhooks'),
});

const mails = createRoute({
  getParentRoute: () => root,
  path: '/mails',
  validateSearch: texts('state'),
  component: lazyRouteComponent(() => import('./screens/Mails.js'), 'Mails'),
});

const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  component: lazyRouteComponent(() => import('./screens/Contracts.js'), 'Contracts'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  validateSearch: texts('id', 'actor', 'action', 'object', 'approvals'),
  component: lazyRouteComponent(() => import('./screens/Operations.js'), 'Operations'),
});

const drills = createRoute({
  getParentRoute: () => root,
  path: '/drills',
  component: lazyRouteComponent(() => import('./screens/Drills.js'), 'Drills'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  validateSearch: texts('q'),
  component: lazyRouteComponent(() => import('./screens/System.js'), 'System'),
});

const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  validateSearch: texts('q'),
  component: lazyRouteComponent(() => import('./screens/Find.js'), 'Find'),
});

const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: ({ type, stream, event, paused }: Given): EventsWanted => ({
    type: text(type),
    stream: text(stream),
    event: text(event),
    paused: String(paused) === 'true' ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/Events.js'), 'Events'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[inbox, overview, orders, order, sagas, subscriptions, parked, deadLetters, events],
    ...[kafka, stock, webhooks, mails, contracts, operations, system, drills, find],
  ]),
  basepath: '/console',
  scrollRestoration: false,
  parseSearch,
  stringifySearch,
});

export function preloadScreens(): void {
  for (const { options } of Object.values(router.routesById)) {
    const { component } = options as { component?: { preload?: () => Promise<void> } };
    // It is loaded when it is opened, then.
    void component?.preload?.().catch(() => undefined);
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { randomUUID } from 'node:crypto';
import { orderBody } from '../goods.mjs';
import { has } from '../seen.mjs';

export const operations = {
  name: 'operations',
  title: 'Running it: read models, events, what is kept',
  about: `Read models follow the log by durable subscriptions. They can be paused, and computed anew beside the live one
    while reads go on. Every action needs a reason and is itself recorded.`,
  async walk(tour) {
    await behind(tour);
    await rebuilt(tour);
    await snapshotsRebuilt(tour);
    await log(tour);
    await overviewed(tour);
    await many(tour);
    await kept(tour);
  },
};

const orderList = '/v1/ops/subscriptions/orders.order-list';

async function behind(tour) {
  await tour.step('How far each read model is', {
    ...{ get: '/v1/ops/subscriptions?limit=100', see: { items: has({ name: 'orders.order-list' }) } },
    toSee: 'checkpoint, head, lag, owner',
  });
  await tour.step('The list of orders stops', {
    ...{ post: `${orderList}/pause`, key: false, body: { reason: 'the tour' }, see: { state: 'paused' } },
    toSee: 'paused',
  });
  try {
    const placed = await tour.step('An order meanwhile', {
      ...{ post: '/v1/orders', as: 'customer', body: await orderBody(tour, { confirm: false }), status: 201 },
      toSee: '201: what is written does not wait for what is read',
    });
    await tour.step('A list that would have to know of it', {
      ...{ get: '/v1/orders', as: 'customer', status: 503, header: { 'retry-after': /^\d+$/ } },
      headers: { 'min-event-position': placed.headers.get('event-position'), prefer: 'wait=1' },
      ...{ see: { code: 'projection-behind' }, toSee: '503 projection-behind, Retry-After; never old news' },
    });
  } finally {
    await tour.step('It goes on', {
      putsBack: true,
      ...{ post: `${orderList}/resume`, key: false, body: { reason: 'the tour' }, see: { state: 'running' } },
      toSee: 'running',
    });
  }
}

async function rebuilt(tour) {
  await tour.step('Nothing is skipped', {
    ...{ post: `${orderList}/rewind`, key: false, body: { reason: 'the tour' }, status: 409 },
    toSee: '409: only after a restore of the database has lost the end of the log',
  });
  const begun = await tour.step('It is computed anew, beside the live one', {
    ...{
      post: `${orderList}/rebuild`,
      key: false,
      body: { reason: 'the tour', mode: 'switch' },
      status: 202,
    },
    ...{ header: { location: /rebuilds/ }, toSee: '202, Location' },
    why: 'Reads stay as they are; when the new one has caught up, the two are switched.',
  });
  await tour.step('How far it is', {
    ...{ get: `/v1/ops/rebuilds/${begun.body.id}`, until: true, see: { state: 'done' }, toSee: 'done' },
  });
  await tour.step('All rebuilds', {
    ...{ get: '/v1/ops/rebuilds', see: { items: has({ id: begun.body.id }) }, toSee: 'this one first' },
  });
}

async function snapshotsRebuilt(tour) {
  const snapshots = await tour.step('Snapshots of long streams are made anew', {
    ...{
      post: '/v1/ops/snapshots/rebuild',
      key: false,
      body: { reason: 'the tour' },
      status: 202,
      toSee: '202',
    },
  });
  const rebuild = `/v1/ops/snapshots/rebuilds/${snapshots.body.id}`;
  const stopped = await tour.step('Which can be stopped at any time', {
    ...{ post: `${rebuild}/stop`, key: false, body: { reason: 'enough' }, allow: [409] },
    toSee: 'stopped, or 409: it is done already',
  });
  if (stopped.status === 409)
    tour.unshown.set('POST /v1/ops/snapshots/rebuilds/{id}/stop', 'it was done before it could be stopped');
  await tour.step('How far they were', {
    ...{ get: rebuild, until: true, see: { state: (state) => state === 'stopped' || state === 'done' } },
    toSee: 'stopped or done',
  });
  await tour.step('All of these', {
    ...{
      get: '/v1/ops/snapshots/rebuilds',
      see: { items: has({ id: snapshots.body.id }) },
      toSee: 'this one',
    },
  });
}

async function log(tour) {
  const newest = await tour.step('The log itself', {
    ...{ get: '/v1/ops/events?type=OrderCreated&limit=5', see: { items: [{ type: 'OrderCreated' }] } },
    toSee: 'position, stream, version, actor, correlation, causation',
  });
  const { stream } = newest.body.items[0];
  await tour.step('What each event of an order made of the rows of read models', {
    ...{ get: `/v1/ops/steps?streams=${stream}`, see: { items: [{ type: 'OrderCreated' }] } },
    toSee: 'for each event the rows it changed, before and after',
  });
  await tour.step('Whatever has an id: an order, a payment, a request', {
    ...{
      get: `/v1/ops/search?q=${stream.slice('order-'.length)}`,
      see: { items: [{ kind: 'order', by: 'id' }] },
    },
    toSee: 'what it is, and where it is shown',
  });
  await tour.step('Events that could not be handled', {
    ...{
      get: '/v1/ops/parked',
      see: { items: Array.isArray },
      toSee: 'none on a good day; others do not wait for them',
    },
  });
  for (const verb of ['retry', 'discard'])
    await tour.step(`One of them: ${verb}`, {
      ...{ post: `/v1/ops/parked/${randomUUID()}/${verb}`, key: false, body: { reason: 'the tour' } },
      ...{ status: 404, toSee: '404: there is no such event' },
    });
}

async function overviewed(tour) {
  await tour.step('Failures that can be rehearsed', {
    ...{ get: '/v1/ops/drills', see: { items: Array.isArray } },
    toSee: 'of parties that are simulated; none in production',
  });
  for (const verb of ['begin', 'end'])
    await tour.step(`One of them: ${verb}, only shown`, {
      ...{
        post: `/v1/ops/drills/carrier-down/${verb}?dryRun=true`,
        key: false,
        body: { reason: 'the tour' },
      },
      ...{ allow: [404], toSee: 'what would follow, and the verb that takes it back' },
    });
  await tour.step('How it goes', {
    ...{ get: '/v1/ops/overview', see: { sagas: Boolean, subscriptions: Boolean } },
    toSee: 'figures, each with a list of its own',
  });
  await tour.step('What operators did, and why', {
    ...{
      get: '/v1/ops/actions?action=subscription.pause',
      see: { items: has({ action: 'subscription.pause' }) },
    },
    toSee: 'who, when, why and how it ended',
  });
  await tour.step('How it is set', {
    ...{ get: '/v1/ops/system', see: { settings: has({ name: 'AUTH_JWT_SECRET', value: 'set' }) } },
    toSee: 'versions and settings; of secrets only that they are set',
  });
}

async function many(tour) {
  await tour.step('One verb for all that match', {
    ...{ post: '/v1/ops/operations?dryRun=true', key: false, status: 409 },
    body: { verb: 'parked.retry', filter: { error: 'no such error' }, pace: 10, reason: 'the tour' },
    toSee: '409: nothing is like that; otherwise how many, and a previewToken',
  });
  const nobody = randomUUID();
  await tour.step('Those under way', {
    ...{ get: '/v1/ops/operations', see: { items: Array.isArray }, toSee: 'how far each is' },
  });
  for (const path of [nobody, `${nobody}/items`])
    await tour.step('One of them', {
      ...{ get: `/v1/ops/operations/${path}`, status: 404, toSee: '404: there is no such operation' },
    });
  await tour.step('Which can be stopped', {
    ...{ post: `/v1/ops/operations/${nobody}/stop`, key: false, body: { reason: 'the tour' }, status: 404 },
    toSee: '404: there is no such operation',
  });
}

async function kept(tour) {
  await tour.step('How long what is kept', {
    ...{
      get: '/v1/ops/retention?limit=100',
      see: { items: [{ days: Number.isInteger }] },
      toSee: 'days, rows, bytes',
    },
  });
  await tour.step('What is too old is removed now', {
    ...{ post: '/v1/ops/retention/run', key: false, body: { reason: 'the tour' }, status: 202, toSee: '202' },
  });
}

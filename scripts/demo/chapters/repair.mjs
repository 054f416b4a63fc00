import { address, place, rests } from '../goods.mjs';
import { has } from '../seen.mjs';

export const repair = {
  name: 'repair',
  title: 'Repair: an order that is stuck',
  about: `At the postal code DOWN the carrier never answers. The saga tries again, and after a while shows the order to
    an operator, who sees what a verb would do before it is done.`,
  async walk(tour) {
    const over = { shippingAddress: { ...address, postalCode: 'DOWN' } };
    const order = await place(tour, 'An order for where the carrier is down', { toSee: '202', over });
    const id = order.split('/').at(-1);
    await tour.step('It has been paid and cannot be shipped', {
      ...{
        get: `${order}/fulfilment`,
        until: true,
        toSee: 'the step of the parcel is under way, again and again',
      },
      see: {
        steps: has({ name: /ship/, state: (state) => state !== 'done', attempts: (count) => count > 0 }),
      },
    });
    await looked(tour);
    await verbs(tour, id);
    await rests(tour, order, 'compensated');
  },
};

async function looked(tour) {
  await tour.step('Who does not answer', {
    ...{
      get: '/v1/ops/outages',
      see: { items: Array.isArray },
      toSee: 'parties, and how many orders wait',
    },
  });
  await tour.step('Everything that somebody should look at', {
    ...{ get: '/v1/ops/attention?limit=100', see: { items: Array.isArray } },
    toSee: 'stuck orders, lost parcels, dead letters: each with what can be done',
  });
}

async function verbs(tour, id) {
  const saga = `/v1/ops/sagas/${id}`;
  await tour.step('What was not done cannot be called done', {
    ...{ post: `${saga}/resolve`, key: false, body: { reason: 'by hand' }, status: 409 },
    toSee: '409: resolve is for what has to be undone, or somebody has to be told',
  });
  await tour.step('What trying again would do', {
    ...{
      post: `${saga}/retry?dryRun=true`,
      key: false,
      body: { reason: 'the carrier is back' },
      status: 200,
    },
    ...{ see: { dryRun: { sends: [{}] } }, toSee: '200: the records and commands that would follow' },
  });
  await tour.step('Try again', {
    ...{
      post: `${saga}/retry`,
      key: false,
      body: { reason: 'the carrier is back' },
      status: 202,
      toSee: '202',
    },
  });
  await tour.step('Try everything that waits for the carrier', {
    ...{ post: '/v1/ops/outages/carrier/retry', key: false, body: { reason: 'they say so' }, status: 202 },
    toSee: '202 and how many',
  });
  await tour.step('It does not help: give up and take back what was done', {
    ...{ post: `${saga}/compensate`, key: false, body: { reason: 'the carrier stays down' }, status: 202 },
    toSee: '202: money back, goods back on the shelf',
  });
}

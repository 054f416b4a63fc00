import { delivered } from '../goods.mjs';
import { has } from '../seen.mjs';

export const returns = {
  name: 'returns',
  title: 'Returns',
  about: `Nobody conducts a return: orders, stock and payments each react to what the others say. Sellable goods go back
    on the shelf, damaged ones are written off, and the money of both goes back to where it came from.`,
  async walk(tour) {
    await goodsComeBack(tour);
    await endedEarly(tour);
    await refundRefused(tour);
  },
};

async function goodsComeBack(tour) {
  const { order, body } = await delivered(tour);
  const [{ sku }] = body.items;
  const before = await tour.step('Stock before', { get: `/v1/stock/${sku}`, toSee: 'what is on hand' });
  const asked = await requested(tour, order, sku, 2);
  await tour.step('Never more than was delivered', {
    ...{ post: `${order}/returns`, as: 'customer', status: 422, toSee: '422' },
    body: { items: [{ sku, quantity: 1 }], reason: 'one more' },
  });
  await tour.step('The shop agrees', {
    ...{ post: `${asked}/approve`, body: { reason: 'seen on a photo' }, see: { status: 'approved' } },
    toSee: 'approved; the customer is written to',
  });
  await tour.step('Both arrive, one of them broken', {
    ...{ post: `${asked}/receive`, as: 'service', toSee: '25.00 EUR to be given back' },
    body: {
      items: [
        { sku, quantity: 1, condition: 'sellable' },
        { sku, quantity: 1, condition: 'damaged' },
      ],
    },
    see: { refundTotal: { amountMinor: 2_500 } },
  });
  await settled(tour, { asked, order, sku, before: before.body.onHand });
}

async function settled(tour, { asked, order, sku, before }) {
  await tour.step('The money is back', {
    ...{ get: asked, as: 'customer', until: true, see: { status: 'refunded' }, toSee: 'refunded' },
  });
  await tour.step('The sellable one is on the shelf again', {
    ...{
      get: `/v1/stock/${sku}`,
      until: true,
      see: { onHand: before + 1 },
      toSee: 'one more than before',
    },
  });
  await tour.step('The order has come back as a whole', {
    ...{ get: order, as: 'customer', until: true, see: { status: 'returned' }, toSee: 'returned' },
  });
  await tour.step('All returns of the order', {
    ...{
      get: `/v1/returns?orderId=${order.split('/').at(-1)}`,
      as: 'customer',
      see: { items: has({ status: 'refunded' }) },
    },
    toSee: 'this one',
  });
}

async function endedEarly(tour) {
  const { order, body } = await delivered(tour);
  const [{ sku }] = body.items;
  const first = await requested(tour, order, sku, 1);
  await tour.step('The shop does not take it back', {
    ...{ post: `${first}/reject`, body: { reason: 'worn' }, see: { status: 'rejected' }, toSee: 'rejected' },
  });
  const second = await requested(tour, order, sku, 1);
  await tour.step('The customer keeps it after all', {
    ...{
      post: `${second}/cancel`,
      as: 'customer',
      body: { reason: 'I like it' },
      see: { status: 'cancelled' },
    },
    toSee: 'cancelled',
  });
}

/** Paid from an account that is closed when the money is to come back. */
async function refundRefused(tour) {
  const opened = await tour.step('An account with what two mugs cost', {
    ...{ post: '/v1/accounts', status: 201, toSee: '201' },
    body: { ownerId: tour.customerId, currency: 'EUR', initialDepositMinor: 2_500 },
  });
  const accountId = opened.body.id;
  const { order, body } = await delivered(tour, { paymentMethod: { type: 'wallet', accountId } });
  await tour.step('Its owner closes it', {
    ...{ post: `/v1/accounts/${accountId}/close`, as: 'customer', body: { reason: 'moving' }, until: true },
    ...{ see: { status: 'closed' }, toSee: 'closed' },
  });
  const [{ sku }] = body.items;
  const asked = await requested(tour, order, sku, 1);
  await tour.step('The shop agrees', {
    ...{
      post: `${asked}/approve`,
      body: { reason: 'of course' },
      see: { status: 'approved' },
      toSee: 'approved',
    },
  });
  await tour.step('The mug arrives', {
    ...{
      post: `${asked}/receive`,
      body: { items: [{ sku, quantity: 1, condition: 'sellable' }] },
      toSee: '200',
    },
  });
  await triedAgain(tour, asked);
}

async function triedAgain(tour, asked) {
  await tour.step('The money cannot go back', {
    ...{ get: asked, until: true, see: { status: 'refund-refused' }, toSee: 'refund-refused' },
  });
  await tour.step('Somebody is told', {
    ...{
      get: '/v1/ops/attention?limit=100',
      until: true,
      see: { items: has({ id: asked.split('/').at(-1) }) },
    },
    toSee: 'the return, and what can be done',
  });
  await tour.step('Once more', {
    ...{ post: `${asked}/retry-refund`, body: { reason: 'the customer says it is open' }, toSee: '200' },
  });
  await tour.step('It is closed for good', {
    ...{ get: asked, until: true, see: { status: 'refund-refused' }, toSee: 'refund-refused' },
  });
  await tour.step('The money was sent by transfer, and the return is done', {
    ...{ post: `${asked}/settle`, body: { reason: 'sent by transfer' }, see: { status: 'refunded' } },
    toSee: 'refunded',
  });
}

async function requested(tour, order, sku, quantity) {
  const asked = await tour.step('The customer wants to send something back', {
    ...{ post: `${order}/returns`, as: 'customer', status: 201, see: { status: 'requested' }, toSee: '201' },
    body: { items: [{ sku, quantity }], reason: 'the handle is loose' },
  });
  return `/v1/returns/${asked.body.id}`;
}

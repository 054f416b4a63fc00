import { address, card, mug, orderBody } from '../goods.mjs';
import { has } from '../seen.mjs';

export const orders = {
  name: 'orders',
  title: 'Orders, and what a repeat does',
  about: `A customer fills a draft line by line or orders at once. Prices come from the catalogue, never from the caller.
    Every POST carries an Idempotency-Key: the same request again gives the same answer and changes nothing.`,
  async walk(tour) {
    await draft(tour);
    await givenUp(tour);
    await repeats(tour);
    await lists(tour);
  },
};

async function draft(tour) {
  const sku = await mug(tour);
  const begun = await tour.step('A customer begins a draft', {
    ...{ post: '/v1/orders', as: 'customer', status: 201, header: { location: /^\/v1\/orders\// } },
    body: { customerId: tour.customerId, currency: 'EUR', items: [] },
    ...{ see: { status: 'draft' }, toSee: '201, status draft, Location' },
  });
  const order = `/v1/orders/${begun.body.id}`;
  await tour.step('Puts five mugs in', {
    ...{ post: `${order}/items`, as: 'customer', body: { sku, quantity: 5 }, status: 201 },
    ...{ see: { items: [{ sku, quantity: 5 }] }, toSee: 'one line; name and price from the catalogue' },
  });
  await tour.step('Takes two out again', {
    ...{ delete: `${order}/items/${sku}?quantity=2`, as: 'customer', see: { items: [{ quantity: 3 }] } },
    toSee: 'three are left',
  });
  await tour.step('Says where to', {
    ...{ put: `${order}/shipping-address`, as: 'customer', body: address, see: { shippingAddress: address } },
    toSee: 'the address',
  });
  await tour.step('Cannot confirm what cannot be paid', {
    ...{ post: `${order}/confirm`, as: 'customer', status: 422, toSee: '422: a payment method is missing' },
  });
  await tour.step('Says how it is paid', {
    ...{ put: `${order}/payment-method`, as: 'customer', body: card('tok_ok') },
    ...{ see: { paymentMethod: { type: 'card' } }, toSee: 'card' },
  });
  await tour.step("Agrees to today's prices", {
    ...{ post: `${order}/reprice`, as: 'customer', see: { status: 'draft' }, toSee: 'the same draft' },
  });
  await tour.step('Is nobody else to look at', {
    ...{ get: order, as: 'otherCustomer', status: 404, toSee: '404: it does not exist for others' },
  });
  await tour.step('Confirms: fulfilment begins', {
    ...{ post: `${order}/confirm`, as: 'customer', status: 202, see: { status: 'confirmed' } },
    toSee: '202, status confirmed',
  });
}

async function givenUp(tour) {
  const other = await tour.step('Another draft', {
    ...{ post: '/v1/orders', as: 'customer', status: 201, toSee: '201' },
    body: await orderBody(tour, { confirm: false }),
  });
  await tour.step('Is given up', {
    ...{ post: `/v1/orders/${other.body.id}/cancel`, as: 'customer', body: { reason: 'changed my mind' } },
    ...{ status: 202, see: { status: 'cancelled' }, toSee: '202, status cancelled' },
  });
}

async function repeats(tour) {
  const wish = { post: '/v1/orders', as: 'customer', key: `tour-${tour.mark}-order` };
  const body = await orderBody(tour);
  const placed = await tour.step('An order at once, under a key', {
    ...{ ...wish, body, status: 202, header: { 'event-position': /^\d+$/ }, toSee: '202, Event-Position' },
  });
  const { id } = placed.body;
  await tour.step('The same again', {
    ...{ ...wish, body, status: 202, see: { id }, header: { 'idempotency-replayed': 'true' } },
    toSee: 'the same order, Idempotency-Replayed: true',
  });
  await tour.step('The same key for something else', {
    ...{ ...wish, body: { ...body, items: [{ ...body.items[0], quantity: 3 }] }, status: 422 },
    toSee: '422: that key has been used',
  });
  await tour.step('No key at all', {
    ...{ ...wish, key: false, body, status: 400, toSee: '400: what creates an order needs one' },
  });
  await tour.step('Somebody without a token', {
    ...{ ...wish, as: 'nobody', body, status: 401, toSee: '401' },
  });
  await tour.step('A list that knows of it already', {
    get: `/v1/orders?sku=${body.items[0].sku}`,
    headers: { 'min-event-position': placed.headers.get('event-position'), prefer: 'wait=10' },
    ...{ as: 'customer', see: { items: has({ id }) }, toSee: 'the order: one reads what one wrote' },
  });
}

async function lists(tour) {
  await tour.step('All orders of a customer, for staff', {
    ...{ get: `/v1/customers/${tour.customerId}/orders?limit=2`, see: { items: [{}, {}] } },
    toSee: 'the newest two, and a cursor for more',
  });
}

/** What the chapters order with, and where it goes. */
import { randomUUID } from 'node:crypto';
import { send } from './caller.mjs';

export const eur = (amountMinor) => ({ amountMinor, currency: 'EUR' });
export const card = (token) => ({ type: 'card', token });
export const address = {
  name: 'Ada Lovelace',
  line1: '1 Quay Street',
  city: 'Dublin',
  postalCode: 'D02',
  country: 'IE',
};

/** Done beside the steps: what a chapter needs and another one shows. */
async function quietly(tour, path, body) {
  const wish = { method: 'POST', path, as: 'operator', body, key: randomUUID() };
  const reply = await send(tour.server, wish);
  if (reply.status >= 300) throw new Error(`POST ${path}: ${reply.status} ${reply.text}`);
}

/** A product of this walk with plenty of stock; made once. @returns {Promise<string>} its SKU */
export function mug(tour) {
  const make = async () => {
    const sku = `TOUR-${tour.mark}-MUG`;
    const product = { sku, name: `Tour mug ${tour.mark}`, category: 'tour', price: eur(1_250) };
    await quietly(tour, '/v1/products', product);
    await quietly(tour, `/v1/stock/${sku}/receipts`, { quantity: 1_000 });
    return sku;
  };
  return (tour.mug ??= make());
}

/** The body of an order that is confirmed at once: two mugs, paid by a card that works. */
export async function orderBody(tour, over = {}) {
  return {
    customerId: tour.customerId,
    currency: 'EUR',
    items: [{ sku: await mug(tour), quantity: 2 }],
    shippingAddress: address,
    paymentMethod: card('tok_ok'),
    confirm: true,
    ...over,
  };
}

/** Places an order as the customer. @returns {Promise<string>} its path */
export async function place(tour, title, { toSee, why, over }) {
  const placed = await tour.step(title, {
    ...{ post: '/v1/orders', as: 'customer', body: await orderBody(tour, over), status: 202 },
    ...{ see: { status: 'confirmed' }, toSee, why },
  });
  return `/v1/orders/${placed.body.id}`;
}

/** An order that has left the house, in two steps. @returns {Promise<{ order: string, body: object }>} */
export async function shipped(tour, over) {
  const order = await place(tour, 'An order is placed and paid', { toSee: '202, status confirmed', over });
  const { body } = await tour.step('It is shipped', {
    ...{ get: order, as: 'customer', until: true, see: { status: 'shipped' }, toSee: 'status shipped' },
  });
  return { order, body };
}

/** The same, in the hands of the customer. */
export async function delivered(tour, over) {
  const { order } = await shipped(tour, over);
  const { body } = await tour.step('It is delivered', {
    ...{ post: `${order}/deliver`, see: { status: 'delivered' }, toSee: 'status delivered' },
  });
  return { order, body };
}

/** That nothing of this order is under way any more: everything done, or everything undone. */
export const rests = (tour, order, state) =>
  tour.step(state === 'compensated' ? 'Everything that was done is undone' : 'Everything is done', {
    ...{ get: `${order}/fulfilment`, as: 'customer', until: true, see: { state }, toSee: `state ${state}` },
  });

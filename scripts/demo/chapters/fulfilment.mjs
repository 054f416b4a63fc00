import { place, rests } from '../goods.mjs';
import { has } from '../seen.mjs';

export const fulfilment = {
  name: 'fulfilment',
  title: 'Fulfilment: reserve, pay, ship',
  about: `A confirmed order is carried through by a saga: a process that remembers in the database what it has sent and
    heard, so that it goes on after any crash. It can be watched while it happens.`,
  async walk(tour) {
    const order = await place(tour, 'An order is confirmed', { toSee: '202, status confirmed' });
    const events = await tour.follow('It is watched as it happens', {
      path: `${order}/live`,
      see: (names) =>
        ['StockReserved', 'PaymentCaptured', 'OrderShipped'].every((name) => names.includes(name)),
      toSee: 'StockReserved, PaymentCaptured, OrderShipped, and the end of the stream when the order rests',
      why: 'Server-sent events; the id of each is its position in the log.',
    });
    await tour.follow('A reader that was cut off goes on where it was', {
      ...{ path: `${order}/live`, headers: { 'last-event-id': events[2].id } },
      see: (names) => names.length === events.length - 3,
      toSee: 'everything after the third event, nothing twice',
    });
    await rests(tour, order, 'completed');
    await tour.step('The order tells how it went', {
      ...{ get: order, as: 'customer', see: { status: 'shipped', trackingNumber: Boolean, paidAt: Boolean } },
      toSee: 'shipped, tracking number, paidAt',
    });
    await tour.step('Its audit trail: every fact, by whom, when, because of what', {
      ...{ get: `${order}/events?limit=100`, see: { items: [{ type: 'OrderCreated', actor: Boolean }] } },
      toSee: 'oldest first; each with position, actor, correlation and causation',
    });
    await tour.step('Its timeline over all rooms', {
      ...{ get: `${order}/timeline?limit=100`, as: 'customer', until: true },
      ...{ see: { items: has({ room: 'payments' }) }, toSee: 'order, stock, payment and parcel in one list' },
    });
    await tour.step('The sagas, for operators', {
      ...{ get: '/v1/ops/sagas?state=completed&limit=5', see: { items: [{ state: 'completed' }] } },
      toSee: 'the newest completed ones',
    });
  },
};

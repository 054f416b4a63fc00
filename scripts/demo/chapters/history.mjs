import { shipped } from '../goods.mjs';
import { has } from '../seen.mjs';

export const history = {
  name: 'history',
  title: 'Time travel',
  about: `Nothing is overwritten, so everything can be asked for as it was: by version of one thing, or by the clock.`,
  async walk(tour) {
    const { order, body } = await shipped(tour);
    await tour.step('The order as it was placed', {
      ...{ get: `${order}?version=1`, as: 'customer', see: { status: 'draft', version: 1 } },
      toSee: 'version 1: a draft',
    });
    const facts = await tour.step('When each fact was recorded', {
      ...{ get: `/v1/ops/events?stream=order-${body.id}`, see: { items: has({ type: 'OrderPaid' }) } },
      toSee: 'recordedAt of each event',
    });
    const paidAt = facts.body.items.find(({ type }) => type === 'OrderPaid').recordedAt;
    await tour.step('The order at the moment it was paid', {
      ...{ get: `${order}?asOf=${paidAt}`, as: 'customer', see: { status: 'paid' } },
      toSee: 'paid, not shipped yet',
    });
    await tour.step('Before it was there', {
      ...{ get: `${order}?asOf=2020-01-01T00:00:00Z`, as: 'customer', status: 404, toSee: '404' },
    });
    await tour.step('The payment as it was asked for', {
      ...{ get: `/v1/payments/${body.paymentId}?version=1`, as: 'customer', see: { state: 'requested' } },
      toSee: 'requested',
    });
    await tour.step('The shipment as it was asked for', {
      ...{ get: `/v1/shipments/${body.shipmentId}?version=1`, as: 'customer', see: { state: 'requested' } },
      toSee: 'requested',
    });
    if (tour.operations.has('GET /v1/orders/{id}/as-of'))
      await tour.step('Every room at that moment', {
        ...{ get: `${order}/as-of?at=${paidAt}`, see: { order: { status: 'paid' } } },
        toSee: 'order, fulfilment, payment, shipment, reservation as they stood',
      });
    if (tour.operations.has('GET /v1/orders/{id}/diff'))
      await tour.step('What changed since', {
        ...{ get: `${order}/diff?from=${paidAt}&to=${new Date().toISOString()}` },
        ...{
          see: { changes: [{ type: Boolean, path: Boolean }] },
          toSee: 'each change with its event and who',
        },
      });
  },
};

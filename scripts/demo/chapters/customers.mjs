import { randomUUID } from 'node:crypto';
import { address, orderBody } from '../goods.mjs';

export const customers = {
  name: 'customers',
  title: 'What is known of a person, and how it is forgotten',
  about: `Names and addresses are sealed with a key of their person. To erase somebody is to destroy the key: history
    stays as it is, and says "erased".`,
  async walk(tour) {
    const customerId = randomUUID();
    const held = `/v1/customers/${customerId}/personal-data`;
    const placed = await tour.step('An order of somebody new', {
      ...{ post: '/v1/orders', body: await orderBody(tour, { customerId }), status: 202, toSee: '202' },
    });
    const order = `/v1/orders/${placed.body.id}`;
    await tour.step('Is shipped', {
      ...{ get: order, until: true, see: { status: 'shipped' }, toSee: 'status shipped' },
    });
    await tour.step('What is known of them', {
      ...{ get: held, until: true, see: { orders: { items: [{ shippingAddress: address }] } } },
      toSee: 'their order and where it went; that an operator has read it is recorded',
    });
    await tour.step('They ask to be forgotten', {
      ...{ delete: held, body: { reason: 'asked for by the customer' }, status: 202 },
      toSee: '202: from here on nothing brings it back',
    });
    await tour.step('They are', {
      ...{ get: held, until: true, see: { erasure: { status: 'erased' } }, toSee: 'status erased' },
    });
    await tour.step('The order is still there', {
      ...{ get: order, see: { status: 'shipped', shippingAddress: { name: 'erased', country: 'IE' } } },
      toSee: 'everything but who and where',
    });
  },
};

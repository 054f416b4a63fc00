import { eur } from '../goods.mjs';
import { has } from '../seen.mjs';

export const stock = {
  name: 'stock',
  title: 'Stock',
  about: `On hand is what stands on the shelf, reserved is what orders have taken of it, available is the rest. Nobody
    sets these numbers: goods are received, and differences are written down with a reason.`,
  async walk(tour) {
    const sku = `TOUR-${tour.mark}-CUP`;
    const product = { sku, name: `Tour cup ${tour.mark}`, category: 'tour', price: eur(700) };
    await tour.step('A product without stock', {
      ...{ post: '/v1/products', body: product, status: 201, toSee: '201' },
    });
    const receipt = { post: `/v1/stock/${sku}/receipts`, as: 'service', key: `tour-${tour.mark}-receipt` };
    await tour.step('Twenty cups arrive', {
      ...{ ...receipt, body: { quantity: 20, reference: 'PO-1' }, status: 201, see: { onHand: 20 } },
      toSee: '201, 20 on hand',
      why: 'A warehouse does this as a service. Run the same line twice: 20 stay 20.',
    });
    await tour.step('The warehouse sends the same message again', {
      ...{ ...receipt, body: { quantity: 20, reference: 'PO-1' }, see: { onHand: 20 } },
      ...{ header: { 'idempotency-replayed': 'true' }, toSee: 'Idempotency-Replayed: true, still 20' },
    });
    await tour.step('Two are broken', {
      ...{ post: `/v1/stock/${sku}/adjustments`, body: { delta: -2, reason: 'broken' }, status: 201 },
      ...{ see: { onHand: 18, available: 18 }, toSee: '18 on hand' },
    });
    await tour.step('More cannot be taken away than there is', {
      ...{ post: `/v1/stock/${sku}/adjustments`, body: { delta: -19, reason: 'a typing error' } },
      ...{ status: 409, toSee: '409: what is promised to orders and what is there is never undercut' },
    });
    await tour.step('What is there now', {
      ...{ get: `/v1/stock/${sku}`, as: 'service', see: { sku, onHand: 18, reserved: 0, available: 18 } },
      toSee: '18 on hand, 0 reserved',
    });
    await tour.step('What was there before', {
      ...{ get: `/v1/stock/${sku}?version=1`, as: 'service', see: { version: 1 }, toSee: 'version 1' },
    });
    await tour.step('All of it', {
      ...{ get: '/v1/stock?limit=100', as: 'service', until: true, see: { items: has({ sku }) } },
      toSee: 'the cups in the list',
    });
  },
};

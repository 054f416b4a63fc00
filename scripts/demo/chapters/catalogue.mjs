import { eur } from '../goods.mjs';
import { has } from '../seen.mjs';

export const catalogue = {
  name: 'catalogue',
  title: 'The catalogue, and how it is searched',
  about: `A product is a stream of events; the list that is searched is a read model beside it, which follows within
    moments. Every write says with Event-Position how far the list must have come to show it.`,
  async walk(tour) {
    const sku = `TOUR-${tour.mark}-TEAPOT`;
    await found(tour, sku);
    await changed(tour, sku);
  },
};

async function found(tour, sku) {
  // Letters only: what has digits in it is a number of an article, and is not guessed at.
  const word = `samovar${[...tour.mark].map((digit) => 'klmnopqrstuvwxyz'[parseInt(digit, 16)]).join('')}`;
  const product = { sku, name: `Blue ${word} teapot`, category: 'kitchen', price: eur(3_900) };
  const made = await tour.step('A product is put into the catalogue', {
    ...{ post: '/v1/products', body: product, status: 201, header: { etag: '"1"' }, see: { sku } },
    toSee: '201, and ETag "1": the version of its stream',
    why: 'Writing is for operators and services; the Idempotency-Key makes a repeat harmless.',
  });
  const position = made.headers.get('event-position');
  await tour.step('A customer may not do that', {
    ...{
      post: '/v1/products',
      as: 'customer',
      body: product,
      status: 403,
      toSee: '403, a problem document',
    },
  });
  await tour.step('The list has it, for who asks with the position of the write', {
    get: `/v1/products?category=kitchen&q=${word}`,
    ...{ as: 'customer', headers: { 'min-event-position': position, prefer: 'wait=10' } },
    ...{ see: { items: [{ sku }] }, toSee: 'the product, at once: one reads what one wrote' },
  });
  await tour.step('The search forgives a typing error', {
    ...{ get: `/v1/products?q=${word.replace('mov', 'mvo')}`, as: 'customer', until: true },
    ...{ see: { items: has({ sku }) }, toSee: 'the same product' },
  });
  await tour.step('Filters, order, and counts by category and price', {
    get: '/v1/products?minPrice=1000&maxPrice=5000&currency=EUR&sort=-price&facets=true&limit=5',
    ...{ as: 'customer', see: { items: Array.isArray, facets: Boolean }, toSee: 'items and facets' },
  });
}

async function changed(tour, sku) {
  await tour.step('It gets another price', {
    ...{ patch: `/v1/products/${sku}`, body: { price: eur(3_500) }, see: { price: eur(3_500) } },
    toSee: 'the new price, version 2',
  });
  await tour.step('Who decides on what has changed meanwhile is told', {
    ...{ patch: `/v1/products/${sku}`, body: { name: 'Old news' }, headers: { 'if-match': '"1"' } },
    ...{ status: 412, toSee: '412: version 1 is not the newest' },
  });
  await tour.step('What it was before is still known', {
    ...{ get: `/v1/products/${sku}?version=1`, as: 'customer', see: { price: eur(3_900), version: 1 } },
    toSee: 'the old price, version 1',
  });
  await tour.step('It is taken from sale', {
    ...{ post: `/v1/products/${sku}/archive`, status: 204, toSee: '204; orders of the past keep it' },
  });
  await tour.step('It is archived, not gone', {
    ...{ get: `/v1/products/${sku}`, as: 'customer', see: { archived: true }, toSee: 'archived: true' },
  });
}

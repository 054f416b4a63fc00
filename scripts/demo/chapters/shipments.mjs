import { delivered, place, shipped } from '../goods.mjs';
import { has } from '../seen.mjs';

export const shipments = {
  name: 'shipments',
  title: 'Parcels, and where they are',
  about: `Carriers tell things twice, late and in the wrong order; what is old changes nothing. With CARRIER=manual a
    parcel waits for a person instead.`,
  async walk(tour) {
    await tracking(tour);
    await lost(tour);
    await byHand(tour);
  },
};

async function tracking(tour) {
  const { order, body } = await shipped(tour);
  const shipment = `/v1/shipments/${body.shipmentId}`;
  await tour.step('Its parcel', {
    ...{ get: shipment, as: 'customer', see: { state: 'dispatched', trackingNumber: Boolean } },
    toSee: 'dispatched, tracking number',
  });
  await tour.step('All parcels of the order', {
    ...{ get: `/v1/shipments?orderId=${body.id}`, as: 'customer', see: { items: [{ id: body.shipmentId }] } },
    toSee: 'this one',
  });
  const told = (title, status, state) =>
    tour.step(title, {
      ...{ post: `${shipment}/tracking`, as: 'service', key: false, toSee: state, see: { state } },
      body: { status, at: new Date().toISOString(), detail: 'Dublin' },
    });
  await told('The carrier says that it is on its way', 'in_transit', 'in_transit');
  await told('And that it was handed over', 'delivered', 'delivered');
  await told('Old news comes late', 'in_transit', 'delivered');
  await tour.step('The order is delivered', {
    ...{ get: order, as: 'customer', until: true, see: { status: 'delivered' }, toSee: 'delivered' },
  });
  const other = await delivered(tour);
  await tour.step('What has been delivered cannot be cancelled', {
    ...{ post: `${other.order}/cancel`, as: 'customer', body: { reason: 'too late' }, status: 409 },
    toSee: '409: ask for a return instead',
  });
}

async function lost(tour) {
  const { body } = await shipped(tour);
  await tour.step('A parcel is lost', {
    ...{ post: `/v1/shipments/${body.shipmentId}/tracking`, as: 'service', key: false },
    ...{ body: { status: 'lost', at: new Date().toISOString() }, see: { state: 'lost' }, toSee: 'lost' },
  });
  await tour.step('Somebody is told', {
    ...{
      get: '/v1/ops/attention?limit=100',
      until: true,
      toSee: 'the parcel, with what can be done about it',
    },
    see: { items: has({ kind: 'lost-parcel', object: body.id, actions: [{}] }) },
  });
  const reason = 'the carrier has looked everywhere';
  const parcel = `/v1/shipments/${body.shipmentId}`;
  const again = await tour.step('It is sent again', {
    ...{ post: `${parcel}/send-again`, body: { reason }, status: 202, see: { replacementId: Boolean } },
    toSee: '202: another shipment',
  });
  await tour.step('Another parcel is on its way, and nothing was charged', {
    ...{ get: `/v1/shipments/${again.body.replacementId}`, until: true, see: { state: 'dispatched' } },
    toSee: 'dispatched',
  });
  await tour.step('A colleague wants to pay it back', {
    ...{ post: `${parcel}/refund`, body: { reason }, status: 409, see: { code: 'shipment.loss-settled' } },
    toSee: '409: it was sent again',
  });
  const other = await shipped(tour);
  const lostToo = `/v1/shipments/${other.body.shipmentId}`;
  await tour.step('Another one is lost', {
    ...{ post: `${lostToo}/tracking`, as: 'service', key: false, see: { state: 'lost' }, toSee: 'lost' },
    body: { status: 'lost', at: new Date().toISOString() },
  });
  await tour.step('Its money goes back', {
    ...{ post: `${lostToo}/refund`, body: { reason }, status: 202, see: { outcome: 'refunded' } },
    toSee: '202: refunded',
  });
}

/** Where a carrier moves parcels, people may not; the refusal tells how to see it. */
async function byHand(tour) {
  const order = await place(tour, 'Another order', { toSee: '202' });
  const { body } = await tour.step('Its parcel is asked for', {
    ...{ get: `/v1/shipments?orderId=${order.split('/').at(-1)}`, until: true, see: { items: [{}] } },
    toSee: 'a parcel',
  });
  const shipment = `/v1/shipments/${body.items[0].id}`;
  const reason = 'a carrier moves the parcels of this server: CARRIER=manual npm start shows it';
  for (const [verb, said] of [
    ['dispatch', { carrier: 'DHL', trackingNumber: `JJD-${tour.mark}` }],
    ['refuse', { reason: 'too heavy' }],
  ]) {
    await tour.step(`A person tries to ${verb} it`, {
      ...{ post: `${shipment}/${verb}`, body: said, status: 409, see: { code: 'shipment.not-by-hand' } },
      toSee: '409: a carrier moves the parcels here',
    });
    tour.unshown.set(`POST /v1/shipments/{id}/${verb}`, reason);
  }
}

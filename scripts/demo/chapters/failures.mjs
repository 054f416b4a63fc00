import { address, card, mug, place, rests } from '../goods.mjs';
import { has } from '../seen.mjs';

export const failures = {
  name: 'failures',
  title: 'What goes wrong, and how it is undone',
  about: `Each of these orders fails in another place. Whatever was done before is undone in reverse order, and the order
    ends cancelled with the reason. The simulated gateway and carrier do what the token and the postal code say.`,
  async walk(tour) {
    const sku = await mug(tour);
    const available = (
      await tour.step('Stock before', { get: `/v1/stock/${sku}`, toSee: 'what is available' })
    ).body.available;
    await fails(tour, 'The card is declined', 'payment-declined', { paymentMethod: card('tok_declined') });
    await fails(tour, 'The carrier refuses the address', 'shipment-refused', {
      shippingAddress: { ...address, country: 'XX' },
    });
    await fails(tour, 'More is ordered than there is', 'insufficient-stock', {
      items: [{ sku, quantity: 9_999 }],
    });
    await tour.step('Stock after', {
      ...{ get: `/v1/stock/${sku}`, see: { available, reserved: 0 }, until: true },
      toSee: 'as before: nothing is held for orders that ended',
    });
    await unknownOutcome(tour);
  },
};

async function fails(tour, title, code, over) {
  const order = await place(tour, title, { toSee: '202: it fails later, in the background', over });
  await rests(tour, order, 'compensated');
  await tour.step('The order says why', {
    ...{ get: order, as: 'customer', see: { status: 'cancelled', cancellationReason: { code } } },
    toSee: `cancelled, ${code}`,
  });
}

async function unknownOutcome(tour) {
  const over = { paymentMethod: card('tok_timeout_charged') };
  const order = await place(tour, 'The charge happens, its reply never comes', {
    ...{ toSee: '202', over },
    why: 'Nobody may charge again, and nobody may give up: the outcome is looked up at the gateway.',
  });
  await rests(tour, order, 'completed');
  const id = order.split('/').at(-1);
  await tour.step("The gateway's own journal", {
    ...{ get: `/v1/simulator/charges?orderId=${id}`, toSee: 'one charge, not two' },
    see: { items: (items) => items.length === 1 },
  });
  await tour.step("The carrier's own journal", {
    ...{ get: `/v1/simulator/parcels?orderId=${id}`, toSee: 'one parcel' },
    see: { items: (items) => items.length === 1 && has({})(items) },
  });
}

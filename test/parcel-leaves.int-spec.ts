import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HasLeftHandler } from '../src/fulfilment/has-left.js';
import { ChangeShippingAddressHandler } from '../src/orders/order.handlers.js';
import { ChangeShippingAddress, type HasLeft } from '../src/orders/contract.js';
import { existing } from '../src/orders/order.state.js';
import { order } from '../src/orders/order.decider.js';
import { OrderConfirmed, OrderCreated, OrderPaid } from '../src/orders/order.events.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { personalDataInMemory } from '../src/platform/testing/open-keys.js';
import { SealedAddresses } from '../src/orders/sealed-addresses.js';
import { testStore, type TestStore } from '../src/platform/testing/store.js';
import { CancelShipment, DispatchShipment, type HasParcel } from '../src/shipping/contract.js';
import { callBack, requestShipment, settle, shipment } from '../src/shipping/shipment.decider.js';
import { HasParcelHandler } from '../src/shipping/shipment.queries.js';
import { address, money } from './fulfilment-story.js';

const by = () => systemContext('spec');
const personalData = personalDataInMemory();
const lines = [{ sku: 'MUG', quantity: 2 }];
const accepted = { outcome: 'accepted', carrier: 'Post', trackingNumber: 'T1' } as const;

describe('A parcel that leaves while its address is changed', () => {
  let store: TestStore;
  /** Another process on the same database. */
  let other: TestStore;
  beforeAll(async () => {
    store = await testStore([order, shipment]);
    other = await testStore([order, shipment], store.url);
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  /** A paid order whose parcel has been asked for. */
  async function handingOver() {
    const orderId = newId();
    const shipmentId = derivedId(orderId, 'shipment');
    const customerId = newId();
    const items = [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: money(1_250) }];
    const details = { orderId, customerId, currency: 'EUR', items };
    const firm = { shippingAddress: address('OLD'), paymentMethod: { type: 'card', token: 't' } as const };
    await store.aggregates.execute(order, orderId, by(), () => [
      new OrderCreated({ ...details, ...firm }),
      new OrderConfirmed({ ...details, ...firm, total: money(2_500) }),
      new OrderPaid({ orderId, paymentId: derivedId(orderId, 'payment') }),
    ]);
    const asked = { shipmentId, orderId, customerId, address: address('OLD'), lines };
    const request = requestShipment(new DispatchShipment(asked, by()));
    const { state } = await store.aggregates.execute(shipment, shipmentId, by(), request);
    const key = 'terms' in state ? state.terms!.carrierKey : '';
    return { orderId, shipmentId, leave: () => settle(accepted, 'reply', key) };
  }

  /** @param meanwhile what happens between the look at the shipment and the decision */
  function change(orderId: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
    const parcel = new HasParcelHandler();
    const hasLeft = new HasLeftHandler({ execute: (query: HasParcel) => parcel.execute(query) } as never);
    const queries = {
      execute: async (query: HasLeft) => {
        const answer = await hasLeft.execute(query);
        await meanwhile();
        return answer;
      },
    } as never;
    const addresses = new SealedAddresses(personalData);
    const handler = new ChangeShippingAddressHandler(store.aggregates, queries, addresses);
    return handler.execute(
      new ChangeShippingAddress({ orderId, shippingAddress: address('NEW') }, systemContext('spec')),
    );
  }

  it.each(['this', 'another'])(
    'is found out although %s process recorded it at that moment',
    async (whose) => {
      const { orderId, shipmentId, leave } = await handingOver();
      const { aggregates } = whose === 'this' ? store : other;
      let times = 0;
      const meanwhile = async () => {
        if (times++ === 0) await aggregates.execute(shipment, shipmentId, by(), leave());
      };
      await expect(change(orderId, meanwhile)).rejects.toMatchObject({ code: 'order.already-shipped' });
      expect(times).toBeGreaterThan(1);
      const { state } = await store.aggregates.load(order, orderId);
      expect(state).toMatchObject({ shippingAddress: address('OLD') });
    },
  );

  it('may still be turned round while it is being called back', async () => {
    const { orderId, shipmentId, leave } = await handingOver();
    await store.aggregates.execute(shipment, shipmentId, by(), leave());
    const back = new CancelShipment({ shipmentId, orderId }, by());
    await store.aggregates.execute(shipment, shipmentId, by(), callBack(back));
    const { state } = await change(orderId);
    expect(await personalData.open(existing(state, orderId).shippingAddress!)).toStrictEqual(address('NEW'));
  });
});

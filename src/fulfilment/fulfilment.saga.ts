import {
  ConsumeStock,
  ReleaseStock,
  ReserveStock,
  StockReleased,
  StockReservationRejected,
  StockReserved,
} from '../inventory/contract.js';
import {
  EndOrderCancelled,
  MarkOrderPaid,
  MarkOrderShipped,
  OrderAddressChanged,
  OrderCancellationRequested,
  OrderConfirmed,
  OrderUnitsCancelled,
} from '../orders/contract.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentRefunded,
  PaymentVoided,
  RefundPayment,
  TakePayment,
  paymentPatienceMs,
} from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { sagaKnowing, sends } from '../platform/core/saga-definition.js';
import type { Reason } from '../platform/core/saga-table.js';
import {
  CancelShipment,
  DispatchShipment,
  ShipmentCancelRefused,
  ShipmentCancelled,
  ShipmentDispatched,
  ShipmentRefused,
} from '../shipping/contract.js';

/** What the steps know: the order as it was confirmed. */
type Fulfilment = OrderConfirmed['data'];
type Settings = Parameters<typeof paymentPatienceMs>[1];

const { saga, step, contextUpdate, keepsUp } = sagaKnowing<Fulfilment, Settings>();

/**
 * Reserve, pay, ship; and the way back of each. The hand-over to the carrier is the pivot: it is the last step, so
 * once it has succeeded nothing is taken back any more. A cancellation that comes while the parcel is being handed over
 * calls it back first; where the carrier says that it is too late for that, the order is shipped after all.
 */
export const fulfilment = saga({
  name: 'fulfilment',
  version: 1,
  starts: OrderConfirmed,
  cancels: OrderCancellationRequested,
  because: ({ code, detail }) => ({ code, detail }),
  sagaOf: ({ orderId }) => orderId,
  contextUpdates: [
    contextUpdate({
      from: OrderAddressChanged,
      before: 'ship',
      redo: 'the address has changed',
      context: (order, { shippingAddress }) => ({ ...order, shippingAddress }),
    }),
    // Stock, payment and parcel were told in the append of the order.
    keepsUp({
      from: OrderUnitsCancelled,
      context: (order, { items: gone, total }) => ({ ...order, total, items: without(order.items, gone) }),
    }),
  ],
  steps: [
    step({
      name: 'reserve',
      asks: sends(ReserveStock, (order) => ({ ...idOf(order), lines: linesOf(order) })),
      succeededBy: StockReserved,
      failedBy: StockReservationRejected,
      because: outOfStock,
      compensation: sends(ReleaseStock, idOf),
      compensatedBy: [StockReleased],
      // Nothing is reserved any more under a reservation that was released: what is heard later happened before.
      staysCompensated: true,
    }),
    step({
      name: 'pay',
      party: 'payment-gateway',
      asks: sends(TakePayment, chargeOf),
      succeededBy: PaymentCaptured,
      failedBy: PaymentDeclined,
      because: ({ detail }) => ({ code: 'payment-declined', detail }),
      compensation: sends(RefundPayment, paymentOf),
      compensatedBy: [PaymentRefunded, PaymentVoided],
      // Money that comes after that is given back by payments, which owns the refund until it has arrived.
      staysCompensated: true,
      timeoutMs: ({ paymentMethod }, settings) => paymentPatienceMs(paymentMethod.type, settings),
      onTimeout: { code: 'payment-timeout', detail: 'the payment was not settled in time' },
      notifies: [sends(MarkOrderPaid, paymentOf)],
    }),
    step({
      name: 'ship',
      party: 'carrier',
      asks: sends(DispatchShipment, parcelOf),
      succeededBy: ShipmentDispatched,
      failedBy: ShipmentRefused,
      because: ({ detail }) => ({ code: 'shipment-refused', detail }),
      compensation: sends(CancelShipment, (order, _, attempt) => ({ ...shipmentOf(order), attempt })),
      compensatedBy: [ShipmentCancelled],
      irrevocable: [ShipmentCancelRefused],
      notifies: [sends(MarkOrderShipped, shippedAs), sends(ConsumeStock, idOf)],
    }),
  ],
  notifiesCompensated: [
    sends(EndOrderCancelled, ({ orderId }, { code, detail }: Reason<EndOrderCancelled['data']['code']>) => ({
      orderId,
      code,
      detail,
    })),
  ],
});

export type FulfilmentStep = (typeof fulfilment)['steps'][number]['name'];

function idOf({ orderId }: Fulfilment) {
  return { orderId };
}

type Items = Fulfilment['items'];

function without(items: Items, gone: Items): Items {
  const units = new Map(gone.map(({ sku, quantity }) => [sku, quantity]));
  return items
    .map((item) => ({ ...item, quantity: item.quantity - (units.get(item.sku) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

function linesOf({ items }: Fulfilment) {
  return items.map(({ sku, quantity }) => ({ sku, quantity }));
}

function paymentOf({ orderId }: Fulfilment) {
  return { orderId, paymentId: derivedId(orderId, 'payment') };
}

function chargeOf(order: Fulfilment) {
  const { customerId, total: amount, paymentMethod: method } = order;
  return { ...paymentOf(order), customerId, amount, method };
}

function shipmentOf({ orderId }: Fulfilment) {
  return { orderId, shipmentId: derivedId(orderId, 'shipment') };
}

function parcelOf(order: Fulfilment, _: object, attempt: number) {
  const { customerId, shippingAddress: address } = order;
  return { ...shipmentOf(order), customerId, address, lines: linesOf(order), attempt };
}

type Sent = Pick<ShipmentDispatched['data'], 'shipmentId' | 'carrier' | 'trackingNumber'> &
  Partial<Pick<ShipmentCancelRefused['data'], 'address'>>;

/** The event of a refused recall says where the parcel goes; otherwise it is what was asked. */
function shippedAs({ orderId, shippingAddress: asked }: Fulfilment, sent: Sent) {
  const { shipmentId, carrier, trackingNumber, address: shippingAddress = asked } = sent;
  return { orderId, shipmentId, carrier, trackingNumber, shippingAddress };
}

function outOfStock({ shortages }: StockReservationRejected['data']): Reason<'insufficient-stock'> {
  const missing = shortages.map(
    ({ sku, requested, available }) => `${sku}: ${requested} wanted, ${available} available`,
  );
  return { code: 'insufficient-stock', detail: missing.join('; ').slice(0, 500) };
}

import { describe, it } from '@jest/globals';
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
} from '../orders/contract.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentRefunded,
  PaymentVoided,
  RefundPayment,
  TakePayment,
} from '../payments/contract.js';
import { derivedId, newId } from '../platform/core/ids.js';
import type { Signal } from '../platform/core/saga-signals.js';
import { by } from '../platform/testing/given.js';
import { given, Timer } from '../platform/testing/saga.js';
import {
  CancelShipment,
  DispatchShipment,
  ShipmentCancelled,
  ShipmentCancelRefused,
  ShipmentDispatched,
  ShipmentRefused,
} from '../shipping/contract.js';
import { fulfilment } from './fulfilment.saga.js';

const saga = {
  table: fulfilment,
  settings: {
    PAYMENT_PATIENCE_SECONDS: 900,
    PAYMENT_PATIENCE_PAYPAL_SECONDS: 3_600,
    PAYMENT_PATIENCE_CRYPTO_SECONDS: 7_200,
    PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS: 600_000,
  },
};
const orderId = newId();
const [paymentId, shipmentId] = [derivedId(orderId, 'payment'), derivedId(orderId, 'shipment')];
const total = { amountMinor: 2_500, currency: 'EUR' };
const lines = [{ sku: 'MUG', quantity: 2 }];
const confirmed = new OrderConfirmed({
  orderId,
  customerId: newId(),
  currency: 'EUR',
  items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: { amountMinor: 1_250, currency: 'EUR' } }],
  total,
  shippingAddress: { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' },
  paymentMethod: { type: 'card', token: 'tok_ok' },
});
const reserved = new StockReserved({ orderId, lines });
const released = new StockReleased({ orderId, lines });
const paid = new PaymentCaptured({ paymentId, orderId, amount: total, reference: 'ch_1', evidence: 'reply' });
const refunded = new PaymentRefunded({
  paymentId,
  orderId,
  refundId: newId(),
  amount: total,
  reference: 're_1',
  refundedTotal: total,
});
const voided = new PaymentVoided({ paymentId, orderId });
const parcel = { orderId, shipmentId, carrier: 'simulated', trackingNumber: 'T1' };
const sent = new ShipmentDispatched({ ...parcel, evidence: 'reply' });
const shippingAddress = { ...confirmed.data.shippingAddress, city: 'Dublin', country: 'IE' };
const moved = new OrderAddressChanged({ orderId, shippingAddress });
const tooLate = new ShipmentCancelRefused({
  ...parcel,
  address: confirmed.data.shippingAddress,
  detail: 'it is on a plane',
});
const refusedParcel = new ShipmentRefused({
  ...{ shipmentId, orderId, evidence: 'reply' },
  ...{ code: 'no-service', detail: 'no service to XX' },
});
const parcelCancelled = new ShipmentCancelled({ shipmentId, orderId });
const cancelled = new OrderCancellationRequested({
  orderId,
  code: 'customer-request',
  detail: 'changed my mind',
});
const paymentTimeout: Signal = { kind: 'timeout', step: 'pay' };

const { customerId, shippingAddress: address, paymentMethod: method } = confirmed.data;
const reserve = new ReserveStock({ orderId, lines }, by);
const release = new ReleaseStock({ orderId }, by);
const take = new TakePayment({ orderId, paymentId, customerId, amount: total, method }, by);
const patience = new Timer('pay', 900_000);
const refund = new RefundPayment({ orderId, paymentId }, by);
const markPaid = new MarkOrderPaid({ orderId, paymentId }, by);
const dispatch = (attempt: number, to = address) =>
  new DispatchShipment({ orderId, shipmentId, customerId, address: to, lines, attempt }, by);
const recall = new CancelShipment({ orderId, shipmentId, attempt: 1 }, by);
const markShipped = new MarkOrderShipped({ ...parcel, shippingAddress: address }, by);
const consume = new ConsumeStock({ orderId }, by);
type Cause = EndOrderCancelled['data']['code'];
const end = (code: Cause, detail: string) => new EndOrderCancelled({ orderId, code, detail }, by);
const endAsAsked = end('customer-request', 'changed my mind');

describe('fulfilment', () => {
  it('reserves, pays, ships, and tells the order and the warehouse', () => {
    given(saga).when(confirmed).sends(reserve).andIs('running');
    given(saga, confirmed).when(reserved).sends(take, patience);
    given(saga, confirmed, reserved).when(paid).sends(markPaid, dispatch(1));
    given(saga, confirmed, reserved, paid).when(sent).sends(markShipped, consume).andIs('completed');
  });

  it('cancels an order whose stock is short, with nothing to take back', () => {
    const short = new StockReservationRejected({
      orderId,
      shortages: [{ sku: 'MUG', requested: 2, available: 1 }],
    });
    given(saga, confirmed)
      .when(short)
      .sends(end('insufficient-stock', 'MUG: 2 wanted, 1 available'))
      .andIs('compensated');
  });

  it('releases the stock of an order whose payment is declined', () => {
    const declined = new PaymentDeclined({
      ...{ paymentId, orderId, evidence: 'reply' },
      ...{ code: 'declined', detail: 'card declined' },
    });
    given(saga, confirmed, reserved).when(declined).sends(release);
    given(saga, confirmed, reserved, declined).when(released).sends(end('payment-declined', 'card declined'));
  });

  it('refunds first and releases then when the carrier refuses', () => {
    const story = [confirmed, reserved, paid];
    given(saga, ...story)
      .when(refusedParcel)
      .sends(refund);
    given(saga, ...story, refusedParcel)
      .when(refunded)
      .sends(release);
    given(saga, ...story, refusedParcel, refunded)
      .when(released)
      .sends(end('shipment-refused', 'no service to XX'));
  });

  it('makes sure that an open payment is not charged once patience runs out', () => {
    given(saga, confirmed, reserved).when(paymentTimeout).sends(refund);
    given(saga, confirmed, reserved, paymentTimeout, voided)
      .when(released)
      .sends(end('payment-timeout', 'the payment was not settled in time'));
  });

  it('leaves to payments what lands after the time-out was settled: the money goes back from there', () => {
    const story = [confirmed, reserved, paymentTimeout, voided, released];
    given(saga, ...story)
      .when(paid)
      .sends()
      .andIs('compensated');
    given(saga, ...story, paid)
      .when(refunded)
      .sends()
      .andIs('compensated');
  });

  it('gives back once what it hears of only after it was given back', () => {
    given(saga, confirmed, cancelled).when(released).sends(endAsAsked).andIs('compensated');
    given(saga, confirmed, cancelled, released).when(reserved).sends().andIs('compensated');
  });

  it('recalls the parcel first when a cancellation comes while it is being handed over', () => {
    const story = [confirmed, reserved, paid];
    given(saga, ...story)
      .when(cancelled)
      .sends(recall);
    given(saga, ...story, cancelled)
      .when(parcelCancelled)
      .sends(refund);
    given(saga, ...story, cancelled, parcelCancelled, refunded)
      .when(released)
      .sends(endAsAsked);
  });

  it('lets the parcel win over a cancellation that comes after the hand-over', () => {
    given(saga, confirmed, reserved, paid, sent).when(cancelled).sends().andIs('completed');
  });

  it('ships to the newest address, also when the carrier has already been asked', () => {
    given(saga, confirmed, moved, reserved).when(paid).sends(markPaid, dispatch(1, shippingAddress));
    given(saga, confirmed, reserved, moved).when(paid).sends(markPaid, dispatch(1, shippingAddress));
    const story = [confirmed, reserved, paid];
    given(saga, ...story)
      .when(moved)
      .sends(recall);
    given(saga, ...story, moved)
      .when(parcelCancelled)
      .sends(dispatch(2, shippingAddress));
    const newMark = new MarkOrderShipped({ ...parcel, shippingAddress }, by);
    given(saga, ...story, moved, parcelCancelled)
      .when(sent)
      .sends(newMark, consume)
      .andIs('completed');
    given(saga).when(moved).sends().andIs('none');
  });

  it('tells the order where a parcel goes for which the change of address came too late', () => {
    const story = [confirmed, reserved, paid];
    given(saga, ...story, moved)
      .when(tooLate)
      .sends(markShipped, consume)
      .andIs('completed');
    given(saga, ...story, sent)
      .when(moved)
      .sends()
      .andIs('completed');
  });

  it('ships an order after all whose parcel can no longer be called back', () => {
    const story = [confirmed, reserved, paid, cancelled];
    given(saga, ...story)
      .when(tooLate)
      .sends(markShipped, consume)
      .andIs('completed');
    given(saga, ...story, tooLate, refunded)
      .when(released)
      .sends()
      .andIs('completed');
  });

  it.each([
    { method: { type: 'card', token: 't' }, ms: 900_000 },
    { method: { type: 'paypal', token: 't' }, ms: 3_600_000 },
    { method: { type: 'crypto', token: 't' }, ms: 7_200_000 },
    { method: { type: 'bank_transfer' }, ms: 600_000_000 },
  ] as const)('has the patience that paying by $method.type needs', ({ method: paymentMethod, ms }) => {
    const order = new OrderConfirmed({ ...confirmed.data, paymentMethod });
    const asked = new TakePayment({ ...take.data, method: paymentMethod }, by);
    given(saga, order).when(reserved).sends(asked, new Timer('pay', ms));
  });
});

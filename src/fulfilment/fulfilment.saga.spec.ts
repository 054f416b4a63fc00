import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../platform/core/event.js';
import { derivedId, newId } from '../platform/core/ids.js';
import { hear } from '../platform/core/saga-engine.js';
import { signal, type Signal } from '../platform/core/saga-signals.js';
import type { SagaEvent } from '../platform/core/saga-state.js';
import { patienceOf } from '../platform/core/saga-table.js';
import { evolveSaga, noSaga, type SagaState } from '../platform/core/saga-state.js';
import { StockReleased, StockReservationRejected, StockReserved } from '../inventory/contract.js';
import { OrderAddressChanged, OrderCancellationRequested, OrderConfirmed } from '../orders/contract.js';
import { PaymentCaptured, PaymentDeclined, PaymentRefunded, PaymentVoided } from '../payments/contract.js';
import { rowsAlongside } from '../platform/sagas/tasks.js';
import {
  ShipmentCancelled,
  ShipmentCancelRefused,
  ShipmentDispatched,
  ShipmentRefused,
} from '../shipping/contract.js';
import { FulfilmentSaga } from './fulfilment.saga.js';

const saga = new FulfilmentSaga(() => 900_000);
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
const sent = new ShipmentDispatched({
  shipmentId,
  orderId,
  carrier: 'simulated',
  trackingNumber: 'T1',
} as never);
const shippingAddress = { ...confirmed.data.shippingAddress, city: 'Dublin', country: 'IE' };
const moved = new OrderAddressChanged({ orderId, shippingAddress });
const tooLate = new ShipmentCancelRefused({
  shipmentId,
  orderId,
  carrier: 'simulated',
  trackingNumber: 'T1',
  address: confirmed.data.shippingAddress,
  detail: 'it is on a plane',
});
const refusedParcel = new ShipmentRefused({ shipmentId, orderId, detail: 'no service to XX' } as never);
const parcelCancelled = new ShipmentCancelled({ shipmentId, orderId } as never);
const cancelled = new OrderCancellationRequested({
  orderId,
  code: 'customer-request',
  detail: 'changed my mind',
});
const paymentTimeout: Signal = { kind: 'timeout', step: 'pay' };

/** given events, when the last one: the commands that follow from it, as `Command` or `Command(code)`. Tells get through. */
function given(...inputs: (DomainEvent | Signal)[]) {
  let state: SagaState = noSaga;
  let sends: string[] = [];
  let data: unknown[] = [];
  for (const input of inputs) {
    const events: readonly SagaEvent[] =
      'kind' in input ? signal(saga, state, input) : hear(saga, state, input);
    state = evolved(state, events);
    const rows = tasksFor(state, events, 'data' in input ? input.data : {});
    sends = rows.map(
      ({ kind, command, data: { code } = {} }) => `${command ?? kind}${code ? `(${code})` : ''}`,
    );
    data = rows.map((row) => row.data);
    for (const { step, command } of state.untold)
      state = evolved(state, signal(saga, state, { kind: 'told', step, command }));
  }
  return { sends, data, state: state.status };
}

const evolved = (state: SagaState, events: readonly SagaEvent[]): SagaState =>
  events.reduce((folded, event) => evolveSaga(folded, event, '2026-01-01T00:00:00.000Z'), state);

interface TaskRow {
  readonly kind: string;
  readonly command?: string;
  readonly data?: { readonly code?: string };
}

function tasksFor(after: SagaState, events: readonly SagaEvent[], heard: object): TaskRow[] {
  if (events.length === 0) return [];
  const prepared = events.map((event, index) => ({
    stream: `fulfilment-${orderId}`,
    version: index + 1,
    id: newId(),
    event,
    json: '',
    schemaVersion: 1,
    metadata: { actor: 'system', correlationId: orderId, causationId: null },
    at: '2026-01-01T00:00:00.000Z',
  }));
  return rowsAlongside({ table: saga, sagaId: orderId, after, rounds: [{ prepared, heard }] })
    .map(({ row }) => row as TaskRow)
    .filter(({ kind }) => kind !== undefined)
    .map(({ data, command, kind }) => ({ kind, ...(command && { command }), ...(data && { data }) }));
}

describe('fulfilment', () => {
  it('reserves, pays, ships, and tells the order and the warehouse', () => {
    expect(given(confirmed).sends).toEqual(['ReserveStock']);
    expect(given(confirmed, reserved).sends).toEqual(['TakePayment', 'timeout']);
    expect(given(confirmed, reserved, paid).sends).toEqual(['MarkOrderPaid', 'DispatchShipment']);
    expect(given(confirmed, reserved, paid, sent)).toMatchObject({
      sends: ['MarkOrderShipped', 'ConsumeStock'],
      state: 'completed',
    });
  });

  it('cancels an order whose stock is short, with nothing to take back', () => {
    const short = new StockReservationRejected({
      orderId,
      shortages: [{ sku: 'MUG', requested: 2, available: 1 }],
    });
    expect(given(confirmed, short)).toMatchObject({
      sends: ['EndOrderCancelled(insufficient-stock)'],
      state: 'compensated',
    });
  });

  it('releases the stock of an order whose payment is declined', () => {
    const declined = new PaymentDeclined({
      paymentId,
      orderId,
      code: 'declined',
      detail: 'card declined',
      evidence: 'reply',
    });
    expect(given(confirmed, reserved, declined).sends).toEqual(['ReleaseStock']);
    expect(given(confirmed, reserved, declined, released).sends).toEqual([
      'EndOrderCancelled(payment-declined)',
    ]);
  });

  it('refunds first and releases then when the carrier refuses', () => {
    const story = [confirmed, reserved, paid, refusedParcel];
    expect(given(...story).sends).toEqual(['RefundPayment']);
    expect(given(...story, refunded).sends).toEqual(['ReleaseStock']);
    expect(given(...story, refunded, released).sends).toEqual(['EndOrderCancelled(shipment-refused)']);
  });

  it('makes sure that an open payment is not charged once patience runs out', () => {
    expect(given(confirmed, reserved, paymentTimeout).sends).toEqual(['RefundPayment']);
    expect(given(confirmed, reserved, paymentTimeout, voided, released).sends).toEqual([
      'EndOrderCancelled(payment-timeout)',
    ]);
  });

  it('leaves to payments what lands after the time-out was settled: the money goes back from there', () => {
    const story = [confirmed, reserved, paymentTimeout, voided, released, paid];
    expect(given(...story)).toMatchObject({ sends: [], state: 'compensated' });
    expect(given(...story, refunded)).toMatchObject({ sends: [], state: 'compensated' });
  });

  it('gives back once what it hears of only after it was given back', () => {
    const story = [confirmed, cancelled, released];
    expect(given(...story)).toMatchObject({
      sends: ['EndOrderCancelled(customer-request)'],
      state: 'compensated',
    });
    expect(given(...story, reserved)).toMatchObject({ sends: [], state: 'compensated' });
  });

  it('recalls the parcel first when a cancellation comes while it is being handed over', () => {
    const story = [confirmed, reserved, paid, cancelled];
    expect(given(...story).sends).toEqual(['CancelShipment']);
    expect(given(...story, parcelCancelled).sends).toEqual(['RefundPayment']);
    expect(given(...story, parcelCancelled, refunded, released).sends).toEqual([
      'EndOrderCancelled(customer-request)',
    ]);
  });

  it('lets the parcel win over a cancellation that comes after the hand-over', () => {
    expect(given(confirmed, reserved, paid, sent, cancelled)).toMatchObject({
      sends: [],
      state: 'completed',
    });
  });

  it('ships to the newest address, also when the carrier has already been asked', () => {
    expect(given(confirmed, moved, reserved, paid).data).toContainEqual(
      expect.objectContaining({ address: shippingAddress, attempt: 1 }),
    );
    expect(given(confirmed, reserved, moved, paid).data).toContainEqual(
      expect.objectContaining({ address: shippingAddress }),
    );
    const moving = given(confirmed, reserved, paid, moved);
    expect([moving.sends, moving.data]).toEqual([['CancelShipment'], [{ orderId, shipmentId, attempt: 1 }]]);
    const again = given(confirmed, reserved, paid, moved, parcelCancelled);
    expect(again.sends).toEqual(['DispatchShipment']);
    expect(again.data).toContainEqual(expect.objectContaining({ address: shippingAddress, attempt: 2 }));
    expect(given(confirmed, reserved, paid, moved, parcelCancelled, sent).state).toBe('completed');
    expect(given(moved).sends).toEqual([]);
  });

  it('tells the order where a parcel goes for which the change of address came too late', () => {
    const gone = given(confirmed, reserved, paid, moved, tooLate);
    expect(gone).toMatchObject({ sends: ['MarkOrderShipped', 'ConsumeStock'], state: 'completed' });
    expect(gone.data[0]).toMatchObject({ shippingAddress: confirmed.data.shippingAddress });
    const justSent = given(confirmed, reserved, paid, sent, moved);
    expect(justSent).toMatchObject({ sends: [], state: 'completed' });
  });

  it('ships an order after all whose parcel can no longer be called back', () => {
    const story = [confirmed, reserved, paid, cancelled, tooLate];
    expect(given(...story)).toMatchObject({
      sends: ['MarkOrderShipped', 'ConsumeStock'],
      state: 'completed',
    });
    expect(given(...story, refunded, released)).toMatchObject({ sends: [], state: 'completed' });
  });

  it('has the patience that its way of paying needs', () => {
    const patient = new FulfilmentSaga(({ paymentMethod }) =>
      paymentMethod.type === 'bank_transfer' ? 7 : 1,
    );
    const pay = patient.steps.find(({ name }) => name === 'pay')!;
    expect(patienceOf(pay, confirmed.data)).toBe(1);
    expect(patienceOf(pay, { ...confirmed.data, paymentMethod: { type: 'bank_transfer' } })).toBe(7);
  });
});

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
import { derivedId } from '../platform/core/ids.js';
import { sends, type Lesson, type Reason, type SagaTable, type Step } from '../platform/core/saga-table.js';
import {
  CancelShipment,
  DispatchShipment,
  ShipmentCancelRefused,
  ShipmentCancelled,
  ShipmentDispatched,
  ShipmentRefused,
} from '../shipping/contract.js';

/** What the steps know: the order as it was confirmed. */
export type Fulfilment = OrderConfirmed['data'];

const ids = ({ orderId }: { orderId: string }) => ({
  orderId,
  paymentId: derivedId(orderId, 'payment'),
  shipmentId: derivedId(orderId, 'shipment'),
});
const linesOf = ({ items }: Fulfilment) => items.map(({ sku, quantity }) => ({ sku, quantity }));

/** A parcel as the carrier has it. The event of a refused recall says where it goes; otherwise it is what was asked. */
type Sent = ShipmentDispatched['data'] & Partial<Pick<ShipmentCancelRefused['data'], 'address'>>;

/**
 * Reserve, pay, ship; and the way back of each. The hand-over to the carrier is the pivot: it is the last step, so
 * once it has succeeded nothing is taken back any more. A cancellation that comes while the parcel is being handed over
 * calls it back first; where the carrier says that it is too late for that, the order is shipped after all.
 */
export class FulfilmentSaga implements SagaTable<Fulfilment> {
  readonly name = 'fulfilment';
  readonly version = 1;
  readonly starts = OrderConfirmed;
  readonly cancels = OrderCancellationRequested;
  readonly learns: readonly Lesson<Fulfilment>[] = [
    {
      from: OrderAddressChanged,
      before: 'ship',
      redo: 'the address has changed',
      context: (order, changed) => ({
        ...order,
        shippingAddress: (changed as OrderAddressChanged['data']).shippingAddress,
      }),
    },
  ];
  readonly steps: readonly Step<Fulfilment>[];

  readonly tellsCompensated = [
    sends(
      EndOrderCancelled,
      ({ orderId }: Fulfilment, { code, detail }: Reason) =>
        ({ orderId, code, detail }) as EndOrderCancelled['data'],
    ),
  ];

  /** @param paymentPatienceMs how long the payment of an order may stay open before it is taken back */
  constructor(paymentPatienceMs: (order: Fulfilment) => number) {
    this.steps = [
      {
        name: 'reserve',
        asks: sends(ReserveStock, (order: Fulfilment) => ({ orderId: order.orderId, lines: linesOf(order) })),
        good: StockReserved,
        bad: StockReservationRejected,
        because: outOfStock,
        wayBack: sends(ReleaseStock, ({ orderId }: Fulfilment) => ({ orderId })),
        undone: [StockReleased],
        // Nothing is reserved any more under a reservation that was released: what is heard later happened before.
        staysUndone: true,
      },
      {
        name: 'pay',
        party: 'payment-gateway',
        asks: sends(TakePayment, (order: Fulfilment) => ({
          orderId: order.orderId,
          paymentId: ids(order).paymentId,
          customerId: order.customerId,
          amount: order.total,
          method: order.paymentMethod,
        })),
        good: PaymentCaptured,
        bad: PaymentDeclined,
        because: (data) => ({ code: 'payment-declined', detail: (data as PaymentDeclined['data']).detail }),
        wayBack: sends(RefundPayment, (order: Fulfilment) => ({
          orderId: order.orderId,
          paymentId: ids(order).paymentId,
        })),
        undone: [PaymentRefunded, PaymentVoided],
        // Money that comes after that is given back by payments, which owns the refund until it has arrived.
        staysUndone: true,
        patienceMs: paymentPatienceMs,
        impatience: { code: 'payment-timeout', detail: 'the payment was not settled in time' },
        tells: [
          sends(MarkOrderPaid, (order: Fulfilment) => ({
            orderId: order.orderId,
            paymentId: ids(order).paymentId,
          })),
        ],
      },
      {
        name: 'ship',
        party: 'carrier',
        asks: sends(DispatchShipment, (order: Fulfilment, _, attempt) => ({
          orderId: order.orderId,
          shipmentId: ids(order).shipmentId,
          customerId: order.customerId,
          address: order.shippingAddress,
          lines: linesOf(order),
          attempt,
        })),
        good: ShipmentDispatched,
        bad: ShipmentRefused,
        because: (data) => ({ code: 'shipment-refused', detail: (data as ShipmentRefused['data']).detail }),
        wayBack: sends(CancelShipment, (order: Fulfilment, _, attempt) => ({
          orderId: order.orderId,
          shipmentId: ids(order).shipmentId,
          attempt,
        })),
        undone: [ShipmentCancelled],
        irrevocable: [ShipmentCancelRefused],
        tells: [
          sends(MarkOrderShipped, (order: Fulfilment, sent: Sent) => ({
            orderId: order.orderId,
            shipmentId: sent.shipmentId,
            carrier: sent.carrier,
            trackingNumber: sent.trackingNumber,
            shippingAddress: sent.address ?? order.shippingAddress,
          })),
          sends(ConsumeStock, ({ orderId }: Fulfilment) => ({ orderId })),
        ],
      },
    ];
  }

  sagaOf(event: object): string {
    return (event as { orderId: string }).orderId;
  }

  context(start: object): Fulfilment {
    return start as Fulfilment;
  }

  because(cancellation: object): Reason {
    const { code, detail } = cancellation as OrderCancellationRequested['data'];
    return { code, detail };
  }
}

function outOfStock(data: object): Reason {
  const { shortages } = data as StockReservationRejected['data'];
  const missing = shortages.map(
    ({ sku, requested, available }) => `${sku}: ${requested} wanted, ${available} available`,
  );
  return { code: 'insufficient-stock', detail: missing.join('; ').slice(0, 500) };
}

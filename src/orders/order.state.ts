import type {
  CancellationReason,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderEvent,
  OrderItem,
  PaymentMethod,
  ShippingAddress,
} from './order.events.js';
import { withItem, withoutItem, withPrices } from './order.lines.js';

interface Details {
  readonly customerId: string;
  readonly currency: string;
  readonly items: readonly OrderItem[];
  readonly shippingAddress?: ShippingAddress;
  readonly paymentMethod?: PaymentMethod;
  readonly createdAt: string;
}
interface Firm extends Details {
  readonly shippingAddress: ShippingAddress;
  readonly paymentMethod: PaymentMethod;
  readonly confirmedAt: string;
}
interface Payment {
  readonly paymentId: string;
  readonly paidAt: string;
}
interface Shipment {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string;
}
interface Cancellable {
  /** Somebody wants it cancelled; the saga has not decided yet. */
  readonly cancellation?: CancellationReason & { readonly requestedAt: string };
}

/** `pricedAt`: since when its prices are shown, if they were renewed after it was made. */
export type Draft = { readonly status: 'draft'; readonly pricedAt?: string } & Details;
export type Confirmed = { readonly status: 'confirmed' } & Firm & Cancellable;
export type Paid = { readonly status: 'paid' } & Firm & Payment & Cancellable;
export type Shipped = { readonly status: 'shipped' } & Firm & Payment & Shipment;
export type Delivered = { readonly status: 'delivered'; readonly deliveredAt: string } & Firm &
  Payment &
  Shipment;
export type Cancelled = {
  readonly status: 'cancelled';
  readonly cancelledAt: string;
  readonly cancellationReason: CancellationReason;
} & Details &
  Partial<Pick<Firm, 'confirmedAt'> & Payment>;

export type OrderState =
  { readonly status: 'none' } | Draft | Confirmed | Paid | Shipped | Delivered | Cancelled;

/** @throws Error when the event cannot follow: such a log was not written by the rules */
export function evolveOrder(state: OrderState, event: OrderEvent, at: string): OrderState {
  switch (state.status) {
    case 'none':
      return event.type === 'OrderCreated' ? created(event.data, at) : misplaced(state, event);
    case 'draft':
      return evolveDraft(state, event, at);
    case 'confirmed':
    case 'paid':
      return evolveInFulfilment(state, event, at);
    case 'shipped':
      return event.type === 'OrderDelivered'
        ? { ...state, status: 'delivered', deliveredAt: at }
        : misplaced(state, event);
    case 'delivered':
    case 'cancelled':
      return misplaced(state, event);
  }
}

function created({ orderId: _, ...details }: OrderCreated['data'], at: string): Draft {
  return { status: 'draft', ...details, createdAt: at };
}

function evolveDraft(state: Draft, event: OrderEvent, at: string): OrderState {
  switch (event.type) {
    case 'OrderItemAdded': {
      const { orderId: _, ...item } = event.data;
      return { ...state, items: withItem(state.items, item) };
    }
    case 'OrderItemRemoved':
      return { ...state, items: withoutItem(state.items, event.data) };
    case 'OrderRepriced':
      return { ...state, items: withPrices(state.items, event.data.items), pricedAt: at };
    case 'OrderAddressChanged':
      return { ...state, shippingAddress: event.data.shippingAddress };
    case 'OrderPaymentMethodChanged':
      return { ...state, paymentMethod: event.data.paymentMethod };
    case 'OrderConfirmed':
      return confirmed(state, event.data, at);
    case 'OrderCancelled': {
      const { pricedAt: _, ...draft } = state;
      return cancelled(draft, event.data, at);
    }
    default:
      return misplaced(state, event);
  }
}

function confirmed(
  { pricedAt: _, ...state }: Draft,
  { shippingAddress, paymentMethod }: OrderConfirmed['data'],
  at: string,
): Confirmed {
  return { ...state, status: 'confirmed', shippingAddress, paymentMethod, confirmedAt: at };
}

function evolveInFulfilment(state: Confirmed | Paid, event: OrderEvent, at: string): OrderState {
  switch (event.type) {
    case 'OrderAddressChanged':
      return { ...state, shippingAddress: event.data.shippingAddress };
    case 'OrderCancellationRequested': {
      const { orderId: _, ...reason } = event.data;
      return { ...state, cancellation: { ...reason, requestedAt: at } };
    }
    case 'OrderPaid':
      return state.status === 'confirmed'
        ? { ...state, status: 'paid', paymentId: event.data.paymentId, paidAt: at }
        : misplaced(state, event);
    case 'OrderShipped': {
      if (state.status !== 'paid') return misplaced(state, event);
      const { orderId: _, ...shipment } = event.data;
      const { cancellation: __, ...paid } = state;
      return { ...paid, status: 'shipped', ...shipment, shippedAt: at };
    }
    case 'OrderCancelled': {
      const { cancellation: _, ...open } = state;
      return cancelled(open, event.data, at);
    }
    default:
      return misplaced(state, event);
  }
}

function cancelled(
  state: Draft | Omit<Confirmed, 'cancellation'> | Omit<Paid, 'cancellation'>,
  { orderId: _, ...cancellationReason }: OrderCancelled['data'],
  at: string,
): Cancelled {
  return { ...state, status: 'cancelled', cancelledAt: at, cancellationReason };
}

function misplaced(state: OrderState, event: OrderEvent): never {
  throw new Error(`${event.type} cannot follow in an order that is ${state.status}`);
}

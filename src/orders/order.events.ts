import { event } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';
import { reasonFor } from './order.reasons.js';

// The names in here are the storage format.

/** Name and price as the catalogue had them when the line was added. */
export interface OrderItem {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
}

export interface ShippingAddress {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
}

export type PaymentMethod =
  | { readonly type: 'card' | 'paypal' | 'crypto'; readonly token: string }
  | { readonly type: 'wallet'; readonly accountId: string }
  | { readonly type: 'bank_transfer' };

export const cancellationCodes = [
  'insufficient-stock',
  'payment-declined',
  'payment-timeout',
  'shipment-refused',
  'customer-request',
  'operator',
] as const;

export type CancellationCode = (typeof cancellationCodes)[number];

export interface CancellationReason {
  readonly code: CancellationCode;
  /** Anybody may read it. */
  readonly detail: string;
  /** How it was told by an operator, a gateway or a carrier; for those who run the place. */
  readonly internal?: string;
}

interface Order {
  readonly orderId: string;
}

export class OrderCreated extends event('OrderCreated')<
  Order & {
    readonly customerId: string;
    readonly currency: string;
    readonly items: readonly OrderItem[];
    readonly shippingAddress?: ShippingAddress;
    readonly paymentMethod?: PaymentMethod;
  }
>() {}
/** Units of one SKU; the whole line of that SKU takes this name and price. */
export class OrderItemAdded extends event('OrderItemAdded')<Order & OrderItem>() {}
/** `quantity` units went; a line without units is gone. */
export class OrderItemRemoved extends event('OrderItemRemoved')<
  Order & { readonly sku: string; readonly quantity: number }
>() {}
/** The lines named here have these names and prices from now on. */
export class OrderRepriced extends event('OrderRepriced')<
  Order & { readonly items: readonly Pick<OrderItem, 'sku' | 'name' | 'unitPrice'>[] }
>() {}
export class OrderAddressChanged extends event('OrderAddressChanged')<
  Order & { readonly shippingAddress: ShippingAddress }
>() {}
export class OrderPaymentMethodChanged extends event('OrderPaymentMethodChanged')<
  Order & { readonly paymentMethod: PaymentMethod }
>() {}
/** Carries all that fulfilment needs. */
export class OrderConfirmed extends event('OrderConfirmed')<
  Order & {
    readonly customerId: string;
    readonly currency: string;
    readonly items: readonly OrderItem[];
    readonly total: Money;
    readonly shippingAddress: ShippingAddress;
    readonly paymentMethod: PaymentMethod;
  }
>() {}
export class OrderPaid extends event('OrderPaid')<Order & { readonly paymentId: string }>() {}
export class OrderShipped extends event('OrderShipped')<
  Order & {
    readonly shipmentId: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    /** Where the parcel really goes: only there when the last change of the address came too late for it. */
    readonly shippingAddress?: ShippingAddress;
  }
>() {}
export class OrderDelivered extends event('OrderDelivered')<Order>() {}
/** In version 1 `detail` was whatever somebody had said. */
const withPublicReason = {
  1: ({ orderId, code, detail }: Order & CancellationReason) => ({ orderId, ...reasonFor(code, detail) }),
};
/** A wish: the saga decides whether the parcel was faster. */
export class OrderCancellationRequested extends event('OrderCancellationRequested', withPublicReason)<
  Order & CancellationReason
>() {}
export class OrderCancelled extends event('OrderCancelled', withPublicReason)<Order & CancellationReason>() {}

export type OrderEvent =
  | OrderCreated
  | OrderItemAdded
  | OrderItemRemoved
  | OrderRepriced
  | OrderAddressChanged
  | OrderPaymentMethodChanged
  | OrderConfirmed
  | OrderPaid
  | OrderShipped
  | OrderDelivered
  | OrderCancellationRequested
  | OrderCancelled;

export const orderEvents = [
  OrderCreated,
  OrderItemAdded,
  OrderItemRemoved,
  OrderRepriced,
  OrderAddressChanged,
  OrderPaymentMethodChanged,
  OrderConfirmed,
  OrderPaid,
  OrderShipped,
  OrderDelivered,
  OrderCancellationRequested,
  OrderCancelled,
] as const;

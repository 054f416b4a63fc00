import { event } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';

// The names in here are the storage format.

export type PaymentMethod =
  | { readonly type: 'card' | 'paypal' | 'crypto'; readonly token: string }
  | { readonly type: 'wallet'; readonly accountId: string }
  | { readonly type: 'bank_transfer' };

/**
 * How we came to know an outcome: the gateway's reply, a look-up by our key, its answer to a cancellation, a person, or
 * that there was nothing to pay.
 */
export type Evidence = 'reply' | 'look-up' | 'cancellation' | 'record' | 'nothing-to-pay';

interface Payment {
  readonly paymentId: string;
  readonly orderId: string;
}

/** The intent; recorded before the gateway hears of it. */
export class PaymentRequested extends event('PaymentRequested')<
  Payment & {
    readonly customerId: string;
    readonly amount: Money;
    readonly method: PaymentMethod;
    readonly gatewayKey: string;
  }
>() {}
export class PaymentCaptured extends event('PaymentCaptured')<
  Payment & { readonly amount: Money; readonly reference: string; readonly evidence: Evidence }
>() {}
export class PaymentDeclined extends event('PaymentDeclined')<
  Payment & { readonly code: string; readonly detail: string; readonly evidence: Evidence }
>() {}
export class PaymentOutcomeUnknown extends event('PaymentOutcomeUnknown')<
  Payment & { readonly detail: string }
>() {}
/** The intent to make sure that nothing is charged under the key, now or later. */
export class PaymentVoidRequested extends event('PaymentVoidRequested')<Payment>() {}
/** Nothing was charged and nothing ever will be. Also the tombstone of a payment that never began. */
export class PaymentVoided extends event('PaymentVoided')<Payment & { readonly evidence?: Evidence }>() {}

/** The intent to give money back; its id is the key at the gateway. */
export class RefundRequested extends event('RefundRequested')<
  Payment & {
    readonly refundId: string;
    readonly amount: Money;
    readonly reason: string;
    /** Whether it is meant to return all that remains, because the order is taken back. */
    readonly wayBack: boolean;
  }
>() {}
interface Refunded extends Payment {
  readonly refundId: string;
  readonly amount: Money;
  readonly reference: string;
  readonly refundedTotal: Money;
}
export class PaymentPartiallyRefunded extends event('PaymentPartiallyRefunded')<Refunded>() {}
/** Nothing of the payment remains with us: the end that a saga on its way back waits for. */
export class PaymentRefunded extends event('PaymentRefunded')<Refunded>() {}
export class RefundRefused extends event('RefundRefused')<
  Payment & { readonly refundId: string; readonly detail: string }
>() {}

interface Surplus extends Payment {
  /** Its id is the key under which it is given back at the gateway. */
  readonly surplusId: string;
}
/** Money arrived for a payment that is captured already: it is owed to whoever sent it. */
export class SurplusReceived extends event('SurplusReceived')<
  Surplus & { readonly amount: Money; readonly reference: string }
>() {}
export class SurplusReturned extends event('SurplusReturned')<
  Surplus & { readonly amount: Money; readonly reference: string; readonly evidence: 'reply' | 'record' }
>() {}
export class SurplusReturnRefused extends event('SurplusReturnRefused')<
  Surplus & { readonly detail: string }
>() {}

export type PaymentEvent =
  | PaymentRequested
  | PaymentCaptured
  | PaymentDeclined
  | PaymentOutcomeUnknown
  | PaymentVoidRequested
  | PaymentVoided
  | RefundRequested
  | PaymentPartiallyRefunded
  | PaymentRefunded
  | RefundRefused
  | SurplusReceived
  | SurplusReturned
  | SurplusReturnRefused;

export const paymentEvents = [
  PaymentRequested,
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentVoidRequested,
  PaymentVoided,
  RefundRequested,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  RefundRefused,
  SurplusReceived,
  SurplusReturned,
  SurplusReturnRefused,
] as const;

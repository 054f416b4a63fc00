import {
  OrderCancelled,
  OrderConfirmed,
  OrderDelivered,
  OrderPaid,
  OrderShipped,
} from '../orders/contract.js';
import { PaymentPartiallyRefunded, PaymentRefunded } from '../payments/contract.js';
import { ReturnApproved } from '../returns/contract.js';
import type { DomainEvent, EventClass } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';
import type { Template } from './contract.js';

/** What a mail says beside what the order says; kept with it. No names and addresses. */
export interface Facts {
  readonly amount?: Money;
}

/** An event that customers are written about. */
export interface Occasion {
  readonly event: EventClass;
  readonly template: Template;
  readonly orderIn: (event: DomainEvent) => string;
  readonly factsIn: (event: DomainEvent) => Facts;
}

const on = <Name extends string, Data extends { readonly orderId: string }>(
  event: EventClass<Name, Data>,
  template: Template,
  factsIn: (data: Data) => Facts = () => ({}),
): Occasion => ({
  event,
  template,
  orderIn: ({ data }) => (data as Data).orderId,
  factsIn: ({ data }) => factsIn(data as Data),
});

/** A line each. */
export const occasions: readonly Occasion[] = [
  on(OrderConfirmed, 'order-confirmed'),
  on(OrderPaid, 'payment-received'),
  on(OrderShipped, 'order-shipped'),
  on(OrderDelivered, 'order-delivered'),
  on(OrderCancelled, 'order-cancelled'),
  on(PaymentPartiallyRefunded, 'refund-sent', ({ amount }) => ({ amount })),
  on(PaymentRefunded, 'refund-sent', ({ amount }) => ({ amount })),
  on(ReturnApproved, 'return-approved'),
];

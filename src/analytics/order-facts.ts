import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StockReserved } from '../inventory/contract.js';
import {
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderPaid,
  OrderShipped,
  OrderUnitsCancelled,
} from '../orders/contract.js';
import { PaymentCaptured } from '../payments/contract.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { LINGER_MS } from './report.js';

/** An order in one line: who, how much, and when it took which step. */
@Entity({ schema: 'analytics', name: 'order_facts' })
export class OrderFactsRow {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'customer_id' }) customerId: string;
  @Column('text') currency: string;
  @Column('bigint', { name: 'total_minor' }) totalMinor: number;
  @Column('bigint') units: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'reserved_at', nullable: true }) reservedAt: Date | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt: Date | null;
  @Column('timestamptz', { name: 'shipped_at', nullable: true }) shippedAt: Date | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  @Column('text', { name: 'cancellation_code', nullable: true }) cancellationCode: string | null;
}

const events = [
  OrderCreated,
  OrderConfirmed,
  StockReserved,
  OrderUnitsCancelled,
  PaymentCaptured,
  OrderPaid,
  OrderShipped,
  OrderDelivered,
  OrderCancelled,
] as const;
type Told = InstanceType<(typeof events)[number]>;

export const orderFacts = defineReadModel<OrderFactsRow>({
  name: 'analytics.order-facts',
  entity: OrderFactsRow,
  shape: 1,
  lingerMs: LINGER_MS,
  events,
  keys: ({ event }) => [(event as Told).data.orderId],
  project(row, { event, occurredAt }) {
    const told = event as Told;
    const at = new Date(occurredAt);
    if (told.type === 'OrderCreated') return created(told, at);
    return row && { ...row, ...changes(told, at, row) };
  },
});

function created({ data: { orderId, customerId, currency, items } }: OrderCreated, at: Date): OrderFactsRow {
  return {
    ...{ orderId, customerId, currency, ...sumOf(items), createdAt: at },
    ...{ confirmedAt: null, reservedAt: null, paidAt: null, shippedAt: null, deliveredAt: null },
    ...{ cancelledAt: null, cancellationCode: null },
  };
}

function changes(told: Exclude<Told, OrderCreated>, at: Date, row: OrderFactsRow): Partial<OrderFactsRow> {
  switch (told.type) {
    case 'OrderConfirmed':
      return { ...sumOf(told.data.items), totalMinor: told.data.total.amountMinor, confirmedAt: at };
    case 'StockReserved':
      return { reservedAt: at };
    case 'OrderUnitsCancelled':
      // What was paid for stays sold at that moment; its money going back is a fact of its own.
      return row.paidAt ? {} : { units: row.units - sumOf(told.data.items).units };
    case 'PaymentCaptured':
      // Units that were cancelled before may have been paid all the same, and are given back then.
      return { totalMinor: told.data.amount.amountMinor };
    case 'OrderPaid':
      return { paidAt: at };
    case 'OrderShipped':
      return { shippedAt: at };
    case 'OrderDelivered':
      return { deliveredAt: at };
    case 'OrderCancelled':
      return { cancelledAt: at, cancellationCode: told.data.code };
  }
}

const sumOf = (items: OrderCreated['data']['items']) => ({
  totalMinor: items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0),
  units: items.reduce((sum, { quantity }) => sum + quantity, 0),
});

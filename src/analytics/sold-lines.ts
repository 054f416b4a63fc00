import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OrderCancelled, OrderConfirmed, OrderPaid } from '../orders/contract.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { LINGER_MS } from './linger.js';

/** A line of an order that was confirmed. */
@Entity({ schema: 'analytics', name: 'sold_lines' })
export class SoldLineRow {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @PrimaryColumn('text') sku: string;
  @Column('text') name: string;
  @Column('text') currency: string;
  @Column('bigint') quantity: number;
  @Column('bigint', { name: 'amount_minor' }) amountMinor: number;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt: Date | null;
  @Column('boolean') cancelled: boolean;
}

type Told = OrderConfirmed | OrderPaid | OrderCancelled;

export const soldLines = defineReadModel<SoldLineRow, [orderId: string, sku: string]>({
  name: 'analytics.sold-lines',
  entity: SoldLineRow,
  shape: 1,
  lingerMs: LINGER_MS,
  events: [OrderConfirmed, OrderPaid, OrderCancelled],
  keys({ event }) {
    const { type, data } = event as Told;
    return type === 'OrderConfirmed' ? data.items.map(({ sku }) => [data.orderId, sku]) : [[data.orderId]];
  },
  project(row, { event, occurredAt }, [, sku]) {
    const told = event as Told;
    switch (told.type) {
      case 'OrderConfirmed':
        return lineOf(told, sku);
      case 'OrderPaid':
        return row && { ...row, paidAt: new Date(occurredAt) };
      case 'OrderCancelled':
        return row && { ...row, cancelled: true };
    }
  },
});

function lineOf({ data: { orderId, items } }: OrderConfirmed, sku: string): SoldLineRow {
  const { name, quantity, unitPrice } = items.find((item) => item.sku === sku)!;
  return {
    ...{ orderId, sku, name, quantity, currency: unitPrice.currency },
    ...{ amountMinor: quantity * unitPrice.amountMinor, paidAt: null, cancelled: false },
  };
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OrderCancelled, OrderConfirmed, OrderPaid, OrderUnitsCancelled } from '../orders/contract.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { LINGER_MS } from './report.js';

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

type Told = OrderConfirmed | OrderUnitsCancelled | OrderPaid | OrderCancelled;

export const soldLines = defineReadModel<SoldLineRow, [orderId: string, sku: string]>({
  name: 'analytics.sold-lines',
  entity: SoldLineRow,
  shape: 1,
  lingerMs: LINGER_MS,
  events: [OrderConfirmed, OrderUnitsCancelled, OrderPaid, OrderCancelled],
  keys({ event }) {
    const { type, data } = event as Told;
    if (type !== 'OrderConfirmed' && type !== 'OrderUnitsCancelled') return [[data.orderId]];
    return data.items.map(({ sku }) => [data.orderId, sku]);
  },
  project(row, { event, occurredAt }, [, sku]) {
    const told = event as Told;
    switch (told.type) {
      case 'OrderConfirmed':
        return lineOf(told, sku);
      case 'OrderUnitsCancelled':
        return row && without(row, told);
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

/** A line of which nothing is left sells no more than one of a cancelled order. */
function without(row: SoldLineRow, { data: { items } }: OrderUnitsCancelled): SoldLineRow {
  const { quantity: gone, unitPrice } = items.find((item) => item.sku === row.sku)!;
  const quantity = row.quantity - gone;
  return {
    ...row,
    quantity,
    amountMinor: row.amountMinor - gone * unitPrice.amountMinor,
    cancelled: row.cancelled || quantity === 0,
  };
}

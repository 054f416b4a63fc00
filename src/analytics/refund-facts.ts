import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PaymentPartiallyRefunded, PaymentRefunded } from '../payments/contract.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { LINGER_MS } from './report.js';

/** Money that went back. */
@Entity({ schema: 'analytics', name: 'refund_facts' })
export class RefundFactsRow {
  @PrimaryColumn('uuid', { name: 'refund_id' }) refundId: string;
  @Column('uuid', { name: 'order_id' }) orderId: string;
  @Column('text') currency: string;
  @Column('bigint', { name: 'amount_minor' }) amountMinor: number;
  @Column('timestamptz', { name: 'refunded_at' }) refundedAt: Date;
}

type Told = PaymentPartiallyRefunded | PaymentRefunded;

export const refundFacts = defineReadModel<RefundFactsRow>({
  name: 'analytics.refund-facts',
  entity: RefundFactsRow,
  shape: 1,
  lingerMs: LINGER_MS,
  events: [PaymentPartiallyRefunded, PaymentRefunded],
  keys: ({ event }) => [(event as Told).data.refundId],
  project(_, { event, occurredAt }, refundId) {
    const { orderId, amount } = (event as Told).data;
    return { refundId, orderId, ...amount, refundedAt: new Date(occurredAt) };
  },
});

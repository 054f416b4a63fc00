import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Rejection } from '../platform/core/rejection.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import { GetPayment, ListOrderPayments } from './contract.js';
import { payment, type PaymentState } from './payment.decider.js';

@QueryHandler(GetPayment)
export class GetPaymentHandler implements IQueryHandler<GetPayment> {
  constructor(private readonly store: AggregateStore) {}

  execute({ paymentId, actor, point }: GetPayment): Promise<Loaded<PaymentState>> {
    return this.store.read(payment, paymentId, actor, point);
  }
}

/** The row that commits with the events says which; the events say what. So the list is never behind. */
@QueryHandler(ListOrderPayments)
export class ListOrderPaymentsHandler implements IQueryHandler<ListOrderPayments> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  /** @throws Rejection `payment.not-found` for an order whose payments are all somebody else's */
  async execute({ orderId, actor }: ListOrderPayments): Promise<readonly Loaded<PaymentState>[]> {
    const rows = await this.database.query<{ payment_id: string; customer_id: string }>(
      `select payment_id, customer_id from payments.payments
       where order_id = $1 order by payment_id desc limit 100`,
      [orderId],
    );
    const visible = rows.filter((row) => actor.role !== 'customer' || row.customer_id === actor.id);
    if (rows.length > 0 && visible.length === 0)
      throw new Rejection('payment.not-found', 'no such order of yours');
    return Promise.all(visible.map((row) => this.store.read(payment, row.payment_id, actor)));
  }
}

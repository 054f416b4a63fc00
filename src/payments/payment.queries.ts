import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { uuid } from '../platform/core/schemas.js';
import {
  FindUnsettled,
  GetPayment,
  ListOrderPayments,
  type PaymentPage,
  type PaymentView,
} from './contract.js';
import { paymentFor } from './payment-view.js';
import { payment } from './payment.decider.js';

@QueryHandler(GetPayment)
export class GetPaymentHandler implements IQueryHandler<GetPayment> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ paymentId, actor, point }: GetPayment): Promise<PaymentView> {
    return paymentFor(actor, await this.store.read(payment, paymentId, actor, point));
  }
}

const after = z.object({ paymentId: uuid });

/** The row that commits with the events says which; the events say what. So the list is never behind. */
@QueryHandler(ListOrderPayments)
export class ListOrderPaymentsHandler implements IQueryHandler<ListOrderPayments> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ orderId, page: { limit, cursor }, actor }: ListOrderPayments): Promise<PaymentPage> {
    const last = cursor ? decodeCursor(cursor, after, { orderId }).paymentId : null;
    const own = actor.role === 'customer' ? actor.id : null;
    const rows = await this.database.query<{ payment_id: string }>(
      `select payment_id from payments.payments
       where order_id = $1 and ($2::uuid is null or customer_id = $2) and ($3::uuid is null or payment_id < $3)
       order by payment_id desc limit $4`,
      [orderId, own, last, limit + 1],
    );
    const { items, nextCursor } = paginate(rows, limit, (row) => ({ paymentId: row.payment_id }), {
      orderId,
    });
    const payments = await Promise.all(items.map((row) => this.store.read(payment, row.payment_id, actor)));
    return { items: payments.map((shown) => paymentFor(actor, shown)), nextCursor };
  }
}

/** One look for many orders: most are paid by card, and have nothing to settle. */
@QueryHandler(FindUnsettled)
export class FindUnsettledHandler implements IQueryHandler<FindUnsettled> {
  constructor(private readonly database: Database) {}

  async execute({ paymentIds }: FindUnsettled): Promise<readonly string[]> {
    const rows = await this.database.query<{ payment_id: string }>(
      'select payment_id from payments.payments where payment_id = any ($1) and to_settle',
      [paymentIds],
    );
    return rows.map((row) => row.payment_id);
  }
}

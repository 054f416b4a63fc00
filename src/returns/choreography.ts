import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RestockUnits } from '../inventory/contract.js';
import { GetOrder, MarkOrderReturned } from '../orders/contract.js';
import {
  IssueRefund,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  RefundRefused,
} from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { systemContext, type CommandContext } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { causedBy, type Recorded } from '../platform/event-store/recorded.js';
import { ProblemCatalogue } from '../platform/problems.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';
import { SettleReturn } from './return.commands.js';
import { ReturnReceived, ReturnRefundRetried } from './return.events.js';
import { refundOf, refundsBefore } from './return.state.js';
import { isAllBack, returnable } from './returnable.decider.js';

type Owed = ReturnReceived | ReturnRefundRetried;
type Refund = PaymentPartiallyRefunded | PaymentRefunded | RefundRefused;

/**
 * No saga: what has been received goes back on the shelf, its money to the customer, and its order hears when all of it
 * is back; and what payments tells of such a refund ends the return. Every command is named after its cause, so that
 * hearing of it again does nothing.
 */
@Injectable()
export class ReturnChoreography implements Subscription {
  readonly name = 'returns.choreography';
  readonly lingerMs = 250;
  readonly events = [
    ReturnReceived,
    ReturnRefundRetried,
    PaymentPartiallyRefunded,
    PaymentRefunded,
    RefundRefused,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly store: AggregateStore,
    private readonly database: Database,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  async handle(batch: readonly Recorded[]): Promise<void> {
    for (const recorded of batch) await this.react(recorded.event as Owed | Refund, recorded);
  }

  private async react(event: Owed | Refund, recorded: Recorded): Promise<void> {
    if (event instanceof ReturnReceived) {
      await this.restock(event, recorded);
      await this.tellOrder(event, recorded);
      return this.giveBack(event.data, 1, recorded);
    }
    if (event instanceof ReturnRefundRetried) return this.giveBack(event.data, event.data.attempt, recorded);
    return this.settle(event, recorded);
  }

  private async restock(
    { data: { orderId, returnId, items } }: ReturnReceived,
    cause: Recorded,
  ): Promise<void> {
    for (const { sku, sellable, damaged } of items) {
      if (sellable + damaged === 0) continue;
      const data = { sku, orderId, returnId, sellable, damaged };
      await this.commands.execute(new RestockUnits(data, following(cause, `restock:${sku}`)));
    }
  }

  private async tellOrder({ data: { orderId } }: ReturnReceived, cause: Recorded): Promise<void> {
    const by = following(cause, 'returned');
    const [{ items }, { state }] = await Promise.all([
      this.queries.execute(new GetOrder(orderId, by.actor)),
      this.store.load(returnable, orderId),
    ]);
    if (isAllBack(state, items)) await this.commands.execute(new MarkOrderReturned({ orderId }, by));
  }

  private async giveBack(
    { returnId, paymentId, refundTotal: { amountMinor } }: Owed['data'],
    attempt: number,
    cause: Recorded,
  ): Promise<void> {
    if (amountMinor === 0) return;
    const { commandId, refundId } = refundOf(returnId, attempt);
    const by = { ...following(cause, 'refund'), commandId };
    const insteadOf = [...refundsBefore(returnId, attempt)];
    const reason = `return ${returnId}`;
    try {
      await this.commands.execute(new IssueRefund({ paymentId, amountMinor, reason, insteadOf }, by));
    } catch (error) {
      // Anything else, such as a lost race, leaves open whether the refund has begun: the same one is asked for again.
      if (!this.catalogue.isDecision(error)) throw error;
      if (error.code === 'payment.order-in-fulfilment') throw new OutcomePending(error.message);
      const refused = {
        returnId,
        refundId,
        outcome: 'refused' as const,
        detail: error.message.slice(0, 500),
      };
      await this.commands.execute(new SettleReturn(refused, following(cause, 'refused')));
    }
  }

  /** Most refunds are none of ours. The row of a return names its refund before anybody hears of the refund. */
  private async settle(event: Refund, cause: Recorded): Promise<void> {
    const { refundId } = event.data;
    const [row] = await this.database.query<{ returnId: string }>(
      'select return_id as "returnId" from returns.returns where refund_id = $1',
      [refundId],
    );
    if (!row) return;
    const outcome =
      event instanceof RefundRefused
        ? { outcome: 'refused' as const, detail: event.data.detail.slice(0, 500) }
        : { outcome: 'refunded' as const };
    const data = { returnId: row.returnId, refundId, ...outcome };
    await this.commands.execute(new SettleReturn(data, following(cause, 'settle')));
  }
}

const following = (cause: Recorded, label: string): CommandContext =>
  systemContext('returns', { commandId: derivedId(cause.id, label), ...causedBy(cause) });

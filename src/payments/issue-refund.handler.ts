import { Inject } from '@nestjs/common';
import { CommandHandler, QueryBus, QueryHandlerNotFoundException, type ICommandHandler } from '@nestjs/cqrs';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { step } from '../platform/outside/errand.js';
import { IsInFulfilment } from './contract.js';
import { IssueRefund, refundIdOf } from './payment.commands.js';
import { issueRefund } from './payment.way-back.js';
import { payment } from './payment.decider.js';
import { termsOf } from './payment.state.js';
import { type PaymentState } from './payment.state.js';
import { Refunds } from './refunds.js';

/** Injection token of the question whether the goods of an order may still leave. */
export const IN_FULFILMENT = Symbol('IN_FULFILMENT');
export type InFulfilment = (orderId: string) => Promise<boolean>;

export const inFulfilment = {
  provide: IN_FULFILMENT,
  inject: [QueryBus],
  useFactory:
    (queries: QueryBus): InFulfilment =>
    (orderId) =>
      queries.execute(new IsInFulfilment(orderId)).catch((error: unknown) => {
        // Nobody leads orders through fulfilment here, so nothing leaves.
        if (error instanceof QueryHandlerNotFoundException) return false;
        throw error;
      }),
};

/**
 * Money is given back by itself only where the goods stay or have left: a refund beside a parcel that is being handed
 * over would leave neither.
 *
 * The intent commits first, under an id that follows from the command: a repeat continues the same refund. If the
 * gateway leaves it open, the caller sees it as requested, and the search for open refunds finishes it.
 */
@CommandHandler(IssueRefund)
export class IssueRefundHandler implements ICommandHandler<IssueRefund> {
  constructor(
    private readonly store: AggregateStore,
    private readonly refunds: Refunds,
    @Inject(IN_FULFILMENT) private readonly inFulfilment: InFulfilment,
  ) {}

  async execute(command: IssueRefund): Promise<Written<PaymentState>> {
    const { data, by } = command;
    const terms = termsOf((await this.store.load(payment, data.paymentId)).state);
    if (terms && (await this.inFulfilment(terms.orderId))) {
      throw new Rejection('payment.order-in-fulfilment', `order ${terms.orderId} may still be shipped`);
    }
    const { expectedVersion, ...append } = by.append ?? {};
    const intent = { ...step(by, 'intent'), append: { expectedVersion } };
    await this.store.execute(payment, data.paymentId, intent, issueRefund(command));
    const own = refundIdOf(by.commandId);
    const outcome = { ...by, append };
    try {
      return await this.refunds.complete(data.paymentId, ({ id }) =>
        id === own ? outcome : step(by, `refund:${id}`),
      );
    } catch (error) {
      if (!(error instanceof OutcomePending)) throw error;
      return this.store.load(payment, data.paymentId);
    }
  }
}

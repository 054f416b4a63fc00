import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { derivedId } from '../platform/core/ids.js';
import { NotYet } from '../platform/core/not-yet.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { step } from '../platform/outside/step.js';
import { IssueRefund } from './contract.js';
import { issueRefund, payment, type PaymentState } from './payment.decider.js';
import { Refunds } from './refunds.js';

/**
 * The intent commits first, under an id that follows from the command: a repeat continues the same refund. If the
 * gateway leaves it open, the caller sees it as requested, and the search for open refunds finishes it.
 */
@CommandHandler(IssueRefund)
export class IssueRefundHandler implements ICommandHandler<IssueRefund> {
  constructor(
    private readonly store: AggregateStore,
    private readonly refunds: Refunds,
  ) {}

  async execute(command: IssueRefund): Promise<Written<PaymentState>> {
    const { data, by } = command;
    const intent = { ...step(by, 'intent'), expectedVersion: by.expectedVersion };
    await this.store.execute(payment, data.paymentId, intent, issueRefund(command));
    const own = derivedId(by.commandId, 'refund');
    const outcome = { ...by, expectedVersion: undefined };
    try {
      return await this.refunds.complete(data.paymentId, ({ id }) =>
        id === own ? outcome : step(by, `refund:${id}`),
      );
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      return this.store.load(payment, data.paymentId);
    }
  }
}

import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { NotYet } from '../platform/core/not-yet.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Outside } from '../platform/outside/outside.js';
import { step } from '../platform/outside/step.js';
import { TakePayment } from './contract.js';
import {
  chargeAnswer,
  lookUpAnswer,
  PAYMENT_GATEWAY,
  type PaymentGateway,
} from './gateway/payment-gateway.js';
import { PAYMENT_WORLD } from './payment-world.js';
import {
  isOpen,
  loseTrack,
  payment,
  payNothing,
  requestPayment,
  settle,
  type PaymentState,
} from './payment.decider.js';
import type { Evidence } from './payment.events.js';
import type { Terms } from './payment.state.js';

/**
 * Record the intent, ask the gateway, record the outcome. Whoever finds an intent that is already there looks the
 * charge up by its key first; only if it was never made is it sent again, under the same key.
 */
@CommandHandler(TakePayment)
export class TakePaymentHandler implements ICommandHandler<TakePayment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: Outside,
    @Inject(CONFIG) private readonly config: Pick<Config, 'BANK_TRANSFER_POLL_SECONDS'>,
  ) {}

  async execute(command: TakePayment): Promise<Written<PaymentState>> {
    const { data, by } = command;
    const before = await this.store.load(payment, data.paymentId);
    const fresh = before.version === 0;
    const now = fresh
      ? await this.store.execute(payment, data.paymentId, step(by, 'request'), requestPayment(command))
      : before;
    if (!isOpen(now.state)) return now;
    if (now.state.terms.amount.amountMinor === 0) {
      return this.store.execute(payment, data.paymentId, step(by, 'nothing-to-pay'), payNothing());
    }
    if (now.state.terms.method.type === 'bank_transfer') {
      const retryAfterMs = this.config.BANK_TRANSFER_POLL_SECONDS * 1_000;
      throw new NotYet('the bank transfer has not been recorded', { retryAfterMs });
    }
    return (
      (fresh ? undefined : await this.lookUp(command, now.state.terms)) ??
      this.charge(command, now.state.terms)
    );
  }

  /** Undefined when the gateway has never heard of the charge. */
  private async lookUp(command: TakePayment, terms: Terms): Promise<Written<PaymentState> | undefined> {
    const asked = await this.world.ask(lookUpAnswer(terms.gatewayKey, terms.amount), (signal) =>
      this.gateway.findCharge(terms.gatewayKey, signal),
    );
    if (asked.kind !== 'answered') throw new NotYet(`the charge cannot be looked up: ${asked.detail}`);
    return asked.answer.outcome === 'not-found' ? undefined : this.record(command, asked.answer, 'look-up');
  }

  private async charge(command: TakePayment, terms: Terms): Promise<Written<PaymentState>> {
    const { paymentId, orderId, amount, method, gatewayKey: key } = terms;
    const asked = await this.world.ask(chargeAnswer(key, amount), (signal) =>
      this.gateway.charge({ key, paymentId, orderId, amount, method }, signal),
    );
    if (asked.kind === 'not-sent') throw new NotYet(`the charge was not sent: ${asked.detail}`);
    if (asked.kind === 'answered') return this.record(command, asked.answer, 'reply');
    await this.store.execute(payment, paymentId, step(command.by, 'unknown'), loseTrack(asked.detail));
    throw new NotYet(`what became of the charge is not known: ${asked.detail}`);
  }

  private record(
    { data, by }: TakePayment,
    answer: ReturnType<typeof chargeAnswer>['_output'],
    evidence: Evidence,
  ): Promise<Written<PaymentState>> {
    if (answer.outcome === 'pending') throw new NotYet('the gateway has not decided yet');
    // Cancelled is the work of the way back, which records it.
    if (answer.outcome === 'cancelled') return this.store.load(payment, data.paymentId);
    return this.store.execute(payment, data.paymentId, step(by, 'settled'), settle(answer, evidence));
  }
}

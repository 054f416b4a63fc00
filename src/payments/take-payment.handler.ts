import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { carryOut, recordIntent, step } from '../platform/outside/errand.js';
import type { Outside } from '../platform/outside/outside.js';
import { TakePayment } from './payment.commands.js';
import {
  chargeAnswer,
  lookUpAnswer,
  PAYMENT_GATEWAY,
  type PaymentGateway,
} from './gateway/payment-gateway.js';
import { PAYMENT_WORLD } from './payment-world.js';
import { isOpen, loseTrack, payment, payNothing, requestPayment, settle } from './payment.decider.js';
import type { PaymentState, Terms } from './payment.state.js';
import { WalletPayments } from './wallet-payments.js';

/** Records the intent and has the gateway charge, once. */
@CommandHandler(TakePayment)
export class TakePaymentHandler implements ICommandHandler<TakePayment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: Outside,
    @Inject(CONFIG) private readonly config: Pick<Config, 'BANK_TRANSFER_POLL_SECONDS'>,
    private readonly wallet: WalletPayments,
  ) {}

  async execute(command: TakePayment): Promise<Written<PaymentState>> {
    const { data, by } = command;
    if (data.method.type === 'wallet') {
      const take = step(by, 'wallet');
      return this.store.change(payment, data.paymentId, take, (unit) => this.wallet.take(unit, command));
    }
    const intent = { id: data.paymentId, by, rule: requestPayment(command) };
    const { now, isNew } = await recordIntent(this.store, payment, intent);
    if (!isOpen(now.state)) return now;
    if (now.state.terms.amount.amountMinor === 0) {
      return this.store.execute(payment, data.paymentId, step(by, 'nothing-to-pay'), payNothing());
    }
    if (now.state.terms.method.type === 'bank_transfer') {
      const retryAfterMs = this.config.BANK_TRANSFER_POLL_SECONDS * 1_000;
      throw new OutcomePending('the bank transfer has not been recorded', { retryAfterMs });
    }
    return this.charge(command, now.state.terms, isNew);
  }

  private charge({ by }: TakePayment, terms: Terms, isNew: boolean): Promise<Written<PaymentState>> {
    const { paymentId, orderId, amount, method, gatewayKey: key } = terms;
    const request = { key, paymentId, orderId, amount, method };
    return carryOut(this.world, {
      what: 'the charge',
      isNew,
      lookUp: { answer: lookUpAnswer(key, amount), ask: (signal) => this.gateway.findCharge(key, signal) },
      act: { answer: chargeAnswer(key, amount), ask: (signal) => this.gateway.charge(request, signal) },
      record: (answer, evidence) =>
        this.store.execute(payment, paymentId, step(by, 'settled'), settle(answer, evidence)),
      loseTrack: (detail) => this.store.execute(payment, paymentId, step(by, 'unknown'), loseTrack(detail)),
    });
  }
}

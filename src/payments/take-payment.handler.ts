import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { carryOut, recordIntent, step } from '../platform/outside/errand.js';
import type { ExternalService } from '../platform/outside/external-service.js';
import { TakePayment } from './payment.commands.js';
import {
  chargeAnswer,
  lookUpAnswer,
  PAYMENT_GATEWAY,
  type PaymentGateway,
} from './gateway/payment-gateway.js';
import { PAYMENT_WORLD } from './payment-world.js';
import { isOpen } from './payment.state.js';
import { loseTrack, payment, payNothing, requestPayment, settle } from './payment.decider.js';
import type { PaymentState, Terms } from './payment.state.js';
import { chargeable, chargedBy } from './payment.tenders.js';
import { partOf } from './vocabulary.js';
import { WalletPayments } from './wallet-payments.js';

/** Records the intent and has the gateway charge, once. */
@CommandHandler(TakePayment)
export class TakePaymentHandler implements ICommandHandler<TakePayment> {
  constructor(
    private readonly store: AggregateStore,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: ExternalService,
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
    const { now, isNew } = await (partOf(data.method)
      ? this.setAside(command)
      : recordIntent(this.store, payment, intent));
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

  /** The intent, and what the account pays of it. */
  private async setAside(command: TakePayment): Promise<{ now: Written<PaymentState>; isNew: boolean }> {
    const { data, by } = command;
    const before = await this.store.load(payment, data.paymentId);
    if (before.state.status !== 'none') {
      const now = { ...before, id: data.paymentId };
      return { now, isNew: by.isFirstTry === true && before.state.status === 'requested' };
    }
    const now = await this.store.change(payment, data.paymentId, step(by, 'request'), (unit) =>
      this.wallet.take(unit, command),
    );
    return { now, isNew: true };
  }

  private charge({ by }: TakePayment, terms: Terms, isNew: boolean): Promise<Written<PaymentState>> {
    const { paymentId, orderId, gatewayKey: key } = terms;
    const amount = chargeable(terms);
    const request = { key, paymentId, orderId, amount, method: chargedBy(terms) };
    return carryOut(this.world, {
      what: 'the charge',
      isNew,
      lookUp: { answer: lookUpAnswer(key, amount), ask: (signal) => this.gateway.findCharge(key, signal) },
      act: { answer: chargeAnswer(key, amount), ask: (signal) => this.gateway.charge(request, signal) },
      record: (answer, evidence) =>
        this.store.execute(
          payment,
          paymentId,
          step(by, 'settled'),
          this.wallet.lettingGo(by, settle(answer, evidence)),
        ),
      loseTrack: (detail) => this.store.execute(payment, paymentId, step(by, 'unknown'), loseTrack(detail)),
    });
  }
}

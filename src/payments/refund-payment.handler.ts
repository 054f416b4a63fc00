import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { decidedBy, step } from '../platform/outside/errand.js';
import type { ExternalService } from '../platform/outside/external-service.js';
import { RefundPayment } from './payment.commands.js';
import { cancelAnswer, PAYMENT_GATEWAY, type PaymentGateway } from './gateway/payment-gateway.js';
import { PAYMENT_WORLD } from './payment-world.js';
import { confirmVoid, takeBack } from './payment.way-back.js';
import { payment, settle } from './payment.decider.js';
import { refundable } from './payment.lowering.js';
import { type PaymentState } from './payment.state.js';
import type { Terms } from './payment.state.js';
import { chargeable, chargedBy } from './payment.tenders.js';
import { Refunds } from './refunds.js';
import { WalletPayments } from './wallet-payments.js';

/**
 * Ensure not charged: refund what was captured; where the outcome is open, have the gateway close the key first, so
 * that a charge that is still on its way cannot happen later.
 */
@CommandHandler(RefundPayment)
export class RefundPaymentHandler implements ICommandHandler<RefundPayment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly refunds: Refunds,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: ExternalService,
    private readonly wallet: WalletPayments,
  ) {}

  async execute(command: RefundPayment): Promise<Written<PaymentState>> {
    const { data, by } = command;
    const { version } = await this.store.load(payment, data.paymentId);
    // The step is named after the version it was decided on: a try that finds the payment moved on decides again.
    await this.store.execute(
      payment,
      data.paymentId,
      step(by, `back:${version}`),
      this.wallet.lettingGo(by, takeBack(command)),
    );
    const { state } = await this.store.load(payment, data.paymentId);
    if (state.status === 'requested' || state.status === 'unknown') return this.close(command, state.terms);
    const done = await this.refunds.complete(data.paymentId, (refund) => step(by, `refund:${refund.id}`));
    if (done.state.status === 'captured' && refundable(done.state).amountMinor > 0) {
      throw new Error('the gateway refuses the refund');
    }
    return done;
  }

  private async close(command: RefundPayment, terms: Terms): Promise<Written<PaymentState>> {
    const { data, by } = command;
    const { paymentId, orderId, gatewayKey: key } = terms;
    const amount = chargeable(terms);
    const request = { key, paymentId, orderId, amount, method: chargedBy(terms) };
    const answer = await decidedBy(this.world, 'cancel the charge', {
      answer: cancelAnswer(key, amount),
      ask: (signal) => this.gateway.cancel(request, signal),
    });
    if (answer.outcome === 'cancelled') {
      const closed = await this.store.execute(
        payment,
        data.paymentId,
        step(by, 'void'),
        this.wallet.lettingGo(by, confirmVoid()),
      );
      return closed.state.status === 'voided' ? closed : this.execute(command);
    }
    await this.store.execute(
      payment,
      data.paymentId,
      step(by, 'settled'),
      this.wallet.lettingGo(by, settle(answer, 'cancellation')),
    );
    return this.execute(command);
  }
}

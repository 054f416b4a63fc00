import { Inject, Injectable } from '@nestjs/common';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { carryOut } from '../platform/outside/errand.js';
import type { ExternalService } from '../platform/outside/external-service.js';
import {
  PAYMENT_GATEWAY,
  refundAnswer,
  refundLookUpAnswer,
  type PaymentGateway,
} from './gateway/payment-gateway.js';
import { PAYMENT_WORLD } from './payment-world.js';
import { payment } from './payment.decider.js';
import { recordRefund } from './payment.way-back.js';
import { type PaymentState } from './payment.state.js';
import type { Refund, Surplus, Terms } from './payment.state.js';
import { openRefund, openSurplus, recordReturn, type RefundAnswer } from './payment.surplus.js';
import { chargedBy, isToAccount } from './payment.tenders.js';
import { WalletPayments } from './wallet-payments.js';

/** Gives back what is owed and recorded as such, refunds and surplus; whoever comes first, as often as it takes, each once. */
@Injectable()
export class Refunds {
  constructor(
    private readonly store: AggregateStore,
    @Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway,
    @Inject(PAYMENT_WORLD) private readonly world: ExternalService,
    private readonly wallet: WalletPayments,
  ) {}

  /**
   * @param paymentId of the payment
   * @param contextFor under which command the outcome of a refund is recorded; the same refund, the same command
   * @returns the payment with nothing left to give back
   * @throws OutcomePending when the gateway leaves an outcome open; nothing is lost by asking again
   */
  async complete(
    paymentId: string,
    contextFor: (owed: Refund | Surplus) => CommandContext,
  ): Promise<Written<PaymentState>> {
    let now: Written<PaymentState> = await this.store.load(payment, paymentId);
    for (;;) {
      const refund = openRefund(now.state);
      const open = refund ?? openSurplus(now.state);
      if (!open || now.state.status !== 'captured') return now;
      if (refund && isToAccount(now.state.terms, refund)) {
        now = await this.toWallet(paymentId, refund, contextFor(refund));
        continue;
      }
      const answer = await this.give(now.state.terms, open);
      const rule = refund ? recordRefund(open.id, answer) : recordReturn(open.id, answer);
      await this.store.execute(payment, paymentId, contextFor(open), rule);
      now = await this.store.load(payment, paymentId);
    }
  }

  /** The account and the outcome in one append: there is nothing to look up. */
  private toWallet(paymentId: string, { id }: Refund, by: CommandContext): Promise<Written<PaymentState>> {
    return this.store.change(payment, paymentId, by, async (unit) => {
      const { state } = await unit.load(payment, paymentId);
      const owed = openRefund(state);
      if (state.status !== 'captured' || owed?.id !== id) return unit.append(payment, paymentId, []);
      const answer = await this.wallet.giveBack(unit, state.terms, owed, by);
      return unit.append(payment, paymentId, recordRefund(id, answer)(state));
    });
  }

  /** Looks before it acts: an earlier try may have got through. */
  private give(terms: Terms, { id: key, amount }: Pick<Refund, 'id' | 'amount'>): Promise<RefundAnswer> {
    const { paymentId, orderId, gatewayKey } = terms;
    const order = { key, chargeKey: gatewayKey, paymentId, orderId, amount, method: chargedBy(terms) };
    return carryOut(this.world, {
      what: `refund ${key}`,
      isNew: false,
      lookUp: {
        answer: refundLookUpAnswer(key, amount),
        ask: (signal) => this.gateway.findRefund(order, signal),
      },
      act: { answer: refundAnswer(key, amount), ask: (signal) => this.gateway.refund(order, signal) },
      record: (answer) => Promise.resolve(answer),
    });
  }
}

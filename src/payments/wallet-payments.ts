import { Injectable, type Provider } from '@nestjs/common';
import {
  CommandHandler,
  QueryBus,
  QueryHandler,
  type ICommandHandler,
  type IQueryHandler,
} from '@nestjs/cqrs';
import type { DomainEvent } from '../platform/core/event.js';
import { Rejection } from '../platform/core/rejection.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Loaded } from '../platform/event-store/snapshots.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { UnitRules } from '../platform/event-store/unit-rules.js';
import {
  CaptureHold,
  GetAccount,
  HoldDeclined,
  HoldPlaced,
  PlaceHold,
  RefundHold,
  ReleaseHold,
} from '../wallet/contract.js';
import { WhyNotAccepted } from './contract.js';
import { LowerPayment, SettlePayment, TakePayment } from './payment.commands.js';
import { isOpen } from './payment.state.js';
import {
  payment,
  payNothing,
  requestPayment,
  settle,
  settlePayment,
  type Settlement,
} from './payment.decider.js';
import { recordRefund } from './payment.way-back.js';
import { lowerPayment } from './payment.lowering.js';
import { PaymentDeclined, PaymentPartHeld, PaymentVoided } from './payment.events.js';
import type { PaymentEvent, PaymentState, Refund, Terms } from './payment.state.js';
import { isToAccount } from './payment.tenders.js';
import { accountOf, partOf } from './vocabulary.js';
import { openRefund, type RefundAnswer } from './payment.surplus.js';

type Held = HoldPlaced | HoldDeclined;

type PaymentRule = (state: PaymentState) => readonly PaymentEvent[];

/** The whole, the part that was named, or what is there. */
function wantedOf({ method, amount }: Terms): Pick<PlaceHold['data'], 'amount' | 'orLess'> {
  const part = partOf(method);
  if (!part) return { amount };
  if (part.amountMinor === undefined) return { amount, orLess: true };
  return { amount: { ...amount, amountMinor: Math.min(part.amountMinor, amount.amountMinor) } };
}

function partHeld({ paymentId, orderId, method }: Terms, held: Held): readonly PaymentEvent[] {
  if (!partOf(method) || held instanceof HoldDeclined) return [];
  return [new PaymentPartHeld({ paymentId, orderId, amount: held.data.amount })];
}

/** What the account alone decides; undefined where a card pays the rest, or all where the account has nothing. */
function settlementBy({ method, amount, gatewayKey }: Terms, held: Held): Settlement | undefined {
  if (held instanceof HoldPlaced) {
    const isAll = held.data.amount.amountMinor === amount.amountMinor;
    return isAll ? { outcome: 'captured', reference: gatewayKey } : undefined;
  }
  const { code, detail } = held.data;
  const part = partOf(method);
  const isOptional = part !== undefined && part.amountMinor === undefined;
  return isOptional && code === 'insufficient-funds' ? undefined : { outcome: 'declined', code, detail };
}

/**
 * Money that is kept here. Nobody outside is asked, so what happens to an account and what becomes of the payment is one
 * append: there is no outcome that nobody knows, and no moment between the two. The hold has the key under which a
 * gateway would know the charge.
 */
@Injectable()
export class WalletPayments {
  constructor(private readonly rules: UnitRules) {}

  /** The intent, and where an account pays also what becomes of it. */
  async take(unit: UnitOfWork, command: TakePayment): Promise<Loaded<PaymentState>> {
    const { paymentId } = command.data;
    const { state } = await unit.begin(payment, paymentId);
    const asked = unit.append(payment, paymentId, requestPayment(command)(state));
    const accountId = isOpen(asked.state) ? accountOf(asked.state.terms.method) : undefined;
    if (!isOpen(asked.state) || accountId === undefined) return asked;
    const paid = unit.append(payment, paymentId, payNothing()(asked.state));
    if (!isOpen(paid.state)) return paid;
    const { terms } = asked.state;
    // What an account pays of a part was set aside in the append that asked for it.
    if (partOf(terms.method) && state.status !== 'none') return asked;
    const held = await this.hold(unit, terms, accountId, command.by);
    const now = unit.append(payment, paymentId, partHeld(terms, held));
    const settlement = settlementBy(terms, held);
    return settlement ? unit.append(payment, paymentId, settle(settlement, 'reply')(now.state)) : now;
  }

  private async hold(unit: UnitOfWork, terms: Terms, accountId: string, by: CommandContext): Promise<Held> {
    const { customerId: ownerId, orderId, gatewayKey: holdId } = terms;
    const description = `Order ${orderId}`;
    const about = { holdId, accountId, ownerId, orderId, description };
    const events = await this.within(unit, new PlaceHold({ ...about, ...wantedOf(terms) }, by));
    const held = events.find((event) => event instanceof HoldPlaced || event instanceof HoldDeclined);
    if (held) return held;
    throw new Error(`hold ${holdId} is there, and its payment does not know`);
  }

  /** The rule; where it ends a payment before it was captured, what was set aside for it is let go in the same append. */
  lettingGo(by: CommandContext, rule: PaymentRule) {
    return (
      state: PaymentState,
      unit: UnitOfWork,
    ): readonly PaymentEvent[] | Promise<readonly PaymentEvent[]> => {
      const events = rule(state);
      if (state.status !== 'requested' && state.status !== 'unknown') return events;
      const { walletMinor = 0, gatewayKey: holdId } = state.terms;
      const ends = events.some((event) => event instanceof PaymentDeclined || event instanceof PaymentVoided);
      if (!ends || walletMinor === 0) return events;
      return this.within(unit, new ReleaseHold({ holdId }, by)).then(() => events);
    };
  }

  /** What is given back: of what is set aside, or of what was taken. */
  async giveBack(
    unit: UnitOfWork,
    { gatewayKey: holdId }: Terms,
    { id: refundId, amount }: Pick<Refund, 'id' | 'amount'>,
    by: CommandContext,
  ): Promise<RefundAnswer> {
    try {
      await this.within(unit, new RefundHold({ holdId, refundId, amount }, by));
      return { outcome: 'refunded', reference: refundId };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { outcome: 'refused', detail: error.message };
    }
  }

  /** Where an account paid, what it paid too much is back on it at once. */
  async lower(unit: UnitOfWork, command: LowerPayment): Promise<Loaded<PaymentState>> {
    const { paymentId } = command.data;
    const { state } = await unit.load(payment, paymentId);
    const after = unit.append(payment, paymentId, lowerPayment(command)(state));
    const owed = openRefund(after.state);
    if (!owed || after.state.status !== 'captured' || !isToAccount(after.state.terms, owed)) return after;
    const answer = await this.giveBack(unit, after.state.terms, owed, command.by);
    return unit.append(payment, paymentId, recordRefund(owed.id, answer)(after.state));
  }

  /** Takes what was set aside. */
  async settle(unit: UnitOfWork, command: SettlePayment): Promise<Loaded<PaymentState>> {
    const { data, by } = command;
    const { state } = await unit.load(payment, data.paymentId);
    const events = settlePayment(command)(state);
    const after = unit.append(payment, data.paymentId, events);
    if (events.length > 0 && state.status === 'captured') {
      await this.within(unit, new CaptureHold({ holdId: state.terms.gatewayKey }, by));
    }
    return after;
  }

  /** Another room's command, decided in the same append. */
  private within(
    unit: UnitOfWork,
    command: { readonly data: object; readonly by: CommandContext },
  ): Promise<readonly DomainEvent[]> {
    const rule = this.rules.get(command.constructor.name);
    if (!rule)
      throw new Error(`nobody keeps accounts here: there is no rule for ${command.constructor.name}`);
    return unit.part(command.by, (part) => rule(part, command));
  }
}

/** What can be decided of a payment in the append of whoever leads to it. */
export const takesAtOnce: Provider = {
  provide: Symbol('what is decided of a payment at once'),
  inject: [UnitRules, WalletPayments],
  useFactory: (rules: UnitRules, wallet: WalletPayments) => {
    rules.add(TakePayment, (unit, command) => wallet.take(unit, command));
    rules.add(LowerPayment, (unit, command) => wallet.lower(unit, command));
  },
};

@CommandHandler(SettlePayment)
export class SettlePaymentHandler implements ICommandHandler<SettlePayment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly wallet: WalletPayments,
  ) {}

  execute(command: SettlePayment): Promise<Written<PaymentState>> {
    const { data, by } = command;
    return this.store.change(payment, data.paymentId, by, (unit) => this.wallet.settle(unit, command));
  }
}

@CommandHandler(LowerPayment)
export class LowerPaymentHandler implements ICommandHandler<LowerPayment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly wallet: WalletPayments,
  ) {}

  execute(command: LowerPayment): Promise<Written<PaymentState>> {
    const { data, by } = command;
    return this.store.change(payment, data.paymentId, by, (unit) => this.wallet.lower(unit, command));
  }
}

/** Whether an account can pay at all; whether there is enough on it is known when it pays. */
@QueryHandler(WhyNotAccepted)
export class WhyNotAcceptedHandler implements IQueryHandler<WhyNotAccepted> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ customerId, currency, method }: WhyNotAccepted): Promise<string | undefined> {
    const accountId = accountOf(method);
    if (accountId === undefined) return undefined;
    const owner = { role: 'customer', id: customerId } as const;
    try {
      const account = await this.queries.execute(new GetAccount(accountId, owner));
      if (account.status !== 'open') return `the account is ${account.status}`;
      if (account.currency === currency) return undefined;
      return `the account is in ${account.currency}, the order in ${currency}`;
    } catch (error) {
      if (error instanceof Rejection && error.code === 'account.not-found') {
        return 'the customer has no such account';
      }
      throw error;
    }
  }
}

import { Injectable, type Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { approvableCommand, type Awaited } from '../platform/approvals/approval.js';
import { Approvals } from '../platform/approvals/approvals.js';
import type { Money } from '../platform/core/money.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { IssueRefund, RecordPayment, RecordPayout, ReturnSurplus } from './payment.commands.js';
import { issueRefund } from './payment.way-back.js';
import { payment, recordPayment } from './payment.decider.js';
import { recordPayout } from './payment.payout.js';
import { termsOf } from './payment.state.js';
import type { PaymentState } from './payment.state.js';
import { returnSurplus } from './payment.surplus.js';

const REFUND = 'payment.refund';
const RECORD = 'payment.record';
const PAYOUT = 'payment.payout';
const RETURN_SURPLUS = 'payment.return-surplus';

type Done = Promise<Written<PaymentState> | Awaited>;

interface Wished {
  readonly action: string;
  readonly data: { readonly paymentId: string };
  readonly reason: string;
  /** What would move; undefined where nothing would. */
  readonly moves: (state: PaymentState) => Money | undefined;
}

/** Money that moves by an operator's word: above the limit it waits for a second person. */
@Injectable()
export class MoneyByHand {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: AggregateStore,
    private readonly approvals: Approvals,
  ) {}

  async refund(data: IssueRefund['data'], by: CommandContext): Done {
    const { amountMinor, reason } = data;
    const command = new IssueRefund(data, { ...by, reason });
    const moves = (state: PaymentState) => {
      issueRefund(command)(state);
      return { amountMinor, currency: termsOf(state)!.amount.currency };
    };
    return (
      (await this.awaited({ action: REFUND, data, reason, moves }, by)) ?? this.commands.execute(command)
    );
  }

  async record(data: RecordPayment['data'], by: CommandContext): Done {
    const { outcome, reference } = data;
    const command = new RecordPayment(data, by);
    const moves = (state: PaymentState) =>
      recordPayment(command)(state).length > 0 && outcome === 'captured' ? termsOf(state)!.amount : undefined;
    const reason = `Bank transfer ${reference} has arrived`;
    return (
      (await this.awaited({ action: RECORD, data, reason, moves }, by)) ?? this.commands.execute(command)
    );
  }

  async payout(data: RecordPayout['data'], by: CommandContext): Done {
    const { reason } = data;
    const command = new RecordPayout(data, { ...by, reason });
    const moves = (state: PaymentState) => recordPayout(command)(state)[0]?.data.amount;
    return (
      (await this.awaited({ action: PAYOUT, data, reason, moves }, by)) ?? this.commands.execute(command)
    );
  }

  async returnSurplus(data: ReturnSurplus['data'], by: CommandContext): Done {
    const { reason } = data;
    const command = new ReturnSurplus(data, { ...by, reason });
    const moves = (state: PaymentState) => returnSurplus(command)(state)[0]?.data.amount;
    const wish = { action: RETURN_SURPLUS, data, reason, moves };
    return (await this.awaited(wish, by)) ?? this.commands.execute(command);
  }

  private async awaited({ moves, ...wish }: Wished, by: CommandContext): Promise<Awaited | undefined> {
    if (by.actor.role !== 'operator') return undefined;
    const { paymentId } = wish.data;
    const { state, version } = await this.store.read(payment, paymentId, by.actor);
    // Nobody is asked to agree to what is refused anyway, or has changed since.
    demandVersion(by.append?.expectedVersion, version);
    const money = moves(state);
    return money && this.approvals.awaited({ ...wish, object: paymentId, ...money }, by);
  }
}

/** How each is done once it was agreed to. */
export const byHand: readonly Provider[] = [
  approvableCommand(REFUND, IssueRefund),
  approvableCommand(RECORD, RecordPayment),
  approvableCommand(PAYOUT, RecordPayout),
  approvableCommand(RETURN_SURPLUS, ReturnSurplus),
];

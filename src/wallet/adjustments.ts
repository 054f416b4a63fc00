import { Injectable, type Provider } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { approvableCommand, type Awaited } from '../platform/approvals/approval.js';
import { Approvals } from '../platform/approvals/approvals.js';
import { derivedId, newId } from '../platform/core/ids.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { DepositFunds, OpenAccount, WithdrawFunds, type openAccountBody } from './account.commands.js';
import { account, receiving, spending } from './account.decider.js';
import type { Account, AccountState } from './account.state.js';
import { TransferFunds, type transferBody } from './transfer.commands.js';
import { transfer, transferFunds } from './transfer.decider.js';
import type { TransferState } from './transfer.state.js';

const OPEN = 'account.open';
const DEPOSIT = 'account.deposit';
const WITHDRAW = 'account.withdraw';
const TRANSFER = 'account.transfer';

type Movement = DepositFunds['data'];
type Adjusted = Promise<Written<AccountState> | Awaited>;

/** Money that comes in, goes out or changes its owner by an operator's word: above the limit it waits for a second person. */
@Injectable()
export class Adjustments {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: AggregateStore,
    private readonly approvals: Approvals,
  ) {}

  async open(body: z.output<typeof openAccountBody>, by: CommandContext): Adjusted {
    const { initialDepositMinor: amountMinor = 0, currency, description } = body;
    demandVersion(by.append?.expectedVersion, 0);
    if (by.actor.role === 'operator' && amountMinor > 0) {
      // The same at each try of a request, so that it asks for one account.
      const object = derivedId(by.commandId, 'account');
      const data = { accountId: object, ...body };
      const reason = description ?? 'An account with a first deposit';
      const wish = { action: OPEN, object, amountMinor, currency, data, reason };
      const awaited = await this.approvals.awaited(wish, by);
      if (awaited) return awaited;
    }
    return this.commands.execute(new OpenAccount({ accountId: newId(), ...body }, by));
  }

  async deposit(data: Movement, by: CommandContext): Adjusted {
    const wish = { action: DEPOSIT, data, reason: data.description ?? 'Deposit', rule: receiving };
    return (await this.awaited(wish, by)) ?? this.commands.execute(new DepositFunds(data, by));
  }

  async withdraw(data: Movement, by: CommandContext): Adjusted {
    const wish = { action: WITHDRAW, data, reason: data.description ?? 'Withdrawal', rule: spending };
    return (await this.awaited(wish, by)) ?? this.commands.execute(new WithdrawFunds(data, by));
  }

  async transfer(
    body: z.output<typeof transferBody>,
    by: CommandContext,
  ): Promise<Written<TransferState> | Awaited> {
    // The same at each try of a request, so that it asks for one transfer.
    const { transferId = derivedId(by.commandId, 'transfer') } = body;
    const command = new TransferFunds({ ...body, transferId }, by);
    if (by.actor.role === 'operator') {
      const [known, from, to] = await Promise.all([
        this.store.load(transfer, transferId),
        this.store.read(account, body.fromAccountId, by.actor),
        this.store.read(account, body.toAccountId, by.actor),
      ]);
      demandVersion(by.append?.expectedVersion, known.version);
      const [made] = transferFunds(command, { from: from.state, to: to.state })(known.state);
      const reason = body.description ?? 'Transfer';
      const wish = { action: TRANSFER, object: transferId, data: command.data, reason };
      const awaited = made && (await this.approvals.awaited({ ...wish, ...made.data.amount }, by));
      if (awaited) return awaited;
    }
    return this.commands.execute(command);
  }

  private async awaited({ rule, ...wish }: Wished, by: CommandContext): Promise<Awaited | undefined> {
    if (by.actor.role !== 'operator') return undefined;
    const { accountId, amountMinor } = wish.data;
    const { state, version } = await this.store.read(account, accountId, by.actor);
    // Nobody is asked to agree to what is refused anyway, or has changed since.
    demandVersion(by.append?.expectedVersion, version);
    const { currency } = rule(state, amountMinor);
    return this.approvals.awaited({ ...wish, object: accountId, amountMinor, currency }, by);
  }
}

interface Wished {
  readonly action: string;
  readonly data: Movement;
  readonly reason: string;
  readonly rule: (state: AccountState, amountMinor: number) => Account;
}

/** How each is done once it was agreed to. */
export const adjustments: readonly Provider[] = [
  approvableCommand(OPEN, OpenAccount),
  approvableCommand(DEPOSIT, DepositFunds),
  approvableCommand(WITHDRAW, WithdrawFunds),
  approvableCommand(TRANSFER, TransferFunds),
];

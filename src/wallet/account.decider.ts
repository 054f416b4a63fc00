import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { derivedId } from '../platform/core/ids.js';
import { inWords, type Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type * as command from './account.commands.js';
import * as fact from './account.events.js';
import { accountRow } from './account.row.js';
import {
  availableMinor,
  evolveAccount,
  type Account,
  type AccountEvent,
  type AccountState,
} from './account.state.js';
import type { WalletProblem } from './problems.js';

const reject = rejecting<WalletProblem>();

export const account: Decider<AccountState, AccountEvent, 'accountId'> = {
  category: 'account',
  room: 'wallet',
  idKey: 'accountId',
  events: eventsIn(fact),
  initial: { status: 'none' },
  evolve: evolveAccount,
  shape: 1,
  notFound: 'account.not-found',
  visibleTo: (state, actor) =>
    state.status === 'none' || actor.role !== 'customer' || state.ownerId === actor.id,
  inline: accountRow,
};

type Decision = (state: AccountState) => readonly AccountEvent[];

export const openAccount =
  ({ data, by }: command.OpenAccount): Decision =>
  (state) => {
    const { accountId, ownerId, currency, description, initialDepositMinor = 0 } = data;
    if (by.actor.role === 'customer' && by.actor.id !== ownerId) {
      return reject('account.not-your-owner', 'ownerId is not the subject of your token', {
        errors: [{ pointer: '/ownerId', detail: 'must be your own' }],
      });
    }
    if (by.actor.role === 'customer' && initialDepositMinor > 0) {
      return reject('account.deposit-refused', 'money is put in by whoever has received it', {
        errors: [{ pointer: '/initialDepositMinor', detail: 'must be absent or 0' }],
      });
    }
    if (state.status !== 'none') return reject('account.already-exists', `account ${accountId} exists`);
    const opened = new fact.AccountOpened({
      accountId,
      ownerId,
      currency,
      ...(description && { description }),
    });
    if (initialDepositMinor === 0) return [opened];
    const amount = { amountMinor: initialDepositMinor, currency };
    const transferId = derivedId(by.commandId, 'deposit');
    return [opened, new fact.FundsDeposited({ accountId, transferId, amount, description: 'First deposit' })];
  };

export const depositFunds =
  ({ data: { accountId, amountMinor, description = 'Deposit' }, by }: command.DepositFunds): Decision =>
  (state) => {
    const amount = { amountMinor, currency: receiving(state, amountMinor).currency };
    const transferId = derivedId(by.commandId, 'deposit');
    return [new fact.FundsDeposited({ accountId, transferId, amount, description })];
  };

export const withdrawFunds =
  ({ data: { accountId, amountMinor, description = 'Withdrawal' }, by }: command.WithdrawFunds): Decision =>
  (state) => {
    const amount = { amountMinor, currency: spending(state, amountMinor).currency };
    const transferId = derivedId(by.commandId, 'withdrawal');
    return [new fact.FundsWithdrawn({ accountId, transferId, amount, description })];
  };

export const freezeAccount =
  ({ data }: command.FreezeAccount): Decision =>
  (state) =>
    unclosed(state).status === 'frozen' ? [] : [new fact.AccountFrozen(data)];

export const unfreezeAccount =
  ({ data }: command.UnfreezeAccount): Decision =>
  (state) =>
    unclosed(state).status === 'open' ? [] : [new fact.AccountUnfrozen(data)];

export const closeAccount =
  ({ data, by }: command.CloseAccount): Decision =>
  (state) => {
    const known = existing(state);
    if (known.status === 'closed') return [];
    if (known.status === 'frozen' && by.actor.role === 'customer') {
      return reject('account.frozen', 'the shop has frozen the account');
    }
    const { balanceMinor, heldMinor, currency } = known;
    if (balanceMinor === 0 && heldMinor === 0) return [new fact.AccountClosed(data)];
    const rest = `${words(balanceMinor, currency)}, of which ${words(heldMinor, currency)} are held`;
    return reject('account.not-empty', `there are ${rest}`, { balanceMinor, heldMinor });
  };

/**
 * That money can go out of an account.
 *
 * @throws Rejection for one that does not exist, is frozen or closed, or has less
 */
export function spending(state: AccountState, amountMinor: number): Account {
  const known = unclosed(state);
  if (known.status === 'frozen') return reject('account.frozen', 'no money goes out of a frozen account');
  const available = availableMinor(known);
  if (amountMinor <= available) return known;
  const { currency } = known;
  const detail = `${words(available, currency)} can be spent, ${words(amountMinor, currency)} are asked for`;
  return reject('account.insufficient-funds', detail, { availableMinor: available, currency });
}

/**
 * That money can come in: a frozen account takes it.
 *
 * @throws Rejection for one that does not exist, is closed, or would hold more than can be counted exactly
 */
export function receiving(state: AccountState, amountMinor: number): Account {
  const known = unclosed(state);
  if (amountMinor <= Number.MAX_SAFE_INTEGER - known.balanceMinor) return known;
  return reject('account.balance-too-large', 'the balance would leave the exact range of minor units');
}

function unclosed(state: AccountState): Account {
  const known = existing(state);
  return known.status === 'closed' ? reject('account.closed', 'the account is closed for good') : known;
}

const existing = (state: AccountState): Account =>
  state.status === 'none' ? reject('account.not-found', 'no such account, or it is not yours') : state;

const words = (amountMinor: number, currency: string): string =>
  inWords({ amountMinor, currency } satisfies Money);

import { describe, expect, it } from '@jest/globals';
import { derivedId } from '../platform/core/ids.js';
import { by, folded, given } from '../platform/testing/given.js';
import * as command from './account.commands.js';
import * as rules from './account.decider.js';
import { account } from './account.decider.js';
import * as fact from './account.events.js';
import { refusalOf } from './hold.decider.js';

const [accountId, ownerId, holdId] = [1, 2, 3].map((n) => `019ab000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const id = { accountId };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const transferId = (kind: string) => derivedId(by.commandId, kind);
const opened = new fact.AccountOpened({ accountId, ownerId, currency: 'EUR' });
const deposited = (amountMinor: number) =>
  new fact.FundsDeposited({
    ...id,
    transferId: transferId('deposit'),
    amount: eur(amountMinor),
    description: 'Deposit',
  });
const held = (amountMinor: number) => new fact.FundsHeld({ ...id, holdId, amount: eur(amountMinor) });
const why = { ...id, reason: 'lost phone' };
const frozen = new fact.AccountFrozen(why);
const customer = { ...by, actor: { role: 'customer', id: ownerId } } as const;
const withdraw = (amountMinor: number) =>
  rules.withdrawFunds(new command.WithdrawFunds({ ...id, amountMinor }, by));
const deposit = (amountMinor: number) =>
  rules.depositFunds(new command.DepositFunds({ ...id, amountMinor }, by));

describe('Opening an account', () => {
  const open = (over: object = {}, who: typeof by = by) =>
    rules.openAccount(new command.OpenAccount({ ...id, ownerId, currency: 'EUR', ...over }, who));

  it('books the first deposit apart, so that the ledger has it', () =>
    given(account)
      .when(open({ initialDepositMinor: 500 }))
      .then(
        opened,
        new fact.FundsDeposited({
          ...{ ...id, transferId: transferId('deposit'), amount: eur(500), description: 'First deposit' },
        }),
      ));
  it('is for oneself, and brings no money of a customer’s own making', () => {
    given(account).when(open({}, customer)).then(opened);
    given(account)
      .when(open({ initialDepositMinor: 0 }, customer))
      .then(opened);
    given(account)
      .when(open({ initialDepositMinor: 1 }, customer))
      .rejects('account.deposit-refused');
    given(account)
      .when(open({ ownerId: accountId }, customer))
      .rejects('account.not-your-owner');
  });
});

describe('Spending', () => {
  it('takes all that is there, and not a cent more', () => {
    given(account, opened, deposited(500))
      .when(withdraw(500))
      .then(
        new fact.FundsWithdrawn({
          ...{ ...id, transferId: transferId('withdrawal'), amount: eur(500), description: 'Withdrawal' },
        }),
      );
    given(account, opened, deposited(500)).when(withdraw(501)).rejects('account.insufficient-funds');
  });
  it('does not touch what is held', () =>
    given(account, opened, deposited(500), held(400))
      .when(withdraw(101))
      .rejects('account.insufficient-funds'));
  it('says how much could be spent', () =>
    expect(() => withdraw(101)(folded(account, opened, deposited(500), held(400)))).toThrow(
      expect.objectContaining({ extensions: { availableMinor: 100, currency: 'EUR' } }),
    ));
});

describe('Receiving', () => {
  it('stays within what can be counted exactly', () => {
    const nearly = deposited(Number.MAX_SAFE_INTEGER - 1);
    expect(deposit(1)(folded(account, opened, nearly))).toHaveLength(1);
    given(account, opened, nearly).when(deposit(2)).rejects('account.balance-too-large');
  });
});

describe('Closing', () => {
  const close = (who: typeof by = by) => rules.closeAccount(new command.CloseAccount(why, who));

  it('waits until nothing is there and nothing is held', () => {
    given(account, opened, deposited(1)).when(close()).rejects('account.not-empty');
    given(account, opened, deposited(1), held(1)).when(close()).rejects('account.not-empty');
  });
  it('of a frozen account is the shop’s', () => {
    given(account, opened, frozen).when(close(customer)).rejects('account.frozen');
    given(account, opened, frozen).when(close()).then(new fact.AccountClosed(why));
  });
});

describe('What an account says to a hold', () => {
  const state = folded(account, opened, deposited(500), held(100));
  const refusal = (over: { ownerId?: string; amount?: ReturnType<typeof eur> } = {}) =>
    refusalOf(state, over.ownerId ?? ownerId, { amount: over.amount ?? eur(400) })?.code;

  it('is yes, as far as its money reaches', () => {
    expect(refusal()).toBeUndefined();
    expect(refusal({ amount: eur(401) })).toBe('insufficient-funds');
    expect(refusal({ amount: { amountMinor: 1, currency: 'USD' } })).toBe('currency-mismatch');
  });
  it('is the same to a stranger as if it did not exist', () => {
    expect(refusal({ ownerId: accountId })).toBe('account-not-found');
    expect(refusalOf(account.initial, ownerId, { amount: eur(1) })?.code).toBe('account-not-found');
  });
  it('is no while it is frozen', () =>
    expect(
      refusalOf(folded(account, opened, deposited(500), frozen), ownerId, { amount: eur(1) })?.code,
    ).toBe('account-frozen'));
});

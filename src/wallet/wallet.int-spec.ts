import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append } from '../platform/event-store/append.js';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import * as asked from './account.commands.js';
import * as rules from './account.decider.js';
import { account } from './account.decider.js';
import * as holds from './hold.commands.js';
import { hold } from './hold.decider.js';
import { TransferFunds } from './transfer.commands.js';
import { transfer } from './transfer.decider.js';
import * as units from './wallet.units.js';

const by = () => systemContext('spec');
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const things = [account, transfer, hold];

describe('Money on PostgreSQL', () => {
  let store: TestStore;
  let other: TestStore;
  const ownerId = newId();
  beforeAll(async () => {
    store = await testStore(things);
    other = await testStore(things, store.url);
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const either = (n: number) => (n % 2 ? store : other);
  const open = async (initialDepositMinor: number) => {
    const command = new asked.OpenAccount(
      { accountId: newId(), ownerId, currency: 'EUR', initialDepositMinor },
      by(),
    );
    return (await changed(store.aggregates, account, units.onAccount(rules.openAccount), command)).id;
  };
  const deposit = (accountId: string, amountMinor: number, at = store) =>
    changed(
      at.aggregates,
      account,
      units.onAccount(rules.depositFunds),
      new asked.DepositFunds({ accountId, amountMinor }, by()),
    );
  const withdraw = (accountId: string, amountMinor: number, at = store) =>
    changed(
      at.aggregates,
      account,
      units.onAccount(rules.withdrawFunds),
      new asked.WithdrawFunds({ accountId, amountMinor }, by()),
    );
  const send = (
    from: string,
    to: string,
    amountMinor: number,
    { at = store, transferId = newId() }: { at?: TestStore; transferId?: string } = {},
  ) =>
    changed(
      at.aggregates,
      transfer,
      units.makeTransfer,
      new TransferFunds({ transferId, fromAccountId: from, toAccountId: to, amountMinor }, by()),
    );
  const place = (accountId: string, amountMinor: number, at = store, over: object = {}) =>
    changed(
      at.aggregates,
      hold,
      units.place,
      new holds.PlaceHold(
        { holdId: newId(), accountId, ownerId, amount: eur(amountMinor), description: 'an order', ...over },
        by(),
      ),
    );
  const capture = (holdId: string, amountMinor?: number, at = store) =>
    changed(at.aggregates, hold, units.capture, new holds.CaptureHold({ holdId, amountMinor }, by()));
  const release = (holdId: string, at = store) =>
    changed(at.aggregates, hold, units.release, new holds.ReleaseHold({ holdId }, by()));
  const refund = (holdId: string, amountMinor: number, refundId = newId(), at = store) =>
    changed(
      at.aggregates,
      hold,
      units.giveBack,
      new holds.RefundHold({ holdId, refundId, amount: eur(amountMinor) }, by()),
    );
  const state = async (accountId: string) => (await store.aggregates.load(account, accountId)).state;
  const crowd = <T>(size: number, one: (n: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
    Promise.allSettled(Array.from({ length: size }, (_, n) => one(n)));
  const done = (answers: readonly PromiseSettledResult<unknown>[]) =>
    answers.filter(({ status }) => status === 'fulfilled').length;

  /** Whatever was done to it: the ledger adds up, and is what the rows and the log say. */
  afterEach(async () => {
    const broken = await store.database.query(`
      select 'transfer' as what from audit.ledger_entries group by transfer_id, currency having sum(amount_minor) <> 0
      union all
      select 'balance' from audit.wallets w left join (
        select account_id, sum(amount_minor) as total from audit.ledger_entries group by 1) e using (account_id)
      where w.balance_minor <> coalesce(e.total, 0)
      union all
      select 'held' from audit.wallets w left join (
        select account_id, sum(left_minor) as held from audit.holds where state = 'held' group by 1) h using (account_id)
      where w.held_minor <> coalesce(h.held, 0)`);
    expect(broken).toEqual([]);
    const rows = await store.database.query<{
      account_id: string;
      balance_minor: number;
      held_minor: number;
    }>('select account_id, balance_minor, held_minor from audit.wallets');
    for (const row of rows) {
      const { balance_minor: balanceMinor, held_minor: heldMinor } = row;
      expect(await state(row.account_id)).toMatchObject({ balanceMinor, heldMinor });
    }
  });

  it('lets a hundred people spend the last ten euros once, through two processes', async () => {
    const from = await open(1_000);
    const to = await Promise.all(Array.from({ length: 4 }, () => open(0)));
    const answers = await crowd<unknown>(60, (n) =>
      n % 3 ? send(from, to[n % 4]!, 100, { at: either(n) }) : withdraw(from, 100, either(n)),
    );
    expect(done(answers)).toBe(10);
    expect(await state(from)).toMatchObject({ balanceMinor: 0 });
  });

  it('neither deadlocks nor loses money when two accounts pay each other', async () => {
    const [a, b] = [await open(500), await open(500)];
    const answers = await crowd(40, (n) =>
      n % 2 ? send(a, b, 10, { at: either(n) }) : send(b, a, 10, { at: either(n >> 1) }),
    );
    expect(done(answers)).toBe(40);
    expect([await state(a), await state(b)]).toMatchObject([{ balanceMinor: 500 }, { balanceMinor: 500 }]);
  });

  it('makes a transfer once, however often and wherever its id is sent', async () => {
    const [from, to] = [await open(1_000), await open(0)];
    const transferId = newId();
    const answers = await crowd(20, (n) => send(from, to, 300, { at: either(n), transferId }));
    expect(done(answers)).toBe(20);
    await expect(send(from, to, 301, { transferId })).rejects.toMatchObject({ code: 'transfer.id-taken' });
    expect(await state(to)).toMatchObject({ balanceMinor: 300 });
  });

  it('holds what is there, and declines the rest', async () => {
    const from = await open(1_000);
    const answers = await crowd(15, (n) => place(from, 100, either(n)));
    const ends = answers.map((answer) => answer.status === 'fulfilled' && answer.value.state.status);
    expect(ends.filter((end) => end === 'held')).toHaveLength(10);
    expect(ends.filter((end) => end === 'declined')).toHaveLength(5);
    expect(await state(from)).toMatchObject({ balanceMinor: 1_000, heldMinor: 1_000 });
    await expect(withdraw(from, 1)).rejects.toMatchObject({ code: 'account.insufficient-funds' });
  });

  it('takes a part of what it holds, releases the rest, and gives back up to what it took', async () => {
    const from = await open(1_000);
    const { id } = await place(from, 600);
    await refund(id, 100);
    expect(await state(from)).toMatchObject({ balanceMinor: 1_000, heldMinor: 500 });
    await capture(id, 400);
    expect(await state(from)).toMatchObject({ balanceMinor: 600, heldMinor: 0 });
    const refundId = newId();
    await crowd(6, (n) => refund(id, 150, refundId, either(n)));
    expect(await state(from)).toMatchObject({ balanceMinor: 750 });
    await expect(refund(id, 251)).rejects.toMatchObject({ code: 'hold.exceeded' });
    await refund(id, 250);
    expect(await state(from)).toMatchObject({ balanceMinor: 1_000, heldMinor: 0 });
  });

  it('resolves a hold once when a capture, a release and a refund of all race', async () => {
    const from = await open(10_000);
    const placed = await Promise.all(Array.from({ length: 12 }, (_, n) => place(from, 100, either(n))));
    await crowd(36, (n) => {
      const { id } = placed[n % 12]!;
      const at = either(n >> 1);
      if (n < 12) return capture(id, undefined, at);
      return n < 24 ? release(id, at) : refund(id, 100, id, at);
    });
    const ended = await store.database.query(
      `select stream_id from audit.events where stream_type = 'hold' and
         event_type in ('HoldCaptured', 'HoldReleased', 'HoldExpired') group by 1 having count(*) > 1`,
    );
    expect(ended).toEqual([]);
    expect(await state(from)).toMatchObject({ heldMinor: 0 });
  });

  it('never holds what was released before it came', async () => {
    const from = await open(100);
    const holdId = newId();
    await release(holdId);
    expect((await place(from, 100, store, { holdId })).state).toMatchObject({ status: 'released' });
    expect(await state(from)).toMatchObject({ heldMinor: 0 });
  });

  it('is kept by the database too, whatever the rules would say', async () => {
    const accountId = await open(100);
    const { id } = await place(accountId, 50);
    const broken = [
      `update wallet.accounts set balance_minor = -1 where account_id = '${accountId}'`,
      `update wallet.accounts set held_minor = 101 where account_id = '${accountId}'`,
      `update wallet.holds set left_minor = 51 where hold_id = '${id}'`,
      `update wallet.postings set amount_minor = 0 where credit_account = '${accountId}'`,
    ];
    for (const sql of broken) await expect(store.database.query(sql)).rejects.toThrow(/violates check/);
    await release(id);
    await expect(
      store.database.query(`insert into wallet.hold_ends values ('${id}', 'captured')`),
    ).rejects.toThrow(/hold_ends_pkey/);
  });

  it('does not make those who share nothing but the house wait for each other', async () => {
    const accounts = await Promise.all(Array.from({ length: 40 }, () => open(0)));
    const outcomes: string[] = [];
    for (const { committer } of [store, other]) watch(committer, outcomes);
    // Known to both processes, so that nobody decides on a guess.
    for (const id of accounts) await Promise.all([store, other].map((at) => at.aggregates.load(account, id)));
    const answers = await crowd(400, (n) => deposit(accounts[n % 40]!, 10, (n % 40) % 2 ? store : other));
    expect(done(answers)).toBe(400);
    expect(outcomes.filter((kind) => kind !== 'appended')).toEqual([]);
    const [row] = await store.database.query<{ total: number }>(
      `select sum(amount_minor)::bigint as total from audit.ledger_entries where account_kind = 'cash-clearing'
         and event_id in (select event_id from audit.events where stream_id = any ($1))`,
      [accounts.map((id) => `account-${id}`)],
    );
    expect(row).toEqual({ total: -4_000 });
  });
});

/** Hears how each append ends. */
function watch(committer: TestStore['committer'], outcomes: string[]): void {
  const append = committer.append.bind(committer);
  committer.append = async (asks: Append) => {
    const outcome = await append(asks);
    outcomes.push(outcome.kind);
    return outcome;
  };
}

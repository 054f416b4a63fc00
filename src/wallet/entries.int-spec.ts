import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { DepositFunds, OpenAccount } from './account.commands.js';
import { account, depositFunds, openAccount } from './account.decider.js';
import { GetStatement, GetTrialBalance, ListEntries } from './contract.js';
import { GetStatementHandler, ListEntriesHandler } from './entries.js';
import { LedgerClosings } from './ledger-closings.js';
import { GetTrialBalanceHandler } from './trial-balance.js';
import { onAccount } from './wallet.units.js';

const MANY = 20_000;
const operator = { role: 'operator', id: 'spec' } as const;

describe('The entries of an account that has been in use for long', () => {
  let store: TestStore;
  const accountId = newId();
  beforeAll(async () => {
    store = await testStore([account]);
    const terms = { accountId, ownerId: newId(), currency: 'EUR' };
    await changed(
      store.aggregates,
      account,
      onAccount(openAccount),
      new OpenAccount(terms, systemContext('spec')),
    );
    // One every hour, the last one now: in and out by turns.
    await store.database.query(
      `insert into wallet.postings (posting_id, transfer_id, kind, currency, amount_minor, description,
         debit_kind, debit_account, debit_version, debit_balance_minor, debit_entry, debit_event,
         credit_kind, credit_account, credit_version, credit_balance_minor, credit_entry, credit_event, recorded_at)
       select gen_random_uuid(), gen_random_uuid(), 'deposit', 'EUR', 10, 'x',
         case when is_in then 'cash-clearing' else 'customer' end, case when not is_in then $1::uuid end,
         case when not is_in then n + 1 end, case when not is_in then 0 end, gen_random_uuid(), gen_random_uuid(),
         case when is_in then 'customer' else 'cash-clearing' end, case when is_in then $1::uuid end,
         case when is_in then n + 1 end, case when is_in then 10 end, gen_random_uuid(), gen_random_uuid(),
         date_trunc('milliseconds', clock_timestamp()) - ($2::int - n) * interval '1 hour'
       from (select n, n % 2 = 1 as is_in from generate_series(1, $2::int) n) numbered`,
      [accountId, MANY],
    );
    await store.database.query('analyze wallet.postings');
  });
  afterAll(() => store.close());

  /** How many rows of the ledger a piece of work reads. */
  async function readBy(work: () => Promise<unknown>): Promise<number> {
    const rows = async () => {
      await store.database.query('select pg_stat_force_next_flush()');
      const [read] = await store.database.query<{ rows: number }>(
        `select (seq_tup_read + (select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid))::int
           as rows from pg_stat_user_tables t where schemaname = 'wallet' and relname = 'postings'`,
      );
      return read!.rows;
    };
    const before = await rows();
    await work();
    // Every session of the pool tells what it has read when it is asked something later.
    await Promise.all(
      Array.from({ length: 10 }, () => store.database.query('select pg_stat_force_next_flush()')),
    );
    return (await rows()) - before;
  }

  it('are paged through without reading those before', async () => {
    const list = new ListEntriesHandler(store.aggregates, store.database);
    const page = await list.execute(new ListEntries(accountId, { limit: 20 }, operator));
    expect(page.items.map(({ amountMinor }) => amountMinor).slice(0, 4)).toEqual([-10, 10, -10, 10]);
    const read = await readBy(() =>
      list.execute(new ListEntries(accountId, { limit: 20, cursor: page.nextCursor! }, operator)),
    );
    expect(read).toBeLessThan(200);
    const all = () => store.database.query('select sum(amount_minor) from wallet.postings');
    expect(await readBy(all)).toBeGreaterThanOrEqual(MANY);
  });

  it('of a period are told without reading the rest', async () => {
    const statement = new GetStatementHandler(store.aggregates, store.database);
    const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
    const ask = (from: number, to: number) =>
      statement.execute(new GetStatement(accountId, { from: at(from), to: at(to) }, operator));
    const day = await ask(10_024.5, 10_000.5);
    expect(day.entries).toHaveLength(24);
    const moved = day.entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
    expect(day.openingBalanceMinor + moved).toBe(day.closingBalanceMinor);
    expect(await readBy(() => ask(10_024.5, 10_000.5))).toBeLessThan(200);
    expect(await readBy(() => ask(10_000.4, 10_000.3))).toBeLessThan(200);
    await expect(ask(15_000.5, 0)).rejects.toMatchObject({ code: 'account.statement-too-long' });
  });

  describe('in a trial balance', () => {
    const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
    const balanceOf = async (kind: string, asOf: string) => {
      const { items, totals } = await new GetTrialBalanceHandler(store.database).execute(
        new GetTrialBalance(asOf),
      );
      expect(totals).toEqual([{ currency: 'EUR', balanceMinor: 0 }]);
      return items.find((item) => item.kind === kind)!.balanceMinor;
    };
    const added = async (asOf: string) => {
      const [row] = await store.database.query<{ balance: number }>(
        `select sum(case credit_kind when 'customer' then amount_minor else - amount_minor end)::int as balance
         from wallet.postings where recorded_at <= $1`,
        [asOf],
      );
      return row!.balance;
    };
    const close = async () => {
      const closings = new LedgerClosings(store.database);
      while ((await closings.closeDue()) === 0);
    };

    it('are added up a day at a time, whenever it is asked for', async () => {
      await close();
      for (const hoursAgo of [0, 30.5, 10_000.5]) {
        const asOf = at(hoursAgo);
        expect(await balanceOf('customer', asOf)).toBe(await added(asOf));
        expect(await readBy(() => balanceOf('customer', asOf))).toBeLessThan(200);
      }
    });

    it('count also when they come in before a day that was closed', async () => {
      const [then, before] = [at(4_999.5), at(5_000.5)];
      await store.database.query(
        `insert into wallet.postings (posting_id, transfer_id, kind, currency, amount_minor, description, debit_kind,
           debit_entry, debit_event, credit_kind, credit_entry, credit_event, recorded_at)
         select gen_random_uuid(), gen_random_uuid(), 'payment', 'EUR', 7, 'late', 'cash-clearing', gen_random_uuid(),
           gen_random_uuid(), 'order-revenue', gen_random_uuid(), gen_random_uuid(), $1`,
        [at(5_000)],
      );
      const seen = async () => [
        await balanceOf('order-revenue', before),
        await balanceOf('order-revenue', then),
        await balanceOf('order-revenue', at(0)),
      ];
      expect(await seen()).toEqual([0, 7, 7]);
      await close();
      expect(await seen()).toEqual([0, 7, 7]);
      expect(await readBy(() => balanceOf('order-revenue', at(0)))).toBeLessThan(200);
    });
  });

  it('up to now are all there while the clock of the server is set back', async () => {
    const own = { accountId: newId() };
    const terms = { ...own, ownerId: newId(), currency: 'USD' };
    const { aggregates, database } = store;
    const by = () => systemContext('spec');
    await changed(aggregates, account, onAccount(openAccount), new OpenAccount(terms, by()));
    const deposit = (amountMinor: number) =>
      changed(aggregates, account, onAccount(depositFunds), new DepositFunds({ ...own, amountMinor }, by()));
    await deposit(100);
    // It was an hour ahead.
    await database.query('alter table platform.events disable trigger all');
    await database.query(
      `update platform.events set recorded_at = recorded_at + interval '1 hour' where stream_id = $1 and version = 2`,
      [`account-${own.accountId}`],
    );
    await database.query('alter table platform.events enable trigger all');
    await database.query(
      `update wallet.postings set recorded_at = recorded_at + interval '1 hour' where credit_account = $1`,
      [own.accountId],
    );
    await deposit(50);
    const statement = new GetStatementHandler(aggregates, database);
    const { entries, closingBalanceMinor } = await statement.execute(
      new GetStatement(own.accountId, {}, operator),
    );
    expect(entries.map(({ balanceAfterMinor }) => balanceAfterMinor)).toEqual([100, 150]);
    expect(closingBalanceMinor).toBe(150);
    const { items } = await new GetTrialBalanceHandler(database).execute(new GetTrialBalance());
    expect(items.find(({ kind, currency }) => kind === 'customer' && currency === 'USD')).toMatchObject({
      balanceMinor: 150,
    });
  });
});

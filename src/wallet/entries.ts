import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Rejection } from '../platform/core/rejection.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { account } from './account.decider.js';
import { viewOf } from './account.view.js';
import { GetStatement, ListEntries, type EntryPage, type EntryView, type StatementView } from './contract.js';

const DEBITS = `
  select debit_entry as entry_id, debit_version as version, - amount_minor as amount_minor,
    debit_balance_minor as balance_minor, transfer_id, kind, description, order_id, recorded_at
  from wallet.postings where debit_account = $1`;
const CREDITS = `
  select credit_entry as entry_id, credit_version as version, amount_minor, credit_balance_minor as balance_minor,
    transfer_id, kind, description, order_id, recorded_at
  from wallet.postings where credit_account = $1`;

/** An account is on either side of its postings: as many of each as are wanted of both, by an index of that side. */
const PAGE = `
  select * from (
    (${DEBITS} and debit_version < $2 order by debit_version desc limit $3)
    union all
    (${CREDITS} and credit_version < $2 order by credit_version desc limit $3)) entries
  order by version desc limit $3`;
const PERIOD = `
  select * from (
    (${DEBITS} and recorded_at >= $2 and recorded_at < $3 order by recorded_at, debit_version limit $4)
    union all
    (${CREDITS} and recorded_at >= $2 and recorded_at < $3 order by recorded_at, credit_version limit $4)) entries
  order by version limit $4`;
const LAST_BEFORE = `
  select * from (
    (${DEBITS} and recorded_at < $2 order by recorded_at desc, debit_version desc limit 1)
    union all
    (${CREDITS} and recorded_at < $2 order by recorded_at desc, credit_version desc limit 1)) entries
  order by version desc limit 1`;

interface EntryRow {
  readonly entry_id: string;
  readonly version: number;
  readonly amount_minor: number;
  readonly balance_minor: number;
  readonly transfer_id: string;
  readonly kind: EntryView['kind'];
  readonly description: string;
  readonly order_id: string | null;
  readonly recorded_at: Date;
}

const shown = (row: EntryRow): EntryView => ({
  entryId: row.entry_id,
  transferId: row.transfer_id,
  amountMinor: row.amount_minor,
  balanceAfterMinor: row.balance_minor,
  kind: row.kind,
  description: row.description,
  ...(row.order_id !== null && { orderId: row.order_id }),
  at: row.recorded_at.toISOString(),
});

const after = z.object({ version: z.int() });

/** Reads the ledger, which commits with the events, so it is never behind a write. */
@QueryHandler(ListEntries)
export class ListEntriesHandler implements IQueryHandler<ListEntries> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ accountId, page: { limit, cursor }, actor }: ListEntries): Promise<EntryPage> {
    await this.store.read(account, accountId, actor);
    const before = cursor ? decodeCursor(cursor, after, { accountId }).version : 2 ** 31 - 1;
    const rows = await this.database.query<EntryRow>(PAGE, [accountId, before, limit + 1]);
    const { items, nextCursor } = paginate(rows, limit, ({ version }) => ({ version }), { accountId });
    return { items: items.map(shown), nextCursor };
  }
}

/** A longer one would be a file that nobody can read at once. */
const STATEMENT_ENTRIES = 10_000;

@QueryHandler(GetStatement)
export class GetStatementHandler implements IQueryHandler<GetStatement> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ accountId, period, actor }: GetStatement): Promise<StatementView> {
    const { ownerId, currency, openedAt } = viewOf(await this.store.read(account, accountId, actor));
    const [bounds] = await this.database.query<{ from: Date; to: Date }>(
      `select coalesce($1::timestamptz, $3::timestamptz) as from,
         coalesce($2::timestamptz, date_trunc('milliseconds', platform.time_of_log()) + interval '1 ms') as to`,
      [period.from ?? null, period.to ?? null, openedAt],
    );
    const { from, to } = bounds!;
    const rows = await this.database.query<EntryRow>(PERIOD, [accountId, from, to, STATEMENT_ENTRIES + 1]);
    if (rows.length > STATEMENT_ENTRIES) {
      throw new Rejection('account.statement-too-long', `there are more than ${STATEMENT_ENTRIES} entries`);
    }
    const [first] = rows;
    const openingBalanceMinor = first
      ? first.balance_minor - first.amount_minor
      : await this.balanceBefore(accountId, from);
    return {
      ...{ accountId, ownerId, currency, from: from.toISOString(), to: to.toISOString() },
      ...{ openingBalanceMinor, entries: rows.map(shown) },
      closingBalanceMinor: rows.at(-1)?.balance_minor ?? openingBalanceMinor,
    };
  }

  private async balanceBefore(accountId: string, instant: Date): Promise<number> {
    const [last] = await this.database.query<EntryRow>(LAST_BEFORE, [accountId, instant]);
    return last?.balance_minor ?? 0;
  }
}

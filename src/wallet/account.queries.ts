import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { account } from './account.decider.js';
import { transferViewOf, viewOf } from './account.view.js';
import {
  GetAccount,
  GetTransfer,
  ListAccounts,
  type AccountPage,
  type AccountView,
  type TransferView,
} from './contract.js';
import { transfer } from './transfer.decider.js';

@QueryHandler(GetAccount)
export class GetAccountHandler implements IQueryHandler<GetAccount> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ accountId, actor, point }: GetAccount): Promise<AccountView> {
    return viewOf(await this.store.read(account, accountId, actor, point));
  }
}

@QueryHandler(GetTransfer)
export class GetTransferHandler implements IQueryHandler<GetTransfer> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ transferId, actor }: GetTransfer): Promise<TransferView> {
    return transferViewOf(await this.store.read(transfer, transferId, actor));
  }
}

const after = z.object({ entered: z.int() });
const LIST = `
  select account_id, entered from wallet.accounts
  where ($1::uuid is null or owner_id = $1) and ($2::uuid is null or owner_id = $2)
    and ($3::text is null or status = $3) and entered < $4
  order by entered desc limit $5`;

/** The row that commits with the events says which; the events say what. So the list is never behind. */
@QueryHandler(ListAccounts)
export class ListAccountsHandler implements IQueryHandler<ListAccounts> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ filter, actor }: ListAccounts): Promise<AccountPage> {
    const { limit, cursor, ownerId, status } = filter;
    const before = cursor ? decodeCursor(cursor, after, filter).entered : Number.MAX_SAFE_INTEGER;
    const own = actor.role === 'customer' ? actor.id : null;
    const rows = await this.database.query<{ account_id: string; entered: number }>(LIST, [
      ...[own, ownerId ?? null, status ?? null, before],
      limit + 1,
    ]);
    const { items, nextCursor } = paginate(rows, limit, ({ entered }) => ({ entered }), filter);
    const shown = await Promise.all(items.map((row) => this.store.read(account, row.account_id, actor)));
    return { items: shown.map(viewOf), nextCursor };
  }
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { account } from './account.decider.js';
import {
  FindHoldRefund,
  GetHold,
  ListHolds,
  type HoldOutcome,
  type HoldPage,
  type HoldView,
} from './contract.js';
import { hold } from './hold.decider.js';

interface HoldRow {
  readonly hold_id: string;
  readonly account_id: string;
  readonly order_id: string | null;
  readonly currency: string;
  readonly amount_minor: number;
  readonly left_minor: number;
  readonly captured_minor: number;
  readonly refunded_minor: number;
  readonly state: HoldView['state'];
  readonly description: string;
  readonly expires_at: Date | null;
  readonly placed_at: Date;
  readonly entered: number;
}

const shown = (row: HoldRow): HoldView => ({
  id: row.hold_id,
  accountId: row.account_id,
  ...(row.order_id !== null && { orderId: row.order_id }),
  currency: row.currency,
  amountMinor: row.amount_minor,
  heldMinor: row.left_minor,
  capturedMinor: row.captured_minor,
  refundedMinor: row.refunded_minor,
  state: row.state,
  description: row.description,
  ...(row.expires_at !== null && { expiresAt: row.expires_at.toISOString() }),
  placedAt: row.placed_at.toISOString(),
});

const after = z.object({ entered: z.int() });

/** Reads the table that commits with the events, so this list is never behind a write. */
@QueryHandler(ListHolds)
export class ListHoldsHandler implements IQueryHandler<ListHolds> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ accountId, filter, actor }: ListHolds): Promise<HoldPage> {
    await this.store.read(account, accountId, actor);
    const { limit, cursor, state } = filter;
    const asked = { accountId, state };
    const before = cursor ? decodeCursor(cursor, after, asked).entered : Number.MAX_SAFE_INTEGER;
    const rows = await this.database.query<HoldRow>(
      `select * from wallet.holds where account_id = $1 and ($2::text is null or state = $2) and entered < $3
       order by entered desc limit $4`,
      [accountId, state ?? null, before, limit + 1],
    );
    const { items, nextCursor } = paginate(rows, limit, ({ entered }) => ({ entered }), asked);
    return { items: items.map(shown), nextCursor };
  }
}

@QueryHandler(GetHold)
export class GetHoldHandler implements IQueryHandler<GetHold> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ holdId }: GetHold): Promise<HoldOutcome> {
    const { state } = await this.store.load(hold, holdId);
    switch (state.status) {
      case 'held':
      case 'captured':
        return { status: state.status, amount: state.terms.amount };
      case 'declined':
        return { status: 'declined', code: state.code, detail: state.detail };
      default:
        return { status: state.status };
    }
  }
}

@QueryHandler(FindHoldRefund)
export class FindHoldRefundHandler implements IQueryHandler<FindHoldRefund> {
  constructor(private readonly database: Database) {}

  async execute({ refundId }: FindHoldRefund) {
    const [row] = await this.database.query<{ amount_minor: number; currency: string }>(
      `select r.amount_minor, h.currency from wallet.hold_refunds r join wallet.holds h using (hold_id)
       where r.refund_id = $1`,
      [refundId],
    );
    return row && { amountMinor: row.amount_minor, currency: row.currency };
  }
}

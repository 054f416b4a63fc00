import type { InlineWrite } from '../platform/cqrs/command.js';
import type { HoldEvent, HoldState } from './hold.state.js';

/** What an account holds, held or gave up: a row that commits with the events. A tombstone without terms has none. */
const STATEMENT = `
  insert into wallet.holds as known (hold_id, account_id, order_id, currency, amount_minor, left_minor,
    captured_minor, refunded_minor, state, description, expires_at, placed_at, version)
  select distinct on ("holdId") "holdId", "accountId", "orderId", currency, "amountMinor", "leftMinor",
    "capturedMinor", "refundedMinor", state, description, "expiresAt", clock_timestamp(), version
  from json_to_recordset($1::json) as r("holdId" uuid, "accountId" uuid, "orderId" uuid, currency text,
    "amountMinor" bigint, "leftMinor" bigint, "capturedMinor" bigint, "refundedMinor" bigint, state text,
    description text, "expiresAt" timestamptz, version int)
  where "accountId" is not null
  order by "holdId", version desc
  on conflict (hold_id) do update set left_minor = excluded.left_minor, captured_minor = excluded.captured_minor,
    refunded_minor = excluded.refunded_minor, state = excluded.state, version = excluded.version
  where known.version < excluded.version`;

export const holdRow = (item: { id: string; state: HoldState; version: number }) => ({
  statement: STATEMENT,
  row: { holdId: item.id, version: item.version, ...columns(item.state) },
});

function columns(state: HoldState): object {
  if (state.status === 'none' || !state.terms) return {};
  const { accountId, orderId, amount, description } = state.terms;
  return {
    ...{ accountId, orderId, description, state: state.status, ...amount },
    expiresAt: 'expiresAt' in state.terms ? state.terms.expiresAt : undefined,
    leftMinor: state.status === 'held' ? state.leftMinor : 0,
    capturedMinor: state.status === 'captured' ? state.capturedMinor : 0,
    refundedMinor: state.status === 'captured' ? state.refundedMinor : 0,
  };
}

/** The second wall: a hold that ended has a row here, and no second one can be made. */
const END = `
  insert into wallet.hold_ends (hold_id, ended_as)
  select "holdId", "endedAs" from json_to_recordset($1::json) as r("holdId" uuid, "endedAs" text)`;
/** By its key, what was given back of which hold. */
const GIVEN_BACK = `
  insert into wallet.hold_refunds (refund_id, hold_id, amount_minor)
  select "refundId", "holdId", "amountMinor"
  from json_to_recordset($1::json) as r("refundId" uuid, "holdId" uuid, "amountMinor" bigint)`;

const ends: Readonly<Record<string, string>> = {
  HoldCaptured: 'captured',
  HoldReleased: 'released',
  HoldExpired: 'expired',
};

/** The rows of an event of a hold, besides that of the hold itself. */
export function rowsOf({ type, data }: HoldEvent): readonly InlineWrite[] {
  const { holdId } = data;
  if (type === 'HoldReduced' || type === 'HoldRefunded') {
    const { refundId, amount } = data;
    return [{ statement: GIVEN_BACK, row: { refundId, holdId, amountMinor: amount.amountMinor } }];
  }
  const endedAs = ends[type];
  return endedAs === undefined ? [] : [{ statement: END, row: { holdId, endedAs } }];
}

import type { InlineWrite } from '../platform/cqrs/command.js';
import type { Loaded } from '../platform/event-store/snapshots.js';
import { derivedId } from '../platform/core/ids.js';
import type { AccountEvent, AccountState } from './account.state.js';
import type { AccountKind, EntryKind } from './vocabulary.js';

/**
 * The ledger. One row is one posting: so much from one side to another. Whatever is in the table, each posting, each
 * transfer and each currency adds up to nothing. It commits with the event that it follows from.
 *
 * The house has no account with a history: its sides are kinds, so that everybody's postings meet nowhere.
 */
const STATEMENT = `
  insert into wallet.postings (posting_id, transfer_id, kind, currency, amount_minor, description, order_id,
    debit_kind, debit_account, debit_version, debit_balance_minor, debit_entry, debit_event,
    credit_kind, credit_account, credit_version, credit_balance_minor, credit_entry, credit_event, recorded_at)
  select r."postingId", r."transferId", r.kind, r.currency, r."amountMinor", r.description, r."orderId",
    r.debit->>'kind', (r.debit->>'account')::uuid, (r.debit->>'version')::int, (r.debit->>'balanceMinor')::bigint,
    (r.debit->>'entry')::uuid, (r.debit->>'event')::uuid,
    r.credit->>'kind', (r.credit->>'account')::uuid, (r.credit->>'version')::int,
    (r.credit->>'balanceMinor')::bigint, (r.credit->>'entry')::uuid, (r.credit->>'event')::uuid,
    date_trunc('milliseconds', e.recorded_at)
  from json_to_recordset($1::json) as r("postingId" uuid, "transferId" uuid, kind text, currency text,
    "amountMinor" bigint, description text, "orderId" uuid, debit json, credit json, stream text, version int)
  join platform.events e on e.stream_id = r.stream and e.version = r.version`;

/** One end of a posting: an account after the event, or a kind of the house. */
interface Side {
  readonly kind: AccountKind;
  readonly account?: string;
  readonly version?: number;
  readonly balanceMinor?: number;
  readonly event: string;
}

interface Booking {
  readonly kind: EntryKind;
  readonly transferId: string;
  readonly amount: { readonly amountMinor: number; readonly currency: string };
  readonly description: string;
  readonly orderId?: string | undefined;
}

type After = Loaded<AccountState>;

const customer = ({ id, version, eventId, state }: After): Side => ({
  kind: 'customer',
  account: id,
  version,
  balanceMinor: state.status === 'none' ? 0 : state.balanceMinor,
  event: eventId!,
});

/** @param n tells several postings of one event apart */
function posting(after: After, booking: Booking, [from, to]: readonly [Side, Side], n = 0): InlineWrite {
  const { amount, ...about } = booking;
  const postingId = derivedId(after.eventId!, `posting:${n}`);
  return {
    statement: STATEMENT,
    row: {
      ...{ postingId, ...about, ...amount, stream: `account-${after.id}`, version: after.version },
      debit: { ...from, entry: derivedId(postingId, 'debit') },
      credit: { ...to, entry: derivedId(postingId, 'credit') },
    },
  };
}

/**
 * The postings of an event of an account, other than those of a transfer.
 *
 * @param after the account right after it
 */
export function postingsOf({ type, data }: AccountEvent, after: After): readonly InlineWrite[] {
  const house = (kind: AccountKind): Side => ({ kind, event: after.eventId! });
  switch (type) {
    case 'FundsDeposited':
      return [
        posting(after, { kind: 'deposit', ...booked(data) }, [house('cash-clearing'), customer(after)]),
      ];
    case 'FundsWithdrawn':
      return [
        posting(after, { kind: 'withdrawal', ...booked(data) }, [customer(after), house('cash-clearing')]),
      ];
    case 'HeldFundsTaken':
      return [
        posting(after, { kind: 'payment', ...booked(data) }, [customer(after), house('order-revenue')]),
      ];
    case 'FundsRefunded': {
      // What is owed back is a debt of ours before it is paid.
      const booking: Booking = { kind: 'refund', ...booked(data) };
      return [
        posting(after, booking, [house('order-revenue'), house('refund-liability')]),
        posting(after, booking, [house('refund-liability'), customer(after)], 1),
      ];
    }
    default:
      return [];
  }
}

/** The posting of a transfer, which is one of two accounts. */
export const postingBetween = (booking: Omit<Booking, 'kind'>, from: After, to: After): InlineWrite =>
  posting(from, { kind: 'transfer', ...booked(booking) }, [customer(from), customer(to)]);

const booked = ({ transferId, amount, description, orderId }: Omit<Booking, 'kind'>) => ({
  ...{ transferId, amount, description, orderId },
});

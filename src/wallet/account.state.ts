import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';
import type * as declared from './account.events.js';

/** Everything that may stand in its stream. */
export type AccountEvent = EventIn<typeof declared>;

interface Terms {
  readonly ownerId: string;
  readonly currency: string;
  readonly description?: string;
  readonly openedAt: string;
  /** All that is theirs, what is held included. */
  readonly balanceMinor: number;
  readonly heldMinor: number;
}

type In<Status extends string> = Terms & { readonly status: Status };
export type Account = In<'open'> | In<'frozen'> | In<'closed'>;
export type AccountState = { readonly status: 'none' } | Account;

type Moved = { readonly amount: Money };
/** Whether open or frozen; a closed account has no money that could move. */
const moving = <Data extends Moved>(balance: -1 | 0 | 1, held: -1 | 0 | 1) =>
  from<AccountState, 'open' | 'frozen', Data>(['open', 'frozen'], (state, { amount: { amountMinor } }) => ({
    ...state,
    balanceMinor: state.balanceMinor + balance * amountMinor,
    heldMinor: state.heldMinor + held * amountMinor,
  }));
const becomes = (status: Account['status']) =>
  from<AccountState, 'open' | 'frozen', object>(['open', 'frozen'], (state) => ({ ...state, status }));

export const evolveAccount = evolving<AccountState, AccountEvent>({
  AccountOpened: from(['none'], (_, { ownerId, currency, description }, at) => ({
    status: 'open',
    ownerId,
    currency,
    ...(description !== undefined && { description }),
    openedAt: at,
    balanceMinor: 0,
    heldMinor: 0,
  })),
  FundsDeposited: moving(1, 0),
  FundsWithdrawn: moving(-1, 0),
  TransferSent: moving(-1, 0),
  TransferReceived: moving(1, 0),
  FundsHeld: moving(0, 1),
  HeldFundsReleased: moving(0, -1),
  HeldFundsTaken: moving(-1, -1),
  FundsRefunded: moving(1, 0),
  AccountFrozen: becomes('frozen'),
  AccountUnfrozen: becomes('open'),
  AccountClosed: becomes('closed'),
});

/** What may be spent. */
export const availableMinor = ({ balanceMinor, heldMinor }: Account): number => balanceMinor - heldMinor;

import type { Actor } from '../platform/core/actor.js';
import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { rejecting } from '../platform/core/rejection.js';
import { account, receiving, spending } from './account.decider.js';
import type { AccountState } from './account.state.js';
import type { WalletProblem } from './problems.js';
import type { TransferFunds } from './transfer.commands.js';
import * as declared from './transfer.events.js';
import { TransferMade } from './transfer.events.js';
import { evolveTransfer, type TransferEvent, type TransferState } from './transfer.state.js';

const reject = rejecting<WalletProblem>();

export const transfer: Decider<TransferState, TransferEvent, 'transferId'> = {
  category: 'transfer',
  room: 'wallet',
  idKey: 'transferId',
  events: eventsIn(declared),
  initial: { status: 'none' },
  evolve: evolveTransfer,
  shape: 1,
  notFound: 'transfer.not-found',
  visibleTo: (state, actor) =>
    state.status === 'none' ||
    actor.role !== 'customer' ||
    [state.fromOwnerId, state.toOwnerId].includes(actor.id),
};

export interface Ends {
  readonly from: AccountState;
  readonly to: AccountState;
}

/** An id is one transfer for ever: what it did is the answer to whoever sends the same again. */
export const transferFunds =
  ({ data, by }: TransferFunds, { from, to }: Ends) =>
  (state: TransferState): readonly TransferEvent[] => {
    const { transferId, fromAccountId, toAccountId, amountMinor, description = 'Transfer' } = data;
    refuseStrangers(from, by.actor);
    if (state.status === 'made') {
      const isSame =
        state.fromAccountId === fromAccountId &&
        state.toAccountId === toAccountId &&
        state.amount.amountMinor === amountMinor &&
        state.description === description;
      return isSame ? [] : reject('transfer.id-taken', `transfer ${transferId} was about something else`);
    }
    if (fromAccountId === toAccountId) return reject('transfer.same-account', 'both accounts are the same');
    const payer = spending(from, amountMinor);
    const payee = receiving(to, amountMinor);
    const { currency } = payer;
    if (payee.currency !== currency) {
      return reject('transfer.currency-mismatch', `from ${currency} to ${payee.currency}`);
    }
    return [
      new TransferMade({
        ...{ transferId, fromAccountId, fromOwnerId: payer.ownerId, toAccountId, toOwnerId: payee.ownerId },
        ...{ amount: { amountMinor, currency }, description },
      }),
    ];
  };

/** Money is sent by its owner, or by the shop. */
function refuseStrangers(from: AccountState, actor: Actor): void {
  if (account.visibleTo?.(from, actor) === false) {
    reject('account.not-found', 'no such account, or it is not yours');
  }
}

import type { Shown } from '../platform/http/replies.js';
import { Rejection } from '../platform/core/rejection.js';
import { availableMinor, type AccountState } from './account.state.js';
import type { AccountView, TransferView } from './contract.js';
import type { TransferState } from './transfer.state.js';

/**
 * An account as HTTP shows it.
 *
 * @throws Rejection `account.not-found`
 */
export function viewOf({ id, version, state }: Shown<AccountState>): AccountView {
  if (state.status === 'none') throw new Rejection('account.not-found', 'no such account');
  const { ownerId, currency, description, balanceMinor, heldMinor, status, openedAt } = state;
  return {
    ...{ id, ownerId, currency },
    ...(description !== undefined && { description }),
    ...{ balanceMinor, heldMinor, availableMinor: availableMinor(state), status, openedAt, version },
  };
}

/**
 * A transfer as HTTP shows it: whose the other account is stays between the two.
 *
 * @throws Rejection `transfer.not-found`
 */
export function transferViewOf({ id, version, state }: Shown<TransferState>): TransferView {
  if (state.status === 'none') throw new Rejection('transfer.not-found', 'no such transfer');
  const { transferId, fromAccountId, toAccountId, amount, description, madeAt } = state;
  return { id, transferId, fromAccountId, toAccountId, ...amount, description, madeAt, version };
}

import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { inWords, type Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import { availableMinor, type AccountState } from './account.state.js';
import type * as command from './hold.commands.js';
import * as fact from './hold.events.js';
import { holdRow } from './hold.row.js';
import {
  evolveHold,
  type CapturedHold,
  type HeldHold,
  type HoldEvent,
  type HoldState,
} from './hold.state.js';
import type { WalletProblem } from './problems.js';
import type { DeclineCode } from './vocabulary.js';

const reject = rejecting<WalletProblem>();

export const hold: Decider<HoldState, HoldEvent, 'holdId'> = {
  category: 'hold',
  room: 'wallet',
  idKey: 'holdId',
  events: eventsIn(fact),
  initial: { status: 'none' },
  evolve: evolveHold,
  shape: 1,
  notFound: 'hold.not-found',
  inline: holdRow,
};

type Decision = (state: HoldState) => readonly HoldEvent[];

/** @param account as it stands, and must still stand when the hold is stored */
export const placeHold =
  ({ data: { ownerId, orLess, ...wish } }: command.PlaceHold, account: AccountState): Decision =>
  (state) => {
    // A release that overtook its hold has settled the matter.
    if (state.status !== 'none') return [];
    const terms = orLess ? { ...wish, amount: whatThereIs(account, wish.amount) } : wish;
    const refusal = refusalOf(account, ownerId, terms);
    if (!refusal) return [new fact.HoldPlaced(terms)];
    const { expiresAt: _, ...asked } = terms;
    return [new fact.HoldDeclined({ ...asked, ...refusal })];
  };

/** Where nothing is, the wish stays, and is refused. */
function whatThereIs(account: AccountState, wanted: Money): Money {
  const available = account.status === 'open' ? availableMinor(account) : 0;
  return available === 0 ? wanted : { ...wanted, amountMinor: Math.min(available, wanted.amountMinor) };
}

interface Refusal {
  readonly code: DeclineCode;
  readonly detail: string;
}

/** Why an account cannot pay a sum in a currency now; undefined if it can. */
export function refusalOf(
  account: AccountState,
  ownerId: string,
  { amount }: Pick<command.PlaceHold['data'], 'amount'>,
): Refusal | undefined {
  // Whether a stranger's account exists is nobody's business.
  if (account.status === 'none' || account.ownerId !== ownerId) {
    return { code: 'account-not-found', detail: 'the customer has no such account' };
  }
  if (account.status !== 'open') {
    return { code: `account-${account.status}`, detail: `the account is ${account.status}` };
  }
  const { currency } = account;
  if (currency !== amount.currency) {
    return { code: 'currency-mismatch', detail: `the account is in ${currency}, not in ${amount.currency}` };
  }
  const available = availableMinor(account);
  if (available >= amount.amountMinor) return undefined;
  const there = inWords({ amountMinor: available, currency });
  return { code: 'insufficient-funds', detail: `${there} of ${inWords(amount)} can be spent` };
}

export const captureHold =
  ({ data: { holdId, amountMinor } }: command.CaptureHold): Decision =>
  (state) => {
    if (state.status === 'captured') return [];
    const held = stillHeld(state);
    const taken = amountMinor ?? held.leftMinor;
    if (taken > held.leftMinor) return exceeded(held, held.leftMinor);
    return [new fact.HoldCaptured({ holdId, amount: { ...held.terms.amount, amountMinor: taken } })];
  };

export const releaseHold =
  ({ data: { holdId } }: command.ReleaseHold): Decision =>
  (state) => {
    switch (state.status) {
      case 'none':
        return [new fact.HoldReleased({ holdId })];
      case 'held':
        return [new fact.HoldReleased({ holdId, amount: left(state) })];
      case 'declined':
      case 'released':
      case 'expired':
        return [];
      case 'captured':
        return reject('hold.already-captured', `hold ${holdId} was captured`);
    }
  };

export const expireHold =
  ({ data: { holdId }, by }: command.ExpireHold): Decision =>
  (state) => {
    if (state.status !== 'held') return [];
    const { expiresAt } = state.terms;
    if (expiresAt === undefined || expiresAt > by.at) return [];
    return [new fact.HoldExpired({ holdId, amount: left(state) })];
  };

export const refundHold =
  ({ data: { holdId, refundId, amount } }: command.RefundHold): Decision =>
  (state) => {
    if ('givenBack' in state && state.givenBack.some((one) => one.refundId === refundId)) return [];
    if (state.status === 'captured') {
      const refundable = state.capturedMinor - state.refundedMinor;
      if (amount.amountMinor > refundable) return exceeded(state, refundable);
      return [new fact.HoldRefunded({ holdId, refundId, amount })];
    }
    const held = stillHeld(state);
    if (amount.amountMinor > held.leftMinor) return exceeded(held, held.leftMinor);
    const reduced = new fact.HoldReduced({ holdId, refundId, amount });
    if (amount.amountMinor < held.leftMinor) return [reduced];
    return [reduced, new fact.HoldReleased({ holdId, amount: { ...amount, amountMinor: 0 } })];
  };

const left = ({ terms, leftMinor }: HeldHold) => ({ ...terms.amount, amountMinor: leftMinor });

function stillHeld(state: HoldState): HeldHold {
  if (state.status === 'held') return state;
  return state.status === 'none'
    ? reject('hold.not-found', 'there is no such hold')
    : reject('hold.not-held', `the hold is ${state.status}`);
}

function exceeded({ terms }: HeldHold | CapturedHold, mostMinor: number): never {
  const { currency } = terms.amount;
  const most = inWords({ amountMinor: mostMinor, currency });
  return reject('hold.exceeded', `${most} are left of it`, { leftMinor: mostMinor, currency });
}

import type { CommandContext } from '../platform/cqrs/command.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import { Rejection } from '../platform/core/rejection.js';
import { derivedId } from '../platform/core/ids.js';
import type { Loaded } from '../platform/event-store/snapshots.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { account, receiving } from './account.decider.js';
import {
  FundsHeld,
  FundsRefunded,
  HeldFundsReleased,
  HeldFundsTaken,
  TransferReceived,
  TransferSent,
} from './account.events.js';
import type { AccountEvent, AccountState } from './account.state.js';
import { captureHold, expireHold, hold, placeHold, refundHold, releaseHold } from './hold.decider.js';
import type * as holds from './hold.commands.js';
import type { HoldPlaced } from './hold.events.js';
import { rowsOf } from './hold.row.js';
import type { HoldEvent, HoldState } from './hold.state.js';
import { postingBetween, postingsOf } from './postings.js';
import type { TransferFunds } from './transfer.commands.js';
import { transfer, transferFunds } from './transfer.decider.js';
import type { TransferState } from './transfer.state.js';

// Each is one atomic append over all the streams it touches, together with what it means for the ledger.

interface AccountCommand {
  readonly data: { readonly accountId: string };
  readonly by: CommandContext;
}

/** A command on one account, by its rule. */
export const onAccount =
  <Command extends AccountCommand>(
    rule: (command: Command) => (state: AccountState) => readonly AccountEvent[],
  ) =>
  async (unit: UnitOfWork, command: Command): Promise<Loaded<AccountState>> => {
    const { by, data } = command;
    const { state, version } = await unit.load(account, data.accountId);
    if (account.visibleTo?.(state, by.actor) === false) {
      throw new Rejection(account.notFound, 'no such account, or it is not yours');
    }
    demandVersion(by.append?.expectedVersion, version);
    return book(unit, data.accountId, rule(command)(state));
  };

/** Event by event, so that each posting knows the balance it leads to. */
function book(unit: UnitOfWork, accountId: string, events: readonly AccountEvent[]): Loaded<AccountState> {
  let after = unit.append(account, accountId, []);
  for (const event of events) {
    after = unit.append(account, accountId, [event]);
    unit.append(account, accountId, [], postingsOf(event, after));
  }
  return after;
}

export async function makeTransfer(unit: UnitOfWork, command: TransferFunds): Promise<Loaded<TransferState>> {
  const { transferId, fromAccountId, toAccountId } = command.data;
  const { state } = await unit.begin(transfer, transferId);
  const from = await unit.load(account, fromAccountId);
  const to = await unit.load(account, toAccountId);
  const made = transferFunds(command, { from: from.state, to: to.state })(state);
  const after = unit.append(transfer, transferId, made);
  for (const { data } of made) {
    const { amount, description } = data;
    const booked = { transferId, amount, description };
    const sent = new TransferSent({ accountId: fromAccountId, toAccountId, ...booked });
    const received = new TransferReceived({ accountId: toAccountId, fromAccountId, ...booked });
    const payer = unit.append(account, fromAccountId, [sent]);
    const payee = unit.append(account, toAccountId, [received]);
    unit.append(account, fromAccountId, [], [postingBetween(booked, payer, payee)]);
  }
  return after;
}

/** What was decided of a hold, and what that does to its account. */
async function settle(
  unit: UnitOfWork,
  holdId: string,
  decide: (state: HoldState) => readonly HoldEvent[],
): Promise<Loaded<HoldState>> {
  const { state } = await unit.load(hold, holdId);
  let now = state;
  const events = decide(state);
  let after = unit.append(hold, holdId, []);
  for (const event of events) {
    after = unit.append(hold, holdId, [event]);
    unit.append(hold, holdId, [], rowsOf(event));
    const terms = 'terms' in after.state ? after.state.terms : null;
    if (terms) await move(unit, terms, movements(event, terms, now));
    now = after.state;
  }
  return after;
}

async function move(
  unit: UnitOfWork,
  { accountId }: HoldPlaced['data'],
  events: readonly AccountEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { state } = await unit.load(account, accountId);
  // Only what comes back can find its account closed, or full.
  for (const event of events)
    if (event instanceof FundsRefunded) receiving(state, event.data.amount.amountMinor);
  book(unit, accountId, events);
}

/**
 * What an event of a hold does to the money of its account; belongs into the same append.
 *
 * @param before the hold before the event
 */
function movements(
  { type, data }: HoldEvent,
  { accountId, orderId, description, amount: { currency } }: HoldPlaced['data'],
  before: HoldState,
): readonly AccountEvent[] {
  const { holdId } = data;
  const about = { accountId, holdId };
  const of = { ...about, ...(orderId !== undefined && { orderId }), description };
  switch (type) {
    case 'HoldDeclined':
      return [];
    case 'HoldPlaced':
      return [new FundsHeld({ ...about, amount: data.amount })];
    case 'HoldReduced':
      return [new HeldFundsReleased({ ...about, amount: data.amount })];
    case 'HoldReleased':
    case 'HoldExpired':
      return data.amount?.amountMinor ? [new HeldFundsReleased({ ...about, amount: data.amount })] : [];
    case 'HoldCaptured': {
      const taken = new HeldFundsTaken({
        ...of,
        transferId: derivedId(holdId, 'capture'),
        amount: data.amount,
      });
      const restMinor = before.status === 'held' ? before.leftMinor - data.amount.amountMinor : 0;
      if (restMinor === 0) return [taken];
      return [taken, new HeldFundsReleased({ ...about, amount: { amountMinor: restMinor, currency } })];
    }
    case 'HoldRefunded':
      return [new FundsRefunded({ ...of, transferId: data.refundId, amount: data.amount })];
  }
}

export async function place(unit: UnitOfWork, command: holds.PlaceHold): Promise<Loaded<HoldState>> {
  const { holdId, accountId } = command.data;
  await unit.begin(hold, holdId);
  const { state } = await unit.load(account, accountId);
  return settle(unit, holdId, placeHold(command, state));
}

export const capture = (unit: UnitOfWork, command: holds.CaptureHold) =>
  settle(unit, command.data.holdId, captureHold(command));
export const release = (unit: UnitOfWork, command: holds.ReleaseHold) =>
  settle(unit, command.data.holdId, releaseHold(command));
export const expire = (unit: UnitOfWork, command: holds.ExpireHold) =>
  settle(unit, command.data.holdId, expireHold(command));
export const giveBack = (unit: UnitOfWork, command: holds.RefundHold) =>
  settle(unit, command.data.holdId, refundHold(command));

import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import {
  amountMinor,
  currencyCode,
  instant,
  pageOf,
  pageQuery,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';
import { accountKinds, accountStatus, entryKind, holdState, type DeclineCode } from './vocabulary.js';

export * from './account.commands.js';
export { AccountClosed, AccountOpened, FundsDeposited, FundsWithdrawn } from './account.events.js';
export * from './hold.commands.js';
export { HoldDeclined, HoldPlaced } from './hold.events.js';
export * from './transfer.commands.js';
export { problems } from './problems.js';

const minor = (description: string) => amountMinor.meta({ description });

export const accountView = z
  .object({
    id: uuid,
    ownerId: uuid,
    currency: currencyCode,
    description: z.string().optional(),
    balanceMinor: minor('all that is theirs, what is held included'),
    heldMinor: minor('set aside for orders'),
    availableMinor: minor('what can be spent'),
    status: accountStatus,
    openedAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'Account' });
export type AccountView = z.output<typeof accountView>;

/**
 * One account as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `account.not-found` when it does not exist or belongs to another customer than the actor
 */
export class GetAccount extends Query<AccountView> {
  constructor(
    readonly accountId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const accountFilter = pageQuery.extend({
  ownerId: uuid.optional(),
  status: accountStatus.optional(),
});
export const accountPage = pageOf(accountView).meta({ id: 'AccountPage' });
export type AccountPage = z.output<typeof accountPage>;

/** Accounts, newest first; a customer sees only their own. Never behind a write. */
export class ListAccounts extends Query<AccountPage> {
  constructor(
    readonly filter: z.output<typeof accountFilter>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const entryView = z
  .object({
    entryId: uuid,
    transferId: uuid.meta({ description: 'the booking: all its entries have it and add up to 0' }),
    amountMinor: minor('positive: money came in; negative: it went out'),
    balanceAfterMinor: minor('of the account, right after it'),
    kind: entryKind,
    description: z.string(),
    orderId: uuid.optional(),
    at: timestamp,
  })
  .meta({ id: 'LedgerEntry' });
export type EntryView = z.output<typeof entryView>;
export const entryPage = pageOf(entryView).meta({ id: 'LedgerEntryPage' });
export type EntryPage = z.output<typeof entryPage>;

/** What moved on an account, newest first. */
export class ListEntries extends Query<EntryPage> {
  constructor(
    readonly accountId: string,
    readonly page: z.output<typeof pageQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const statementQuery = z
  .strictObject({
    from: instant.optional().meta({ description: 'this instant or later; absent: since it was opened' }),
    to: instant.optional().meta({ description: 'before this instant; absent: up to now' }),
  })
  .refine(({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    message: 'must not lie before `from`',
  });
export const statementView = z
  .object({
    accountId: uuid,
    ownerId: uuid,
    currency: currencyCode,
    from: timestamp,
    to: timestamp,
    openingBalanceMinor: amountMinor,
    entries: z.array(entryView).meta({ description: 'oldest first' }),
    closingBalanceMinor: amountMinor,
  })
  .meta({ id: 'AccountStatement' });
export type StatementView = z.output<typeof statementView>;

/**
 * What an account held at the beginning, what moved, and what it held at the end of a period.
 *
 * @throws Rejection `account.statement-too-long`
 */
export class GetStatement extends Query<StatementView> {
  constructor(
    readonly accountId: string,
    readonly period: z.output<typeof statementQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const holdFilter = pageQuery.extend({ state: holdState.optional() });
export const holdView = z
  .object({
    id: uuid,
    accountId: uuid,
    orderId: uuid.optional(),
    currency: currencyCode,
    amountMinor: minor('what was asked for'),
    heldMinor: minor('what is still set aside'),
    capturedMinor: minor('what was taken'),
    refundedMinor: minor('what of that came back'),
    state: holdState,
    description: z.string(),
    expiresAt: timestamp.optional(),
    placedAt: timestamp,
  })
  .meta({ id: 'Hold' });
export type HoldView = z.output<typeof holdView>;
export const holdPage = pageOf(holdView).meta({ id: 'HoldPage' });
export type HoldPage = z.output<typeof holdPage>;

/** What is, or was, set aside on an account, newest first. */
export class ListHolds extends Query<HoldPage> {
  constructor(
    readonly accountId: string,
    readonly filter: z.output<typeof holdFilter>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const transferView = z
  .object({
    id: uuid,
    transferId: uuid,
    fromAccountId: uuid,
    toAccountId: uuid,
    amountMinor,
    currency: currencyCode,
    description: z.string(),
    madeAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'MadeTransfer' });
export type TransferView = z.output<typeof transferView>;

/** @throws Rejection `transfer.not-found` for one between accounts of others */
export class GetTransfer extends Query<TransferView> {
  constructor(
    readonly transferId: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const trialBalanceQuery = z.strictObject({
  asOf: instant.optional().meta({ description: 'what had been recorded by then, by the database’s clock' }),
});
export const trialBalance = z
  .object({
    asOf: timestamp,
    items: z.array(
      z.object({
        kind: z.enum(accountKinds),
        currency: currencyCode,
        debitMinor: minor('all that went out'),
        creditMinor: minor('all that came in'),
        balanceMinor: minor('what came in less what went out'),
      }),
    ),
    totals: z
      .array(z.object({ currency: currencyCode, balanceMinor: amountMinor }))
      .meta({ description: 'by currency, over all kinds: always 0' }),
  })
  .meta({ id: 'TrialBalance' });
export type TrialBalance = z.output<typeof trialBalance>;

/** The whole ledger by kind and currency. */
export class GetTrialBalance extends Query<TrialBalance> {
  constructor(readonly asOf?: string) {
    super();
  }
}

/** What has become of a hold, for whoever placed it. */
export type HoldOutcome =
  | { readonly status: 'none' | 'released' | 'expired' }
  | { readonly status: 'held' | 'captured'; readonly amount: { amountMinor: number; currency: string } }
  | { readonly status: 'declined'; readonly code: DeclineCode; readonly detail: string };

export class GetHold extends Query<HoldOutcome> {
  constructor(readonly holdId: string) {
    super();
  }
}

/** What was given back under a key of RefundHold; undefined if nothing was. */
export class FindHoldRefund extends Query<{ amountMinor: number; currency: string } | undefined> {
  constructor(readonly refundId: string) {
    super();
  }
}

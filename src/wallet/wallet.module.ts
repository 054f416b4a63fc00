import { accountsAndLedger } from './books.js';
import { reconciles } from '../platform/reconciliation/comparison.js';
import { Database } from '../platform/event-store/database.js';
import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { registersProblems } from '../platform/problems.js';
import {
  CloseAccount,
  DepositFunds,
  FreezeAccount,
  OpenAccount,
  UnfreezeAccount,
  WithdrawFunds,
} from './account.commands.js';
import * as rules from './account.decider.js';
import { account } from './account.decider.js';
import { GetAccountHandler, GetTransferHandler, ListAccountsHandler } from './account.queries.js';
import { AccountsController } from './accounts.controller.js';
import { Adjustments, adjustments } from './adjustments.js';
import { GetStatementHandler, ListEntriesHandler } from './entries.js';
import { ExpiringHolds } from './expiring-holds.js';
import { LedgerClosings } from './ledger-closings.js';
import { CaptureHold, ExpireHold, PlaceHold, RefundHold, ReleaseHold } from './hold.commands.js';
import { hold } from './hold.decider.js';
import { FindHoldRefundHandler, GetHoldHandler, ListHoldsHandler } from './holds.js';
import { AccountLedgerController, TransfersController } from './ledger.controller.js';
import { problems } from './problems.js';
import { TransferFunds } from './transfer.commands.js';
import { transfer } from './transfer.decider.js';
import { GetTrialBalanceHandler } from './trial-balance.js';
import * as units from './wallet.units.js';

@Module({
  controllers: [AccountsController, AccountLedgerController, TransfersController],
  providers: [
    reconciles({ inject: [Database], useFactory: accountsAndLedger }),
    ...aggregate(account, {
      units: [
        [OpenAccount, units.onAccount(rules.openAccount)],
        [DepositFunds, units.onAccount(rules.depositFunds)],
        [WithdrawFunds, units.onAccount(rules.withdrawFunds)],
        [FreezeAccount, units.onAccount(rules.freezeAccount)],
        [UnfreezeAccount, units.onAccount(rules.unfreezeAccount)],
        [CloseAccount, units.onAccount(rules.closeAccount)],
      ],
    }),
    ...aggregate(transfer, { units: [[TransferFunds, units.makeTransfer]] }),
    ...aggregate(hold, {
      units: [
        [PlaceHold, units.place],
        [CaptureHold, units.capture],
        [ReleaseHold, units.release],
        [ExpireHold, units.expire],
        [RefundHold, units.giveBack],
      ],
    }),
    GetAccountHandler,
    ListAccountsHandler,
    GetTransferHandler,
    ListEntriesHandler,
    GetStatementHandler,
    ListHoldsHandler,
    GetHoldHandler,
    FindHoldRefundHandler,
    GetTrialBalanceHandler,
    ExpiringHolds,
    LedgerClosings,
    Adjustments,
    ...adjustments,
    registersProblems(problems),
  ],
})
export class WalletModule {}

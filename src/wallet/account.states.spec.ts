import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import * as command from './account.commands.js';
import * as rules from './account.decider.js';
import * as fact from './account.events.js';

const accountId = '019ab000-0000-7000-8000-000000000001';
const transferId = '019ab000-0000-7000-8000-000000000002';
const id = { accountId };
const why = { ...id, reason: 'asked for' };
const opened = new fact.AccountOpened({ accountId, ownerId: transferId, currency: 'EUR' });
const amount = { amountMinor: 100, currency: 'EUR' };
const deposited = new fact.FundsDeposited({ accountId, transferId, amount, description: 'x' });

const statuses = {
  none: [],
  open: [opened],
  'holding money': [opened, deposited],
  frozen: [opened, new fact.AccountFrozen(why)],
  closed: [opened, new fact.AccountClosed(why)],
};
const terms = { accountId, ownerId: transferId, currency: 'EUR' };
const commands = {
  OpenAccount: rules.openAccount(new command.OpenAccount(terms, by)),
  'OpenAccount with money': rules.openAccount(
    new command.OpenAccount({ ...terms, initialDepositMinor: 1 }, by),
  ),
  DepositFunds: rules.depositFunds(new command.DepositFunds({ ...id, amountMinor: 100 }, by)),
  WithdrawFunds: rules.withdrawFunds(new command.WithdrawFunds({ ...id, amountMinor: 100 }, by)),
  FreezeAccount: rules.freezeAccount(new command.FreezeAccount(why, by)),
  UnfreezeAccount: rules.unfreezeAccount(new command.UnfreezeAccount(why, by)),
  CloseAccount: rules.closeAccount(new command.CloseAccount(why, by)),
};

holdsStatesTable({ room: 'wallet', decider: rules.account, statuses, commands });

import { by, folded } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { account } from './account.decider.js';
import { AccountOpened, FundsDeposited } from './account.events.js';
import { TransferFunds } from './transfer.commands.js';
import { transfer, transferFunds } from './transfer.decider.js';
import { TransferMade } from './transfer.events.js';

const transferId = '019ab000-0000-7000-8000-000000000001';
const [from, to, owner] = [2, 3, 4].map((n) => `019ab000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const amount = { amountMinor: 100, currency: 'EUR' };
const opened = (accountId: string) => new AccountOpened({ accountId, ownerId: owner, currency: 'EUR' });
const rich = new FundsDeposited({ accountId: from, transferId: owner, amount, description: 'x' });
const ends = { from: folded(account, opened(from), rich), to: folded(account, opened(to)) };

const made = new TransferMade({
  ...{ transferId, fromAccountId: from, fromOwnerId: owner, toAccountId: to, toOwnerId: owner },
  ...{ amount, description: 'Transfer' },
});
const of = (amountMinor: number) =>
  transferFunds(
    new TransferFunds({ transferId, fromAccountId: from, toAccountId: to, amountMinor }, by),
    ends,
  );

holdsStatesTable({
  room: 'wallet',
  decider: transfer,
  statuses: { none: [], made: [made] },
  commands: { TransferFunds: of(100), 'TransferFunds, other amount': of(99) },
});

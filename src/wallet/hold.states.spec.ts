import { by, folded } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { account } from './account.decider.js';
import { AccountOpened, FundsDeposited } from './account.events.js';
import * as command from './hold.commands.js';
import * as rules from './hold.decider.js';
import * as fact from './hold.events.js';

const [holdId, accountId, ownerId, refundId] = [1, 2, 3, 4].map(
  (n) => `019ab000-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string];
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const amount = eur(100);
const rich = folded(
  account,
  new AccountOpened({ accountId, ownerId, currency: 'EUR' }),
  new FundsDeposited({ accountId, transferId: refundId, amount, description: 'x' }),
);

const terms = { holdId, accountId, amount, description: 'an order', expiresAt: by.at };
const placed = new fact.HoldPlaced(terms);
const { expiresAt: _, ...asked } = terms;
const statuses = {
  none: [],
  held: [placed],
  declined: [new fact.HoldDeclined({ ...asked, code: 'insufficient-funds', detail: 'no' })],
  captured: [placed, new fact.HoldCaptured({ holdId, amount })],
  released: [placed, new fact.HoldReleased({ holdId, amount })],
  expired: [placed, new fact.HoldExpired({ holdId, amount })],
};
const refund = (amountMinor: number) =>
  rules.refundHold(new command.RefundHold({ holdId, refundId, amount: eur(amountMinor) }, by));
const commands = {
  PlaceHold: rules.placeHold(new command.PlaceHold({ ...terms, ownerId }, by), rich),
  CaptureHold: rules.captureHold(new command.CaptureHold({ holdId }, by)),
  ReleaseHold: rules.releaseHold(new command.ReleaseHold({ holdId }, by)),
  ExpireHold: rules.expireHold(new command.ExpireHold({ holdId }, by)),
  'RefundHold, a part': refund(40),
  'RefundHold, all': refund(100),
};

holdsStatesTable({ room: 'wallet', decider: rules.hold, statuses, commands });

import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { account } from './account.decider.js';
import { hold } from './hold.decider.js';
import { transfer } from './transfer.decider.js';

const [one, two, three, four] = [1, 2, 3, 4].map((n) => `019ab000-0000-7000-8000-00000000000${n}`);
const amount = '{"amountMinor":100,"currency":"EUR"}';
const row = (type: string, stored: string): GoldenRow => ({ type, version: 1, stored });
const booked = `"accountId":"${one}","transferId":"${two}","amount":${amount},"description":"rent"`;

stillUnderstood(account.events, [
  row('AccountOpened', `{"accountId":"${one}","ownerId":"${two}","currency":"EUR","description":"savings"}`),
  row('FundsDeposited', `{${booked}}`),
  row('FundsWithdrawn', `{${booked}}`),
  row('TransferSent', `{${booked},"toAccountId":"${three}"}`),
  row('TransferReceived', `{${booked},"fromAccountId":"${three}"}`),
  row('FundsHeld', `{"accountId":"${one}","holdId":"${two}","amount":${amount}}`),
  row('HeldFundsReleased', `{"accountId":"${one}","holdId":"${two}","amount":${amount}}`),
  row('HeldFundsTaken', `{${booked},"holdId":"${three}","orderId":"${four}"}`),
  row('FundsRefunded', `{${booked},"holdId":"${three}"}`),
  row('AccountFrozen', `{"accountId":"${one}","reason":"lost phone"}`),
  row('AccountUnfrozen', `{"accountId":"${one}","reason":"found it"}`),
  row('AccountClosed', `{"accountId":"${one}","reason":"moved away"}`),
]);

stillUnderstood(transfer.events, [
  row(
    'TransferMade',
    `{"transferId":"${one}","fromAccountId":"${two}","fromOwnerId":"${three}","toAccountId":"${four}",
      "toOwnerId":"${three}","amount":${amount},"description":"rent"}`,
  ),
]);

const asked = `"holdId":"${one}","accountId":"${two}","amount":${amount},"description":"an order"`;

stillUnderstood(hold.events, [
  row('HoldPlaced', `{${asked},"orderId":"${three}","expiresAt":"2026-01-01T00:00:00.000Z"}`),
  row('HoldDeclined', `{${asked},"code":"insufficient-funds","detail":"0.50 EUR of 1.00 EUR can be spent"}`),
  row('HoldCaptured', `{"holdId":"${one}","amount":${amount}}`),
  row('HoldReleased', `{"holdId":"${one}"}`),
  row('HoldExpired', `{"holdId":"${one}","amount":${amount}}`),
  row('HoldReduced', `{"holdId":"${one}","refundId":"${two}","amount":${amount}}`),
  row('HoldRefunded', `{"holdId":"${one}","refundId":"${two}","amount":${amount}}`),
]);

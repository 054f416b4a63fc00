import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { orderReturn } from './return.decider.js';
import { returnable } from './returnable.decider.js';

const id = '019ab000-0000-7000-8000-000000000001';
const ids = `"returnId":"${id}","orderId":"${id}","customerId":"${id}"`;
const eur = '{"amountMinor":500,"currency":"EUR"}';
const moved = `"orderId":"${id}","returnId":"${id}"`;

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'ReturnRequested',
    version: 1,
    stored: `{${ids},"paymentId":"${id}","items":[{"sku":"MUG","quantity":1,"unitPrice":${eur}}],"reason":"broken"}`,
  },
  { type: 'ReturnApproved', version: 1, stored: `{${ids},"reason":"send it"}` },
  { type: 'ReturnRejected', version: 1, stored: `{${ids},"reason":"worn"}` },
  { type: 'ReturnCancelled', version: 1, stored: `{${ids},"reason":"kept it"}` },
  {
    type: 'ReturnReceived',
    version: 1,
    stored: `{${ids},"paymentId":"${id}","items":[{"sku":"MUG","sellable":1,"damaged":0,"refund":${eur}}],"refundTotal":${eur}}`,
  },
  { type: 'ReturnRefunded', version: 1, stored: `{${ids},"attempt":1}` },
  { type: 'ReturnRefundRefused', version: 1, stored: `{${ids},"attempt":1,"detail":"no"}` },
  { type: 'ReturnSettledByHand', version: 1, stored: `{${ids},"reason":"sent by transfer"}` },
  {
    type: 'ReturnRefundRetried',
    version: 1,
    stored: `{${ids},"attempt":2,"paymentId":"${id}","refundTotal":${eur}}`,
  },
  {
    type: 'UnitsClaimed',
    version: 1,
    stored: `{${moved},"items":[{"sku":"MUG","quantity":1,"delivered":2}]}`,
  },
  { type: 'UnitsGivenUp', version: 1, stored: `{${moved},"items":[{"sku":"MUG","quantity":1}]}` },
  { type: 'UnitsCameBack', version: 1, stored: `{${moved},"items":[{"sku":"MUG","quantity":1}]}` },
];

stillUnderstood([...orderReturn.events, ...returnable.events], golden);

import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { payment } from './payment.decider.js';

const ids = {
  paymentId: '019ab000-0000-7000-8000-000000000002',
  orderId: '019ab000-0000-7000-8000-000000000001',
};
const refundId = '019ab000-0000-7000-8000-000000000003';
const head = `"paymentId":"${ids.paymentId}","orderId":"${ids.orderId}"`;
const storedEur = '{"amountMinor":1000,"currency":"EUR"}';
const storedRefund = `{${head},"refundId":"${refundId}","amount":${storedEur},"reference":"re_1","refundedTotal":${storedEur}}`;

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'PaymentRequested',
    version: 1,
    stored: `{${head},"customerId":"${refundId}","amount":${storedEur},"method":{"type":"card","token":"tok_ok"},"gatewayKey":"${refundId}"}`,
  },
  { type: 'PaymentPartHeld', version: 1, stored: `{${head},"amount":${storedEur}}` },
  {
    type: 'PaymentCaptured',
    version: 1,
    stored: `{${head},"amount":${storedEur},"reference":"ch_1","evidence":"look-up"}`,
  },
  {
    type: 'PaymentDeclined',
    version: 1,
    stored: `{${head},"code":"insufficient-funds","detail":"no","evidence":"reply"}`,
  },
  {
    type: 'PaymentOutcomeUnknown',
    version: 1,
    stored: `{${head},"detail":"time-out"}`,
  },
  { type: 'PaymentLowered', version: 1, stored: `{${head},"due":${storedEur}}` },
  { type: 'PaymentSettled', version: 1, stored: `{${head}}` },
  { type: 'PaymentVoidRequested', version: 1, stored: `{${head}}` },
  { type: 'PaymentVoided', version: 1, stored: `{${head}}` },
  {
    type: 'RefundRequested',
    version: 1,
    stored: `{${head},"refundId":"${refundId}","amount":${storedEur},"reason":"broken","wayBack":false}`,
  },
  { type: 'PaymentPartiallyRefunded', version: 1, stored: storedRefund },
  { type: 'PaymentRefunded', version: 1, stored: storedRefund },
  {
    type: 'RefundRefused',
    version: 1,
    stored: `{${head},"refundId":"${refundId}","detail":"no"}`,
  },
  {
    type: 'SurplusReceived',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","amount":${storedEur},"reference":"SEPA-2"}`,
  },
  {
    type: 'SurplusReturned',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","amount":${storedEur},"reference":"re_1","evidence":"reply"}`,
  },
  {
    type: 'SurplusReturnRefused',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","detail":"no"}`,
  },
];

stillUnderstood(payment.events, golden);

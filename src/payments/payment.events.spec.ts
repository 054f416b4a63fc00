import { describe, expect, it } from '@jest/globals';
import { upcast } from '../platform/core/event.js';
import { paymentEvents } from './payment.events.js';

const ids = {
  paymentId: '019ab000-0000-7000-8000-000000000002',
  orderId: '019ab000-0000-7000-8000-000000000001',
};
const refundId = '019ab000-0000-7000-8000-000000000003';
const head = `"paymentId":"${ids.paymentId}","orderId":"${ids.orderId}"`;
const eur = { amountMinor: 1000, currency: 'EUR' };
const storedEur = '{"amountMinor":1000,"currency":"EUR"}';
const storedRefund = `{${head},"refundId":"${refundId}","amount":${storedEur},"reference":"re_1","refundedTotal":${storedEur}}`;
const refunded = { ...ids, refundId, amount: eur, reference: 're_1', refundedTotal: eur };

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden = [
  {
    type: 'PaymentRequested',
    version: 1,
    stored: `{${head},"customerId":"${refundId}","amount":${storedEur},"method":{"type":"card","token":"tok_ok"},"gatewayKey":"${refundId}"}`,
    newest: {
      ...ids,
      customerId: refundId,
      amount: eur,
      method: { type: 'card', token: 'tok_ok' },
      gatewayKey: refundId,
    },
  },
  {
    type: 'PaymentCaptured',
    version: 1,
    stored: `{${head},"amount":${storedEur},"reference":"ch_1","evidence":"look-up"}`,
    newest: { ...ids, amount: eur, reference: 'ch_1', evidence: 'look-up' },
  },
  {
    type: 'PaymentDeclined',
    version: 1,
    stored: `{${head},"code":"insufficient-funds","detail":"no","evidence":"reply"}`,
    newest: { ...ids, code: 'insufficient-funds', detail: 'no', evidence: 'reply' },
  },
  {
    type: 'PaymentOutcomeUnknown',
    version: 1,
    stored: `{${head},"detail":"time-out"}`,
    newest: { ...ids, detail: 'time-out' },
  },
  { type: 'PaymentVoidRequested', version: 1, stored: `{${head}}`, newest: ids },
  { type: 'PaymentVoided', version: 1, stored: `{${head}}`, newest: ids },
  {
    type: 'RefundRequested',
    version: 1,
    stored: `{${head},"refundId":"${refundId}","amount":${storedEur},"reason":"broken","wayBack":false}`,
    newest: { ...ids, refundId, amount: eur, reason: 'broken', wayBack: false },
  },
  { type: 'PaymentPartiallyRefunded', version: 1, stored: storedRefund, newest: refunded },
  { type: 'PaymentRefunded', version: 1, stored: storedRefund, newest: refunded },
  {
    type: 'RefundRefused',
    version: 1,
    stored: `{${head},"refundId":"${refundId}","detail":"no"}`,
    newest: { ...ids, refundId, detail: 'no' },
  },
  {
    type: 'SurplusReceived',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","amount":${storedEur},"reference":"SEPA-2"}`,
    newest: { ...ids, surplusId: refundId, amount: eur, reference: 'SEPA-2' },
  },
  {
    type: 'SurplusReturned',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","amount":${storedEur},"reference":"re_1","evidence":"reply"}`,
    newest: { ...ids, surplusId: refundId, amount: eur, reference: 're_1', evidence: 'reply' },
  },
  {
    type: 'SurplusReturnRefused',
    version: 1,
    stored: `{${head},"surplusId":"${refundId}","detail":"no"}`,
    newest: { ...ids, surplusId: refundId, detail: 'no' },
  },
];

describe('Stored payment events', () => {
  it.each(golden)('$type v$version is still understood', ({ type, version, stored, newest }) => {
    const declared = paymentEvents.find((one) => one.type === type);
    expect(upcast(declared!, version, JSON.parse(stored) as object).data).toStrictEqual(newest);
  });

  it.each(paymentEvents.map(({ type, version }) => ({ type, version })))(
    '$type has a golden row for each of its $version version(s)',
    ({ type, version }) =>
      expect(golden.filter((row) => row.type === type).map((row) => row.version)).toStrictEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      ),
  );
});

import { expect, it } from '@jest/globals';
import { folded } from '../platform/testing/given.js';
import { payment } from './payment.decider.js';
import { PaymentDeclined, PaymentRequested } from './payment.events.js';
import { paymentFor } from './payment-view.js';

const id = '019ab000-0000-7000-8000-000000000001';
const requested = new PaymentRequested({
  ...{ paymentId: id, orderId: id, customerId: id, amount: { amountMinor: 500, currency: 'EUR' } },
  ...{ method: { type: 'card', token: 'tok_ok' }, gatewayKey: id },
});

it.each([
  ['insufficient-funds', 'There was not enough money.'],
  ['do_not_honor', 'The payment was declined.'],
  ['constructor', 'The payment was declined.'],
])('A customer reads a sentence of ours for the code %s of a gateway', (code, detail) => {
  const declined = new PaymentDeclined({
    ...{ paymentId: id, orderId: id, code, detail: 'raw words', evidence: 'reply' },
  });
  const shown = { id, version: 2, state: folded(payment, requested, declined) };
  expect(paymentFor({ role: 'customer', id }, shown)).toMatchObject({ declineCode: code, detail });
});

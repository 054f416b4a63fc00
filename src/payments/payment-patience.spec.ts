import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../platform/config.js';
import { paymentPatienceMs } from './payment-patience.js';

const settings = (given: Record<string, string> = {}) =>
  readConfig({
    DATABASE_URL: 'postgres://u:p@localhost/waybill',
    AUTH_JWT_SECRET: 'a-key-for-tests-that-nobody-else-uses-0815',
    ...given,
  });
const minute = 60_000;
const day = 24 * 60 * minute;

describe('The patience with a payment', () => {
  it('is minutes for a card and days for a bank transfer, if nothing is said', () => {
    const standard = settings();
    expect(paymentPatienceMs('card', standard)).toBe(15 * minute);
    expect(paymentPatienceMs('wallet', standard)).toBe(15 * minute);
    expect(paymentPatienceMs('paypal', standard)).toBe(180 * minute);
    expect(paymentPatienceMs('crypto', standard)).toBe(120 * minute);
    expect(paymentPatienceMs('bank_transfer', standard)).toBe(7 * day);
  });

  it('is set for each method alone', () => {
    const hasty = settings({ PAYMENT_PATIENCE_SECONDS: '2' });
    expect(paymentPatienceMs('card', hasty)).toBe(2_000);
    expect(paymentPatienceMs('bank_transfer', hasty)).toBe(7 * day);
    const weekend = settings({ PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS: '259200' });
    expect(paymentPatienceMs('bank_transfer', weekend)).toBe(3 * day);
    expect(paymentPatienceMs('card', weekend)).toBe(15 * minute);
  });
});

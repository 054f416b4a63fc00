import { describe, expect, it } from '@jest/globals';
import type { OrderView } from '../orders/contract.js';
import { newId } from '../platform/core/ids.js';
import { languages, templates } from './contract.js';
import { mailOf } from './mail.js';
import { messageIdOf } from './mailer.js';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const order = (over: Partial<OrderView> = {}): OrderView => ({
  id: '0190f5a2-0000-7000-8000-00000000beef',
  customerId: newId(),
  status: 'shipped',
  items: [{ sku: 'MUG', name: 'Mug <b>&', quantity: 2, unitPrice: eur(61_725), lineTotal: eur(123_450) }],
  total: eur(123_450),
  carrier: 'Acme Post',
  trackingNumber: 'T-1',
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 3,
  ...over,
});

describe('A mail to a customer', () => {
  const every = templates.flatMap((template) => languages.map((language) => ({ template, language })));

  it.each(every)('$template in $language names the order, and nothing in it is left open', (one) => {
    const mail = mailOf(one.template, one.language, order(), { amount: eur(500) });
    expect(mail.subject).toContain('00000000BEEF');
    for (const text of [mail.subject, mail.text, mail.html])
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('writes amounts as the language does, exact to the last unit', () => {
    const total = { amountMinor: 9_007_199_254_740_991, currency: 'EUR' };
    expect(mailOf('payment-received', 'en', order({ total }), {}).text).toContain('€90,071,992,547,409.91');
    expect(mailOf('payment-received', 'de', order({ total }), {}).text).toContain(
      '90.071.992.547.409,91\u00a0€',
    );
    const yen = { amountMinor: 550, currency: 'JPY' };
    expect(mailOf('refund-sent', 'en', order(), { amount: yen }).text).toContain('¥550');
  });

  it('escapes in HTML what a name holds, and leaves the text as it is', () => {
    const { html, text } = mailOf('order-confirmed', 'en', order(), {});
    expect(html).toContain('2 × Mug &lt;b&gt;&amp;');
    expect(text).toContain('2 × Mug <b>&: €1,234.50');
  });

  it('says why an order ended, in the language of its reader', () => {
    const cancellationReason = { code: 'payment-declined', detail: 'The payment was declined.' } as const;
    const ended = order({ status: 'cancelled', cancellationReason });
    expect(mailOf('order-cancelled', 'de', ended, {}).text).toContain('Die Zahlung wurde abgelehnt.');
  });

  it('lists no more lines than fit a mail', () => {
    const items = Array.from({ length: 1_000 }, () => order().items[0]!);
    expect(mailOf('order-confirmed', 'en', order({ items }), {}).text.split('\n').length).toBeLessThan(70);
  });
});

it('a mail has one Message-ID however often it is tried, and another when it is sent again', () => {
  const from = { NOTIFY_FROM: 'Shop <orders@shop.example>' };
  expect(messageIdOf(from, 'id', 1)).toBe('<id.1@shop.example>');
  expect(messageIdOf(from, 'id', 2)).toBe('<id.2@shop.example>');
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { openShop, type Shop } from './shop.js';

describe('What customers are written', () => {
  let shop: Shop;
  let server: MailServer;
  const refused = new Map<string, number>();
  beforeAll(async () => {
    server = await startMailServer((to) => {
      const code = refused.get(to);
      return code === undefined ? undefined : { code, text: 'no such mailbox' };
    });
    const config = { NOTIFY_SMTP_URL: server.url, NOTIFY_FROM: 'Shop <orders@shop.example>' };
    shop = await openShop({ config: { ...config, NOTIFY_RETRY_SECONDS: [0.05, 0.05] } });
    await shop.stocked('MUG', 1_000);
  });
  afterAll(async () => {
    await shop.close();
    await server.close();
  });

  const contact = (body: object, as: 'customer' | 'otherCustomer' = 'customer') =>
    shop.send('PUT', `/v1/customers/${shop.customerId}/contact`, { as, body });
  const about = async (orderId: string) =>
    (await shop.get(`/v1/orders/${orderId}/notifications`, 'customer')).body.items;
  const settled = (orderId: string, count: number) =>
    eventually(
      () => about(orderId),
      (items) => items.length === count && items.every(({ state }) => state !== 'queued'),
    );
  const states = (items: readonly Record<string, unknown>[]) =>
    Object.fromEntries(items.map(({ template, state }) => [template, state]));

  it('is one mail for each occasion, in their language, in order, and on the timeline', async () => {
    const email = `${newId()}@example.com`;
    expect((await contact({ email, language: 'de' })).status).toBe(200);
    const orderId = await shop.place();
    await shop.rest(orderId, 'shipped');
    await shop.post(`/v1/orders/${orderId}/deliver`);
    const items = await settled(orderId, 4);
    expect(states(items)).toEqual({
      ...{ 'order-confirmed': 'sent', 'payment-received': 'sent' },
      ...{ 'order-shipped': 'sent', 'order-delivered': 'sent' },
    });
    const mails = server.mails.filter(({ to }) => to === email);
    expect(mails.map(({ messageId }) => messageId)).toEqual(
      [...items].reverse().map(({ messageId }) => messageId),
    );
    expect(mails[0]!.subject).toContain(`Ihre Bestellung ${orderId.slice(-12).toUpperCase()}`);
    expect(mails[0]!.raw).toMatch(/From: Shop <orders@shop.example>/);
    expect(mails[0]!.raw).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    const { body } = await shop.get(`/v1/orders/${orderId}/timeline?limit=100`, 'customer');
    const told = body.items.filter(({ room }) => room === 'notifications');
    expect(told.map(({ type }) => type)).toEqual(Array(4).fill('NotificationSent'));
  });
});

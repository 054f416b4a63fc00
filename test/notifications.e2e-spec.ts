import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { address } from './builders.js';
import { findInDatabase } from './canary.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { openShop, type Shop } from './shop.js';

describe('What customers are written', () => {
  let shop: Shop;
  let server: MailServer;
  const refused = new Map<string, number>();
  beforeAll(async () => {
    server = await startMailServer((to) => {
      const code = refused.get(to);
      return code === undefined ? undefined : { code, text: `<${to}> no such mailbox` };
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

  it('is none where there is no address, or where they want none, and the order goes on', async () => {
    await shop.send('DELETE', `/v1/customers/${shop.customerId}/contact`, { as: 'customer' });
    const orderId = await shop.place();
    await shop.rest(orderId, 'shipped');
    const reasons = (await settled(orderId, 3)).map(
      ({ state, reason }) => `${String(state)}: ${String(reason)}`,
    );
    expect(new Set(reasons)).toEqual(new Set(['suppressed: no-contact']));

    const email = `${newId()}@example.com`;
    await contact({ email, notifications: false });
    const next = await shop.place();
    await shop.rest(next, 'shipped');
    const [last] = await settled(next, 3);
    expect(last).toMatchObject({ state: 'suppressed', reason: 'opted-out' });
    expect(server.mails.some(({ to }) => to === email)).toBe(false);

    await contact({ email });
    const again = await shop.post(`/v1/notifications/${String(last!['id'])}/resend`, {
      reason: 'wants it now',
    });
    expect(again).toMatchObject({ status: 202, body: { state: 'queued' } });
    const mail = await eventually(() => server.mails.find(({ to }) => to === email));
    expect(mail.messageId).toBe(again.body['messageId']);
    expect(mail.messageId).not.toBe(last!['messageId']);
  });

  it('fails at once where the server refuses, later where it only defers, and operators are told', async () => {
    const [bad, busy] = [`${newId()}@example.com`, `${newId()}@example.com`];
    refused.set(bad, 550).set(busy, 451);
    for (const [email, attempts] of [
      [bad, 1],
      [busy, 3],
    ] as const) {
      await contact({ email });
      const orderId = await shop.place();
      await shop.rest(orderId, 'shipped');
      await settled(orderId, 3);
      const { body } = await shop.get(`/v1/orders/${orderId}/notifications`);
      expect(body.items[0]).toMatchObject({
        state: 'failed',
        attempts,
        lastError: expect.stringContaining('mailbox'),
      });
      const trouble = (await shop.get('/v1/ops/attention?limit=100')).body.items;
      expect(trouble).toContainEqual(expect.objectContaining({ kind: 'notification', object: orderId }));
      const shown = JSON.stringify(await about(orderId));
      expect(shown).not.toContain('mailbox');
    }
    // What the server said is kept, and it said to whom.
    expect(await findInDatabase(shop.database, [bad, busy])).toEqual([]);
    const [failed] = (await shop.get('/v1/notifications?state=failed&template=order-shipped')).body.items;
    refused.clear();
    await shop.post(`/v1/notifications/${String(failed!['id'])}/resend`, { reason: 'it works again' });
    await eventually(() => server.mails.some(({ to }) => to === busy));
  });

  it('tells of refunds and cancellations once each, and nothing of what was never ordered', async () => {
    const email = `${newId()}@example.com`;
    await contact({ email });
    const draft = await shop.place({ confirm: false });
    await shop.post(`/v1/orders/${draft}/cancel`, { reason: 'no' }, { as: 'customer' });
    const orderId = await shop.place({ shippingAddress: { ...address, country: 'XX' } });
    await shop.rest(orderId, 'cancelled');
    const items = await settled(orderId, 4);
    expect(states(items)).toEqual({
      ...{ 'order-confirmed': 'sent', 'payment-received': 'sent' },
      ...{ 'refund-sent': 'sent', 'order-cancelled': 'sent' },
    });
    expect(await about(draft)).toEqual([]);
    const [{ id } = { id: '' }] = items;
    const { body } = await shop.get(`/v1/notifications/${String(id)}`);
    expect(body).toMatchObject({
      mail: { language: 'en', html: expect.stringContaining('<html lang="en">') },
    });
  });

  it('comes again under the same Message-ID where the word of the mail server was lost in a crash', async () => {
    const email = `${newId()}@example.com`;
    await contact({ email });
    const orderId = await shop.place();
    await shop.rest(orderId, 'shipped');
    const [last] = await settled(orderId, 3);
    await shop.database.query(
      `update notifications.outbox set state = 'queued', ended_at = null, due_at = now() where notification_id = $1`,
      [last!['id']],
    );
    const mails = () =>
      server.mails.filter(({ to, messageId }) => to === email && messageId === last!['messageId']);
    await eventually(() => mails().length === 2);
  });

  it('is no business of others', async () => {
    await contact({ email: 'ada@example.com' });
    const orderId = await shop.place();
    const path = `/v1/customers/${shop.customerId}/contact`;
    const statusOf = async (method: string, at: string, body?: unknown) =>
      (await shop.send(method, at, { as: 'otherCustomer', body })).status;
    expect(await statusOf('GET', `/v1/orders/${orderId}/notifications`)).toBe(404);
    expect(await statusOf('GET', path)).toBe(404);
    expect(await statusOf('PUT', path, { email: 'eve@example.com' })).toBe(404);
    expect(await statusOf('DELETE', path)).toBe(404);
    expect(await statusOf('GET', '/v1/notifications')).toBe(403);
    expect((await contact({ email: 'ada@example.com\r\nBcc: eve@example.com' })).status).toBe(400);
    expect((await contact({ email: 'nobody' })).status).toBe(400);
    const { body, headers } = await shop.get(path, 'customer');
    expect(body).toMatchObject({ email: 'ada@example.com', language: 'en', notifications: true });
    const stale = await shop.send('PUT', path, {
      as: 'customer',
      body: { email: 'ada@example.org' },
      headers: { 'if-match': '"999"' },
    });
    expect([headers.get('etag'), stale.status]).toEqual([`"${String(body['version'])}"`, 412]);
  });
});

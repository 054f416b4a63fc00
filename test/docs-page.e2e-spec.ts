import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium, openBrowser, type Browser } from './browser.js';
import { startApp, type TestApp } from './app.js';
import { demoCatalogue } from './demo-catalogue.js';

(hasChromium() ? describe : describe.skip)(
  '/docs in a browser, for somebody who comes for the first time',
  () => {
    let waybill: TestApp;
    let browser: Browser;
    beforeAll(async () => {
      waybill = await startApp();
      await demoCatalogue(waybill);
      browser = await openBrowser(waybill.url);
      await browser.page.goto(`${waybill.url}/docs`, { waitUntil: 'networkidle' });
    });
    afterAll(async () => {
      await browser?.close();
      await waybill?.close();
    });

    it('a token is filled in', async () => {
      await browser.page.waitForSelector('.btn.authorize.locked');
      expect(await browser.page.title()).toBe('Waybill API');
    });

    const head = async () => {
      const [row] = await waybill.database.query<{ head: number }>(
        `select max(position) as head from platform.events where type = 'OrderConfirmed'`,
      );
      return row!.head;
    };
    const order = () =>
      browser.page.locator('.opblock-post', { has: browser.page.locator('[data-path="/v1/orders"]') });

    it('the sample of POST /v1/orders, sent as it stands, places an order', async () => {
      await order().locator('.opblock-summary').click();
      await order().locator('button.execute').click();
      const status = order().locator('.live-responses-table .response .response-col_status');
      expect(await status.innerText()).toMatch(/^202/);
      const list = await waybill.send('GET', '/v1/orders', {
        as: 'customer',
        headers: { 'min-event-position': String(await head()) },
      });
      expect(list.body.items).toMatchObject([{ customerId: waybill.customerId }]);
    });

    it('sent again, it is another order: the sample makes a new key for each try', async () => {
      const answer = browser.page.waitForResponse((reply) => reply.url().endsWith('/v1/orders'));
      await order().locator('button.execute').click();
      expect((await answer).status()).toBe(202);
      expect((await answer).headers()['idempotency-replayed']).toBeUndefined();
    });

    it('the start page gives a token for each role, and its three tries come to their ends', async () => {
      const { page } = browser;
      await page.goto(`${waybill.url}/`, { waitUntil: 'networkidle' });
      await page.selectOption('#role', 'operator');
      expect(await page.inputValue('#token')).toMatch(/^eyJ/);
      const story = page.locator('#story');
      await page.getByRole('button', { name: 'declined' }).click();
      await story.filter({ hasText: 'OrderCancelled' }).waitFor();
      await page.locator('#orders tr', { hasText: 'payment-declined' }).waitFor();
      await page.getByRole('button', { name: 'stuck' }).click();
      await story.filter({ hasText: 'PaymentCaptured' }).waitFor();
    });

    it('without an error on the console, or a request to anybody else', () => {
      expect(browser.complaints).toEqual([]);
    });
  },
);

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { keyboardOnly, type Hand } from './console-keyboard.js';
import { serious } from './console-page.js';
import { repairs } from './console-repairs.js';
import type { Stage } from './console-stage.js';
import { stuckOrders } from './stuck-orders.js';

/** Journeys and repairs of somebody who has no mouse, and the way of the focus through their screens. */
export function byKeyboard(stage: () => Stage): void {
  describe('with a keyboard and nothing else', () => {
    let hand: Hand;
    beforeAll(async () => {
      hand = await keyboardOnly(stage().page);
    });
    afterEach(() => expect(hand.refused).toEqual([]));
    afterAll(() => hand.putDown());

    /** What is around a screen, and what is on it. */
    const wayOn = async (address: string, shown: string) => {
      const { page, go } = stage();
      await go(address);
      await page.locator(shown).first().waitFor();
      const [around, on] = (await hand.wayOfTheFocus()).split(/(?<=“Sign out”\n)/);
      return { around, on };
    };

    it('J3: a payment is declined, and what was reserved is free again', async () => {
      const { shop, page, go } = stage();
      const free = async () => (await shop.get('/v1/stock/MUG')).body['available'];
      const before = await free();
      const id = await shop.place({ paymentMethod: { type: 'card', token: 'tok_declined' } });
      await shop.rest(id, 'cancelled');
      await go('/');
      await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
      await hand.press('g', 'o');
      await page.getByRole('row', { name: new RegExp(`${id}.* cancelled .*declined`) }).waitFor();
      await hand.tabTo('a', id);
      await hand.press('Enter');
      await page.getByRole('heading', { name: 'Taken back' }).waitFor();
      await page.locator('.lane:not(.back) li.failed', { hasText: 'pay' }).waitFor();
      await page.locator('.lane.back li.done', { hasText: 'reserve' }).waitFor();
      await page.locator('.timeline').getByText('PaymentDeclined').waitFor();
      const types = await shop.database.query<{ type: string }>(
        `select type from platform.events where data->>'orderId' = $1
           and type in ('StockReserved', 'StockReleased', 'PaymentDeclined', 'PaymentCaptured', 'OrderCancelled')
         order by position`,
        [id],
      );
      expect(types.map(({ type }) => type)).toEqual([
        ...['StockReserved', 'PaymentDeclined', 'StockReleased', 'OrderCancelled'],
      ]);
      expect(await free()).toBe(before);
    });

    repairs(stage, () => hand);

    it('J5: an order is seen as it stood after each event, with what each one changed', async () => {
      const { shop, page, go } = stage();
      const id = await shop.place();
      await shop.rest(id, 'shipped');
      await go(`/orders/${id}`);
      await page.getByText(/^Event \d+ of \d+$/).waitFor();
      await hand.tabTo('input', 'Event');
      await hand.press('Home');
      await page.getByRole('heading', { name: 'OrderCreated' }).waitFor();
      const changed = (field: string) => page.locator('.stood > .changes tr', { hasText: field });
      await changed('status').getByText('draft').waitFor();
      await hand.press(']');
      await changed('order.status').getByText('confirmed').waitFor();
      await page.waitForURL(/at=2/);
      await page.reload();
      await page.getByText(/^Event 2 of/).waitFor();
      const slider = page.getByRole('slider');
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^event 2 of \d+, OrderConfirmed, 20/);
      const { body: then } = await shop.get(`/v1/orders/${id}?version=2`);
      expect(then).toMatchObject({ status: 'confirmed', version: 2 });
      expect(await serious(page)).toEqual([]);
    });

    it('leads the focus through the screens of these journeys in the order of last time', async () => {
      const { shop, page } = stage();
      const ids = await stuckOrders(shop, 2);
      const inbox = await wayOn('/', '.cause');
      expect(inbox.around).toMatchSnapshot('around every screen');
      expect(inbox.on).toMatchSnapshot('inbox');
      for (const [name, address, shown] of [
        ['orders', '/orders', 'tbody tr'],
        ['a stuck order', `/orders/${ids[0]}?at=2`, '.stood .changes'],
        ['projections', '/subscriptions', 'progress'],
      ] as const) {
        const { around, on } = await wayOn(address, shown);
        expect(around).toBe(inbox.around);
        expect(on).toMatchSnapshot(name);
      }
      await hand.tabTo('button', 'Rebuild');
      await hand.press('Enter');
      await page.locator('dialog [aria-busy=false]').waitFor();
      expect(await hand.wayOfTheFocus()).toMatchSnapshot('dialog of a rebuild');
      await hand.press('Escape');
      await wayOn('/', '.cause');
      await hand.tabTo('button', 'Compensate, all 2');
      await hand.press('Enter');
      await page.locator('dialog [aria-busy=false]').waitFor();
      expect(await hand.wayOfTheFocus()).toMatchSnapshot('dialog for several orders');
      await hand.press('Escape');
      for (const id of ids) await shop.post(`/v1/ops/sagas/${id}/retry`, { reason: 'a spec' });
      for (const id of ids) await shop.rest(id, 'shipped');
    });

    it('would fail with a mouse: it reaches nothing, and is told of', async () => {
      const { page, complaints } = stage();
      const before = complaints.length;
      await page.getByRole('button', { name: 'Keys' }).click();
      await page.getByRole('button', { name: 'Keys' }).dispatchEvent('click');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(new Set(hand.refused)).toEqual(
        new Set(['pointerdown', 'pointerup', 'click'].map((type) => `a keyboard has no ${type}`)),
      );
      complaints.splice(before);
      hand.refused.splice(0);
    });
  });
}

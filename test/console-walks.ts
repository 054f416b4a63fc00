import { expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import { serious } from './console-page.js';
import type { Stage } from './console-watching.js';
import { stuckOrders } from './stuck-orders.js';

const because = { reason: 'a spec has something of everything' };
/** Screens that can be full. */
const full = [
  ...['overview', 'stock?status=open', 'webhooks', 'mails', 'contracts', 'operations?action=saga.retry'],
  ...[
    'system?q=kafka',
    'orders?status=shipped',
    'sagas',
    'subscriptions',
    'dead-letters',
    'parked',
    'drills',
  ],
  ...['events?type=OrderShipped', 'find?q=MUG', 'kafka'],
];
/** Figures, and how many rows of a table they are. */
const counted = ['Stuck', 'Dead letters', 'Paused', 'Rebuilds under way'];
/** What is chosen on a screen, and where it stands in its address. */
const choices = [
  ['/orders', 'Status', 'cancelled', 'status=cancelled'],
  ['/sagas', 'State', 'completed', 'state=completed'],
  ['/subscriptions', 'Only those', 'parked', 'only=parked'],
  ['/parked', 'State', 'parked', 'state=parked'],
  ['/dead-letters', 'State', 'discarded', 'state=discarded'],
  ['/operations', 'State', 'waiting', 'approvals=waiting'],
  ['/mails', 'State', 'sent', 'state=sent'],
] as const;

/** From screen to screen, with something on each. */
export function walks(stage: () => Stage & { picture: (name: string) => Promise<void> }): void {
  it('fills every screen', async () => {
    const { shop } = stage();
    await shop.post('/v1/ops/subscriptions/catalog.known-words/pause', because);
    await shop.post('/v1/ops/drills/poison-event/begin', because);
    await shop.post('/v1/webhook-endpoints', {
      url: 'http://127.0.0.1:9',
      eventTypes: ['waybill.customer.*'],
    });
    await shop.database.query(`
      insert into platform.dead_letters (id, consumer, topic, partition, "offset", msg_key, headers, reason, error, attempts)
      values (gen_random_uuid(), 'spec', 'waybill.commands.v1', 0, 99, 'full', '[]', 'schema', 'not JSON', 1)`);
    await shop.place();
    await stuckOrders(shop, 1);
    await eventually(async () => (await shop.get('/v1/ops/parked')).body.items.length > 0);
  });

  it('leads from every figure to the list behind it, and back', async () => {
    const { page, go } = stage();
    await go('/overview');
    const tiles = page.locator('.tiles a');
    await tiles.first().waitFor();
    for (let n = 0; n < (await tiles.count()); n++) {
      const [name, figure] = (await tiles.nth(n).innerText()).split('\n') as [string, string];
      await tiles.nth(n).click();
      await page.waitForURL((url) => !url.pathname.endsWith('/overview'));
      const rows = page.locator('main table').first().locator('tbody tr');
      if (counted.includes(name) && Number(figure) > 0)
        await eventually(async () => (await rows.count()) === Number(figure));
      await page.goBack();
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
    }
    await page.getByRole('link', { name: 'Order stuck' }).click();
    await page.getByText('Only what is of the kind “Order stuck”').waitFor();
    const others = page.locator('.cause:not([aria-label^="Order stuck"])');
    expect([await page.locator('.cause').count(), await others.count()]).toEqual([expect.any(Number), 0]);
    await page.getByRole('link', { name: 'All that waits' }).click();
    await others.first().waitFor();
  });

  it('keeps what is chosen in the address; Back takes back the choice', async () => {
    const { page, go } = stage();
    for (const [address, label, option, stands] of choices) {
      await go(address);
      const choice = page.locator('main label', { hasText: new RegExp(`^${label}`) }).locator('select');
      await choice.selectOption(option);
      await page.waitForURL((url) => url.search.includes(stands));
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes(stands));
      expect(page.url()).toContain(address);
      await eventually(async () => (await choice.inputValue()) === '');
    }
  });

  it.each(full)('/%s can be used by everybody, light and dark, wide and narrow', async (address) => {
    const { page, go, picture } = stage();
    await go(`/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .locator(address === 'kafka' ? 'main .note' : 'main table:visible')
      .first()
      .waitFor();
    if (address === 'overview') await picture('overview');
    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('is tidied up', async () => {
    const { shop } = stage();
    await shop.post('/v1/ops/subscriptions/catalog.known-words/resume', because);
    await shop.post('/v1/ops/drills/poison-event/end', because);
    for (const { object } of (await shop.get('/v1/ops/attention')).body.items)
      await shop.post(`/v1/ops/sagas/${String(object)}/retry`, because);
  });
}

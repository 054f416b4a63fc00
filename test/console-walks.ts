import { expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import { inGeneral } from './console-keyboard.js';
import { serious } from './console-page.js';
import { unlikeBefore } from './console-pictures.js';
import type { Stage } from './console-stage.js';
import { stuckOrders } from './stuck-orders.js';

const because = { reason: 'a spec has something of everything' };
/** Screens that can be full. */
const full = [
  ...[
    'overview',
    'stock?status=open',
    'webhooks',
    'mails',
    'contracts',
    'operations?action=subscription.pause',
  ],
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
const counted = [
  ...['Stuck', 'Parked events', 'Tried again', 'Dead letters', 'Failing', 'Paused', 'Rebuilds under way'],
];
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

/** Somebody decides on the one that failed; the order of before waits for its next try. */
const PARK = `
  update platform.parked set attempts = 100, next_attempt_at = now()
  where resolved_at is null and sequence = $1 and state = 'retrying'`;
const TRIED_LATER = `
  insert into platform.parked (id, subscription, sequence, position, event_id, stream_id, version, event_type,
    schema_version, state, reason, attempts, error, next_attempt_at)
  select gen_random_uuid(), 'orders.order-list', stream_id, position, event_id, stream_id, version, type,
    schema_version, 'retrying', 'failed', 3, 'no room', now() + interval '1 day'
  from platform.events where stream_id = $1 and version = 1`;

/** What is over leaves a trace only where it took several tries, as it may on a busy machine. */
const TASKS = `select 1 from platform.saga_tasks where saga_id = $1 and kind = 'command'`;

/** From screen to screen, with something on each. */
export function walks(stage: () => Stage): void {
  let shipped: string;
  const parked = async () => (await stage().shop.get('/v1/ops/parked?state=parked')).body.items;

  it('fills every screen', async () => {
    const { shop } = stage();
    shipped = await shop.place();
    await shop.rest(shipped, 'shipped');
    await shop.post('/v1/ops/subscriptions/catalog.known-words/pause', because);
    await shop.post('/v1/ops/drills/poison-event/begin', because);
    await shop.post('/v1/webhook-endpoints', {
      url: 'http://127.0.0.1:9',
      eventTypes: ['waybill.customer.*'],
    });
    await shop.database.query(`
      insert into platform.dead_letters (id, consumer, topic, partition, "offset", msg_key, headers, reason, error, attempts)
      values (gen_random_uuid(), 'spec', 'waybill.commands.v1', 0, 99, 'full', '[]', 'schema', 'not JSON', 1)`);
    const poisoned = await shop.place();
    await shop.rest(poisoned, 'shipped');
    await eventually(async () => {
      await shop.database.query(PARK, [`order-${poisoned}`]);
      return (await parked()).length === 1;
    });
    await shop.database.query(TRIED_LATER, [`order-${shipped}`]);
    await eventually(async () => (await shop.database.query(TASKS, [shipped])).length === 0);
    await shop.database.query('delete from platform.saga_attempts where saga_id = $1', [shipped]);
    await stuckOrders(shop, 2);
    const kinds = ['dead-letter', 'drill', 'parked', 'saga', 'saga'];
    await eventually(
      async () => (await shop.get('/v1/ops/attention')).body.items,
      (items) => String(items.map(({ kind }) => kind).toSorted()) === String(kinds),
    );
  });

  it('leads from every figure to the list behind it, and back', async () => {
    const { page, go } = stage();
    await go('/overview');
    const tiles = page.locator('.tiles a');
    await tiles.first().waitFor();
    for (let n = 0; n < (await tiles.count()); n++) {
      const [name, figure] = (await tiles.nth(n).innerText()).replace('! ', '').split('\n') as [
        string,
        string,
      ];
      await tiles.nth(n).click();
      await page.waitForURL((url) => !url.pathname.endsWith('/overview'));
      const rows = page.locator('main table').first().locator('tbody tr');
      if (counted.includes(name) && Number(figure) > 0)
        await eventually(
          async () => [name, await rows.count()],
          ([, n]) => n === Number(figure),
        );
      if (name === 'Requests') {
        await rows.first().waitFor();
        const counts = await rows.locator('td:first-of-type').allInnerTexts();
        expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThanOrEqual(Number(figure));
      }
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

  it.each(full)(
    '/%s looks as it did, and can be used by everybody, light and dark, wide and narrow',
    async (address) => {
      const { page, go } = stage();
      await go(`/${address}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .locator(address === 'kafka' ? 'main .note' : 'main table:visible')
        .first()
        .waitFor();
      await isThere();
      expect(await unlikeBefore(page, address.split('?')[0]!)).toEqual([]);
      expect(await serious(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await serious(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  );

  it('the inbox, an order and the dialog look as they did', async () => {
    const { page, go } = stage();
    await go('/');
    await page.locator('.cause').nth(3).waitFor();
    expect(await unlikeBefore(page, 'inbox')).toEqual([]);
    await go(`/orders/${shipped}?at=2`);
    await page.locator('.stood > .changes').waitFor();
    await isThere();
    expect(await unlikeBefore(page, 'order')).toEqual([]);
    await go('/sagas?step=ship&error=out+of+paper');
    await page.getByText('It waits for a person: ship failed').first().waitFor();
    await page.getByRole('button', { name: 'Compensate: all that are stuck like this' }).click();
    await page.locator('dialog [aria-busy=false]').waitFor();
    await isThere();
    expect(await unlikeBefore(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('what looks different is told of: a header that is gone, a column that is narrow', async () => {
    const { page, go } = stage();
    for (const [planted, told] of [
      [`document.querySelector('header.bar').style.display = 'none'`, /header.bar 0 is gone/],
      [`document.querySelector('main').style.maxWidth = '50rem'`, /main 0 was at/],
      [`document.querySelector('.tiles').style.visibility = 'hidden'`, /% of overview look different/],
    ] as const) {
      await go('/overview');
      await page.locator('main table:visible').first().waitFor();
      await isThere();
      await page.evaluate(planted);
      expect((await unlikeBefore(page, 'overview', true)).join()).toMatch(told);
    }
  });

  it('is told to readers of screens as it was: the overview, and an order', async () => {
    const { page, go } = stage();
    const tree = async () => inGeneral(await page.locator('body').ariaSnapshot());
    await page.mouse.move(0, 0);
    await go('/overview');
    await page.getByText(/^catalog.known-words: /).waitFor();
    await isThere();
    expect(await tree()).toMatchSnapshot('overview');
    await go(`/orders/${shipped}?at=2`);
    await page.locator('.stood > .changes').waitFor();
    await isThere();
    expect(await tree()).toMatchSnapshot('order');
  });

  /** Nothing is on its way any more. */
  const isThere = () =>
    eventually(
      async () =>
        (await stage()
          .page.getByText(/^(Loading|Asking what would follow)…$/)
          .count()) === 0,
    );

  it('is tidied up', async () => {
    const { shop } = stage();
    await shop.post('/v1/ops/subscriptions/catalog.known-words/resume', because);
    await shop.post('/v1/ops/drills/poison-event/end', because);
    await shop.database.query('delete from platform.parked where sequence = $1', [`order-${shipped}`]);
    for (const { object } of (await shop.get('/v1/ops/attention')).body.items)
      await shop.post(`/v1/ops/sagas/${String(object)}/retry`, because);
  });
}

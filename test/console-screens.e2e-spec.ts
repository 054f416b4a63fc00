import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium } from './browser.js';
import { serious } from './console-page.js';
import { useConsole, useShop, type Stage } from './console-stage.js';
import { empties, refusals, states } from './console-states.js';
import { walks } from './console-walks.js';
import { watching } from './console-watching.js';

const shop = useShop();

(hasChromium() ? describe : describe.skip)('the console, for whoever looks', () => {
  const stage = useConsole(shop);
  let page: Stage['page'];
  let go: Stage['go'];
  beforeAll(() => {
    ({ page, go } = stage());
  });

  empties(stage);
  walks(stage);
  watching(stage);

  it('finds what an id names from anywhere by Ctrl K, and shows what there is where that is several things', async () => {
    const id = await shop().place();
    await shop().rest(id, 'shipped');
    const { paymentId } = (await shop().get(`/v1/orders/${id}`)).body;
    await go('/system');
    for (const q of [String(paymentId), id]) {
      await page.getByRole('searchbox').waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(q);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/orders/${id}$`));
      await page.locator('main:focus').waitFor();
    }
    await page.keyboard.press('/');
    await page.keyboard.type('MUG');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'stock MUG' }).click();
    await page.waitForURL(/events\?stream=stock-MUG/);
    await page.goBack();
    await page.getByRole('link', { name: 'product MUG' }).waitFor();
    await go('/find?q=nobody');
    await page.getByText('Nothing has this id').waitFor();
  });

  it('opens an event by its address, with what it followed from; Back closes it', async () => {
    await go('/events?type=OrderShipped');
    await page.getByRole('link', { name: 'OrderShipped' }).first().click();
    await page.getByRole('heading', { name: 'OrderShipped' }).and(page.locator(':focus')).waitFor();
    expect(page.url()).toMatch(/type=OrderShipped&event=[0-9a-f-]{36}/);
    await page.getByText('Followed from').waitFor();
    expect(await serious(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'OrderShipped' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'OrderShipped' }).waitFor({ state: 'detached' });
  });

  it('shows the topics by the component of AsyncAPI itself, under the policy of every page', async () => {
    const before = stage().complaints.length;
    const policy = (await fetch(`${shop().url}/asyncapi/explore`)).headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).not.toMatch(/unsafe-eval|script-src/);
    await page.goto(`${stage().cable.url}/asyncapi/explore`);
    await page.locator('#introduction').waitFor();
    const shown = (await page.locator('#asyncapi').textContent())!;
    const { components } = (await (await fetch(`${shop().url}/asyncapi.json`)).json()) as {
      components: { messages: Record<string, { summary: string }> };
    };
    const messages = Object.entries(components.messages);
    expect(messages.length).toBeGreaterThan(30);
    expect(messages.filter(([name]) => !shown.includes(name))).toEqual([]);
    expect(shown).toContain('waybill.commands.v1.dlq');
    await page.route('**/asyncapi.json', (route) => route.fulfill({ status: 200, body: 'on its way' }));
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'cannot be shown' }).waitFor();
    await page.unroute('**/asyncapi.json');
    expect(stage().complaints.slice(before)).toEqual([]);
  });

  states(stage);

  it('shows a customer what the API refuses', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key or token').fill(shop().tokens.customer);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Not for your role').first().waitFor();
  });

  refusals(stage);

  it('without an error on the console but for what was refused, or a request to anybody else', () => {
    // Some of these tests refuse something.
    const refused = /status of (403|409|412) /;
    expect(stage().complaints.filter((complaint) => !refused.test(complaint))).toEqual([]);
  });
});

import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildConsole } from '../scripts/console.mjs';
import { hasChromium, openBrowser, type Browser } from './browser.js';
import { cableTo, type Cable } from './cable.js';
import { serious } from './console-page.js';
import { repairs } from './console-repairs.js';
import { restarts } from './console-restarts.js';
import { empties, refusals, states } from './console-states.js';
import { walks } from './console-walks.js';
import { watching } from './console-watching.js';
import { raw } from './http/wire.js';
import { openShop, type Shop } from './shop.js';
import { stuckOrders } from './stuck-orders.js';

let shop: Shop;
let browser: Browser;

beforeAll(async () => {
  await buildConsole(path.resolve('dist', 'web'));
  shop = await openShop({ config: { SAGA_ATTEMPTS: 2, WEBHOOK_ALLOW_PRIVATE: true } });
  await shop.stocked('MUG', 100);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

const stuckOrder = async (): Promise<string> => (await stuckOrders(shop, 1))[0]!;

const asked = (address: string, init: RequestInit = {}) =>
  fetch(`${shop.url}${address}`, { redirect: 'manual', ...init });

describe('/console for whoever asks for it', () => {
  const cookieOf = (reply: Response) => reply.headers.get('set-cookie') ?? '';
  const signIn = (body: object, headers: Record<string, string> = {}) =>
    asked('/console/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: JSON.stringify(body),
    });

  it('answers every address with the page, under a policy that lets nothing in', async () => {
    for (const address of ['/console', '/console/', '/console/orders/1?at=3']) {
      const reply = await asked(address);
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(reply.headers.get('content-security-policy')).toBe(
        "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(await reply.text()).toContain('<div id="console">');
    }
  });

  it('keeps what it loads for ever, packed, and knows no other file', async () => {
    const [, script] = /src="([^"]+)" integrity="sha384-/.exec(await (await asked('/console')).text())!;
    const reply = await asked(script!, { headers: { 'accept-encoding': 'br' } });
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(reply.headers.get('content-encoding')).toBe('br');
    for (const name of [
      'main-00000000.js',
      'index.html',
      'asyncapi.html',
      '..%2f..%2fpackage.json',
      'main.js.br',
    ]) {
      expect((await asked(`/console/assets/${name}`)).status).toBe(404);
    }
  });

  it('loads at most 180 KB for the first screen, however many screens there are', async () => {
    const shell = await (await asked('/console')).text();
    const seen = new Set<string>();
    const load = async (name: string): Promise<number> => {
      if (seen.has(name)) return 0;
      seen.add(name);
      const text = await (await asked(`/console/assets/${name}`)).text();
      // What is imported when a screen is opened stands in import(...).
      const needed = [...text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(([, file]) => file!);
      const sizes = await Promise.all(needed.map(load));
      return gzipSync(text, { level: 9 }).length + sizes.reduce((sum, size) => sum + size, 0);
    };
    const entries = [...shell.matchAll(/assets\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name!);
    expect(entries).toHaveLength(2);
    const sizes = await Promise.all(entries.map(load));
    expect(seen.size).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(180 * 1_024);
  });

  it('signs in by what the API accepts, into a cookie that no script and no other site can use', async () => {
    const reply = await signIn({ token: shop.tokens.operator });
    expect(await reply.json()).toMatchObject({ signedIn: true, role: 'operator', id: 'demo-operator' });
    expect(cookieOf(reply)).toMatch(/^waybill=\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const cookie = cookieOf(reply).split(';')[0]!;
    const ask = async (headers: Record<string, string>) =>
      (await asked('/v1/ops/attention', { headers: { cookie, ...headers } })).status;
    expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    for (const site of ['same-site', 'cross-site', 'none'])
      expect(await ask({ 'sec-fetch-site': site })).toBe(401);
    expect(await ask({})).toBe(401);
  });

  it('forgets who leaves, and refuses strangers, other sites and wrong tokens', async () => {
    const away = { method: 'DELETE', headers: { 'sec-fetch-site': 'same-origin' } };
    expect(cookieOf(await asked('/console/session', away))).toMatch(/^waybill=; .*Max-Age=0/);
    expect((await signIn({ token: 'guessed' })).status).toBe(401);
    expect((await signIn({ token: 'x'.repeat(4_000) })).status).toBe(400);
    const elsewhere =
      'POST /console/session HTTP/1.1\r\nHost: evil.example\r\nSec-Fetch-Site: same-origin\r\n' +
      'Content-Type: application/json\r\nContent-Length: 19\r\n\r\n{"demo":"operator"}';
    expect((await raw(shop.url, elsewhere)).status).toBe(404);
    expect((await signIn({ demo: 'operator' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

(hasChromium() ? describe : describe.skip)('the console, for an operator with a browser', () => {
  let page: Browser['page'];
  let cable: Cable;
  beforeAll(async () => {
    cable = await cableTo(shop.url);
    browser = await openBrowser(cable.url);
    page = browser.page;
    page.setDefaultTimeout(20_000);
  });
  afterAll(() => cable.close());
  const go = (address: string) => page.goto(`${cable.url}/console${address}`);
  const dialog = () => page.getByRole('dialog');
  /** For the README: PICTURES names a folder, and none are made without it. */
  const picture = async (name: string) => {
    const folder = process.env['PICTURES'];
    if (folder) await page.screenshot({ path: path.join(folder, `console-${name}.png`) });
  };
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text });
  const recorded = (orderId: string) =>
    shop.database.query<{ action: string; actor: string; reason: string; outcome: string }>(
      `select action, actor, reason, outcome from platform.operator_actions where object = $1 order by 1, 4`,
      [orderId],
    );

  it('shows the topics by the component of AsyncAPI itself, under the policy of every page', async () => {
    const policy = (await asked('/asyncapi/explore')).headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).not.toMatch(/unsafe-eval|script-src/);
    await page.goto(`${cable.url}/asyncapi/explore`);
    await page.locator('#introduction').waitFor();
    const shown = (await page.locator('#asyncapi').textContent())!;
    const { components } = (await (await asked('/asyncapi.json')).json()) as {
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
    expect(browser.complaints).toEqual([]);
  });

  it('shows a way in and nothing else, and then that nothing waits', async () => {
    await go('/');
    await page.getByRole('button', { name: 'demo operator' }).click();
    await page.getByText('Nothing waits for you.').waitFor();
    expect(await serious(page)).toEqual([]);
  });

  empties(() => ({ page, cable, complaints: browser.complaints, go }));

  it('brings a stuck order from the inbox to its customer: see, preview, do', async () => {
    const id = await stuckOrder();
    await page.getByRole('button', { name: `Retry now: ${id}` }).click();
    await dialog().getByText('OperatorStepped: verb retry').waitFor();
    await dialog().getByText('DispatchShipment (step ship').waitFor();
    expect((await shop.get(`/v1/orders/${id}`)).body['status']).toBe('paid');
    await dialog().getByLabel('Reason').fill('there is paper again');
    await dialog().getByRole('button', { name: 'Retry now' }).click();
    await toast('Recorded for demo-operator: “there is paper again”').waitFor();
    await page.getByText('Nothing waits for you.').waitFor();
    await page.getByRole('link', { name: 'See the order' }).click();
    await page.locator('.facts').getByText('shipped').waitFor();
    const rows = await shop.database.query<{ n: number }>(
      `select count(*)::int as n from platform.events where stream_id = $1 and type = 'OrderShipped'`,
      [`order-${id}`],
    );
    expect(rows).toEqual([{ n: 1 }]);
    const by = { action: 'saga.retry', actor: 'operator:demo-operator', reason: 'there is paper again' };
    expect(await recorded(id)).toEqual([
      { ...by, outcome: 'done' },
      { ...by, outcome: 'started' },
    ]);
  });

  it('shows an order as it stood after each event, and what each one changed', async () => {
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'OrderCreated' }).waitFor();
    await page.locator('.stood > .changes tr', { hasText: 'status' }).getByText('draft').waitFor();
    await page.keyboard.press(']');
    await page.locator('.stood > .changes tr', { hasText: 'order.status' }).getByText('confirmed').waitFor();
    await page.waitForURL(/at=2/);
    await page.reload();
    await page.getByText(/^Event 2 of/).waitFor();
    await picture('order');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^event 2 of \d+, OrderConfirmed, 20/);
    expect(await serious(page)).toEqual([]);
  });

  it('says why an order is stuck, and takes it back by keyboard alone', async () => {
    const id = await stuckOrder();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    const why = /Fulfilment is stuck at ship: .*out of paper/;
    await page.getByRole('heading', { name: why }).waitFor();
    expect(await serious(page)).toEqual([]);
    await picture('inbox');
    await press('j', 'Retry now');
    await press('Tab', 'Compensate');
    await page.keyboard.press('Enter');
    await dialog().getByText('This cannot be taken back.').waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.type('the customer has gone');
    await dialog().getByRole('button', { name: 'Compensate' }).and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('Enter');
    await toast('the customer has gone').waitFor();
    await shop.rest(id, 'cancelled');
    expect(await recorded(id)).toMatchObject([{ action: 'saga.compensate', outcome: 'done' }, {}]);
  });

  it('goes back to where the focus was when nothing is done after all', async () => {
    const id = await stuckOrder();
    await go(`/orders/${id}`);
    await page
      .getByText('It waits for a person: the carrier to take the parcel failed after 2 tries')
      .waitFor();
    await page.getByRole('button', { name: 'Retry now' }).focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Retry now' }).waitFor();
    expect(await recorded(id)).toEqual([]);
  });

  it('tells who comes second what happened meanwhile, and does nothing', async () => {
    const [item] = (await shop.get('/v1/ops/attention')).body.items;
    const id = String(item!['object']);
    await page.getByRole('button', { name: 'Compensate' }).click();
    await dialog().getByText('Afterwards').waitFor();
    await shop.post(`/v1/ops/sagas/${id}/retry`, { reason: 'I was quicker' });
    await shop.rest(id, 'shipped');
    await dialog().getByLabel('Reason').fill('too late');
    await dialog().getByRole('button', { name: 'Compensate' }).click();
    await dialog().getByText('meanwhile').waitFor();
    await dialog().getByText('Would be refused').waitFor();
    await page.keyboard.press('Escape');
    expect((await shop.get(`/v1/orders/${id}`)).body['status']).toBe('shipped');
  });

  it('tells one verb to all of a cause, at a pace, and follows it on the server', async () => {
    await go('/');
    const ids = await stuckOrders(shop, 3);
    await page.getByRole('button', { name: 'Retry now, all 3' }).click();
    await dialog().getByText('saga.retry is told to 3 things').waitFor();
    expect(await serious(page)).toEqual([]);
    await dialog().getByLabel('How fast').selectOption('all');
    await dialog().getByText('3 things, one after the other').waitFor();
    await dialog().getByLabel('Reason').fill('paper for all');
    await dialog().getByRole('button', { name: 'Retry now' }).click();
    await page.getByRole('link', { name: 'Follow it' }).click();
    await page.getByText('3 of 3').first().waitFor();
    expect(await serious(page)).toEqual([]);
    for (const id of ids) await shop.rest(id, 'shipped');
    const rows = await shop.database.query<{ n: number }>(
      `select count(*)::int as n from platform.operator_actions where reason = 'paper for all' and action = 'saga.retry'`,
    );
    expect(rows).toEqual([{ n: 6 }]);
    await page.goBack();
    await page.getByText('Nothing waits for you.').waitFor();
  });

  it('tells a verb to all that match what is looked for, and the number of them is typed', async () => {
    const ids = await stuckOrders(shop, 2);
    await go('/sagas?step=ship&error=out+of+paper');
    await page.getByText('It waits for a person: ship failed').first().waitFor();
    await picture('sagas');
    await page.getByRole('button', { name: 'Compensate: all that are stuck like this' }).click();
    await dialog().getByText('saga.compensate is told to 2 things').waitFor();
    await picture('dialog');
    await dialog().getByLabel('Reason').fill('no paper to be had');
    const button = dialog().getByRole('button', { name: 'Compensate' });
    expect(await button.isDisabled()).toBe(true);
    await dialog().getByLabel('Type 2 to confirm').fill('2');
    await button.click();
    await page.getByRole('link', { name: 'Follow it' }).click();
    await page.getByText('2 of 2').first().waitFor();
    for (const id of ids) await shop.rest(id, 'cancelled');
  });

  watching(() => ({ shop, page, cable, complaints: browser.complaints, go }));
  restarts(() => ({ shop, page, cable, complaints: browser.complaints, go }));
  repairs(() => ({ shop, page, go }));

  it('finds what an id names from anywhere by Ctrl K, and shows what there is where that is several things', async () => {
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    const { paymentId } = (await shop.get(`/v1/orders/${id}`)).body;
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

  walks(() => ({ shop, page, cable, complaints: browser.complaints, go, picture }));

  states(() => ({ page, cable, complaints: browser.complaints, go }));

  it('shows a customer what the API refuses', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key or token').fill(shop.tokens.customer);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Not for your role').first().waitFor();
  });

  refusals(() => ({ page, cable, complaints: browser.complaints, go }));

  it('without an error on the console but for what was refused, or a request to anybody else', () => {
    // Some of these tests refuse something.
    const refused = /status of (403|409|412) /;
    expect(browser.complaints.filter((complaint) => !refused.test(complaint))).toEqual([]);
  });

  /** Presses until the focus is there. */
  async function press(key: string, name: string): Promise<void> {
    for (let times = 0; times < 20; times++) {
      await page.keyboard.press(key);
      if (await page.locator('button:focus', { hasText: name }).count()) return;
    }
    throw new Error(`${key} does not lead to ${name}`);
  }
});

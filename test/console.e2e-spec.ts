import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildConsole } from '../scripts/console.mjs';
import { newId } from '../src/platform/core/ids.js';
import { hasChromium, openBrowser, type Browser } from './browser.js';
import { raw } from './http/wire.js';
import { openShop, type Shop } from './shop.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let shop: Shop;
let browser: Browser;

beforeAll(async () => {
  await buildConsole(path.resolve('dist', 'web'));
  shop = await openShop({ config: { SAGA_ATTEMPTS: 2 } });
  await shop.stocked('MUG', 100);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

/** What the tests look for in the OpenAPI document. */
interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: DescribedVerb }>>;
}
interface DescribedVerb {
  readonly parameters: readonly { readonly name: string }[];
  readonly 'x-previewed'?: boolean;
  readonly 'x-writes'?: boolean;
}

/** Something of ours that fails, until it is mended: then the order waits for somebody to say so. */
const breakage = `
  create function break_shipping() returns trigger language plpgsql as
    $$ begin raise exception 'the label printer is out of paper'; end $$;
  create trigger break_shipping before insert on platform.events for each row
    when (new.type in ('ShipmentRequested', 'ShipmentDispatched')) execute function break_shipping()`;
const repair = 'drop function if exists break_shipping() cascade';

const stuckOrder = async (): Promise<string> => {
  await shop.database.query(breakage);
  const id = await shop.place();
  await shop.until(`/v1/orders/${id}/fulfilment`, ({ state }) => state === 'needs-attention');
  await shop.database.query(repair);
  return id;
};

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
    for (const name of ['main-00000000.js', 'index.html', '..%2f..%2fpackage.json', 'main.js.br']) {
      expect((await asked(`/console/assets/${name}`)).status).toBe(404);
    }
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

describe('Every verb of operators', () => {
  const because = { reason: 'a spec asks' };

  it('can be looked at first, and takes the token of that look', async () => {
    const document = (await shop.get('/openapi.json')).body as unknown as Described;
    const verbs = Object.entries(document.paths)
      .filter(([path, { post }]) => path.startsWith('/v1/ops/') && post)
      .map(([path, { post }]) => [path, post!] as const);
    expect(verbs.length).toBeGreaterThan(15);
    for (const [path, verb] of verbs) {
      expect([path, verb.parameters.some(({ name }) => name === 'dryRun')]).toEqual([path, true]);
      expect([path, verb['x-previewed'] ?? verb['x-writes']]).toEqual([path, true]);
    }
  });

  it.each([
    ['subscriptions/orders.order-list/resume', 200],
    ['subscriptions/orders.order-list/rewind', 409],
    ['subscriptions/orders.order-list/rebuild', 200],
    ['snapshots/rebuild', 200],
    [`snapshots/rebuilds/${newId()}/stop`, 404],
    ['retention/run', 200],
    ['outages/nobody/retry', 404],
    [`parked/${newId()}/retry`, 404],
    [`parked/${newId()}/discard`, 404],
    [`approvals/${newId()}/approve`, 404],
    [`approvals/${newId()}/reject`, 404],
  ])(
    'only looks when %s is asked for as a dry run, and is refused as the verb would be',
    async (path, status) => {
      const state = () =>
        shop.database.query(
          `select (select count(*) from platform.rebuilds) as a, (select count(*) from platform.snapshot_rebuilds) as b,
           (select count(*) from audit.log) as c`,
        );
      const before = await state();
      const reply = await shop.post(`/v1/ops/${path}?dryRun=true`, because);
      expect(reply.status).toBe(status);
      if (status === 200) expect(typeof reply.body['previewToken']).toBe('string');
      expect(await state()).toEqual(before);
      expect((await shop.post(`/v1/ops/${path}?dryrun=true`, because)).status).toBe(400);
    },
  );
});

(hasChromium() ? describe : describe.skip)('the console, for an operator with a browser', () => {
  let page: Browser['page'];
  beforeAll(async () => {
    browser = await openBrowser(shop.url);
    page = browser.page;
    page.setDefaultTimeout(20_000);
  });
  const go = (address: string) => page.goto(`${shop.url}/console${address}`);
  const dialog = () => page.getByRole('dialog');
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text });
  const recorded = (orderId: string) =>
    shop.database.query<{ action: string; actor: string; reason: string; outcome: string }>(
      `select action, actor, reason, outcome from platform.operator_actions where object = $1 order by 1, 4`,
      [orderId],
    );

  it('shows a way in and nothing else, and then that nothing waits', async () => {
    await go('/');
    await page.getByRole('button', { name: 'demo operator' }).click();
    await page.getByText('Nothing waits for you.').waitFor();
    expect(await serious(page)).toEqual([]);
  });

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
    await page.locator('.changes tr', { hasText: 'status' }).getByText('draft').waitFor();
    await page.keyboard.press(']');
    await page.locator('.changes tr', { hasText: 'order.status' }).getByText('confirmed').waitFor();
    await page.waitForURL(/at=2/);
    await page.reload();
    await page.getByText(/^Event 2 of/).waitFor();
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

  it.each([
    'orders?status=shipped',
    'sagas',
    'subscriptions',
    'dead-letters',
    'parked',
    'events?type=OrderShipped',
  ])('/%s can be used by everybody, light and dark, wide and narrow', async (address) => {
    await go(`/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main table, main .empty').first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('shows a customer what the API refuses', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key or token').fill(shop.tokens.customer);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('Not for your role').first().waitFor();
  });

  it('without an error on the console but for what was refused, or a request to anybody else', () => {
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

/** What axe finds that keeps somebody out. */
async function serious(page: Browser['page']): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ impact: string; id: string; nodes: { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium } from './browser.js';
import { byKeyboard } from './console-by-keyboard.js';
import { failures } from './console-failures.js';
import { journeys } from './console-journeys.js';
import { serious } from './console-page.js';
import { restarts } from './console-restarts.js';
import { useConsole, useShop, type Stage } from './console-stage.js';
import { raw } from './http/wire.js';
import { stuckOrders } from './stuck-orders.js';

const shop = useShop();

const asked = (address: string, init: RequestInit = {}) =>
  fetch(`${shop().url}${address}`, { redirect: 'manual', ...init });

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
    const reply = await signIn({ token: shop().tokens.operator });
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
    expect((await raw(shop().url, elsewhere)).status).toBe(404);
    expect((await signIn({ demo: 'operator' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

(hasChromium() ? describe : describe.skip)('the console, for an operator who does things', () => {
  const stage = useConsole(shop);
  let page: Stage['page'];
  let go: Stage['go'];
  beforeAll(() => {
    ({ page, go } = stage());
  });
  const dialog = () => page.getByRole('dialog');
  const recorded = (orderId: string) =>
    shop().database.query<{ action: string; actor: string; reason: string; outcome: string }>(
      `select action, actor, reason, outcome from platform.operator_actions where object = $1 order by 1, 4`,
      [orderId],
    );

  journeys(stage);
  byKeyboard(stage);

  it('goes back to where the focus was when nothing is done after all', async () => {
    const id = (await stuckOrders(shop(), 1))[0]!;
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
    const [item] = (await shop().get('/v1/ops/attention')).body.items;
    const id = String(item!['object']);
    await page.getByRole('button', { name: 'Compensate' }).click();
    await dialog().getByText('Afterwards').waitFor();
    await shop().post(`/v1/ops/sagas/${id}/retry`, { reason: 'I was quicker' });
    await shop().rest(id, 'shipped');
    await dialog().getByLabel('Reason').fill('too late');
    await dialog().getByRole('button', { name: 'Compensate' }).click();
    await dialog().getByText('meanwhile').waitFor();
    await dialog().getByText('Would be refused').waitFor();
    await page.keyboard.press('Escape');
    expect((await shop().get(`/v1/orders/${id}`)).body['status']).toBe('shipped');
  });

  it('tells one verb to all of a cause, at a pace, and follows it on the server', async () => {
    await go('/');
    const ids = await stuckOrders(shop(), 3);
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
    for (const id of ids) await shop().rest(id, 'shipped');
    const rows = await shop().database.query<{ n: number }>(
      `select count(*)::int as n from platform.operator_actions where reason = 'paper for all' and action = 'saga.retry'`,
    );
    expect(rows).toEqual([{ n: 6 }]);
    await page.goBack();
    await page.getByText('Nothing waits for you.').waitFor();
  });

  it('tells a verb to all that match what is looked for, and the number of them is typed', async () => {
    const ids = await stuckOrders(shop(), 2);
    await go('/sagas?step=ship&error=out+of+paper');
    await page.getByText('It waits for a person: ship failed').first().waitFor();
    await page.getByRole('button', { name: 'Compensate: all that are stuck like this' }).click();
    await dialog().getByText('saga.compensate is told to 2 things').waitFor();
    await dialog().getByLabel('Reason').fill('no paper to be had');
    const button = dialog().getByRole('button', { name: 'Compensate' });
    expect(await button.isDisabled()).toBe(true);
    await dialog().getByLabel('Type 2 to confirm').fill('2');
    await button.click();
    await page.getByRole('link', { name: 'Follow it' }).click();
    await page.getByText('2 of 2').first().waitFor();
    for (const id of ids) await shop().rest(id, 'cancelled');
  });

  it('looks for what an address names by digits, as it is typed and as the console once wrote it', async () => {
    for (const typed of ['22423', '00042', '%2222423%22']) {
      const sku = typed.replaceAll('%22', '');
      const asked = page.waitForRequest((request) =>
        request.url().includes(`/v1/orders?limit=100&sku=${sku}`),
      );
      await go(`/orders?sku=${typed}`);
      await asked;
      expect(await page.getByLabel('SKU', { exact: true }).inputValue()).toBe(sku);
    }
    await go('/find?q=10001');
    await page.getByText('Nothing has this id').waitFor();
  });

  failures(stage);
  restarts(stage);

  it('without an error on the console but for what was refused, or a request to anybody else', () => {
    // Some of these tests refuse something.
    const refused = /status of (403|409|412) /;
    expect(stage().complaints.filter((complaint) => !refused.test(complaint))).toEqual([]);
  });
});

/** Demo tokens, and a demo catalogue for an empty database, loaded through the public API like anybody's. */
import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unusable } from '../postgres-binaries.mjs';

/** Always the same two, so that orders of an earlier start stay theirs. */
export const customerId = '019a9f00-0000-7000-8000-00000000000a';
export const otherCustomerId = '019a9f00-0000-7000-8000-00000000000b';

/** The signing secret of this data folder; made once. */
export function ownSecret(dataDir) {
  const file = path.join(dataDir, 'jwt-secret');
  const made = `${file}.${process.pid}`;
  fs.writeFileSync(made, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    // Whole or not at all, and never over one that is there.
    if (fs.statSync(file, { throwIfNoEntry: false })?.size === 0) fs.rmSync(file);
    fs.linkSync(made, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(made);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/**
 * @param {{ AUTH_ISSUER: string, AUTH_AUDIENCE: string }} config
 * @returns {(role: string, subject: string) => string} makes a demo token, good for twelve hours
 */
export function demoSigner(secret, config) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: config.AUTH_ISSUER, aud: config.AUTH_AUDIENCE, iat, exp: iat + 12 * 3600 };
  return (role, sub) => {
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub, role, demo: true, ...claims })}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
}

/** @param {ReturnType<typeof demoSigner>} sign */
export const demoTokens = (sign) => ({
  operator: sign('operator', 'demo-operator'),
  service: sign('service', 'demo-service'),
  customer: sign('customer', customerId),
  otherCustomer: sign('customer', otherCustomerId),
});

const catalogue = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '..', 'demo-catalogue.json'), 'utf8'),
);

/**
 * Fills an empty database. One that was interrupted is completed: every request carries a fixed Idempotency-Key. Each
 * comes from a caller of its own: a limit for one caller (RATE_LIMIT_PER_MINUTE) is no reason not to start.
 *
 * @param {object} wishes
 * @param {string} wishes.url
 * @param {ReturnType<typeof demoSigner>} wishes.sign
 * @param {boolean} wishes.withOrders
 * @param {AbortSignal} [wishes.signal] ends it in the middle
 * @returns {Promise<string>} what was done, in a few words
 */
export async function seed({ url, sign, withOrders, signal }) {
  const api = (method, where, body, key) =>
    request(`${url}${where}`, sign('service', key ?? 'demo-service'), { method, body, key, signal });
  const stocked = catalogue.filter((product) => product.stock > 0);
  const [first, last] = [catalogue[0], stocked.at(-1)];
  const firstKnown = (await api('GET', `/v1/products/${first.sku}`)).status === 200;
  if (firstKnown && (await api('GET', `/v1/stock/${last.sku}`)).status === 200) return 'data kept';
  if (!firstKnown && (await (await api('GET', '/v1/products?limit=1')).json()).items.length > 0)
    return 'data kept';

  const load = async ({ stock, ...product }) => {
    await api('POST', '/v1/products', product, `demo-product-${product.sku}`).then(accepted(409));
    if (stock === 0) return undefined;
    const receipt = { quantity: stock, reference: 'demo' };
    return api('POST', `/v1/stock/${product.sku}/receipts`, receipt, `demo-stock-${product.sku}`).then(
      accepted(),
    );
  };
  // The first and the last tell the next start whether this one finished.
  await load(first);
  const rest = catalogue.filter((product) => product !== first && product !== last);
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next; (next = rest.pop());) await load(next);
    }),
  );
  if (withOrders) await seedOrders(url, sign, signal);
  const position = await load(last);
  // Whoever looks at once shall see them all.
  await request(`${url}/v1/products?limit=1`, sign('service', 'demo-service'), {
    method: 'GET',
    after: position,
    signal,
  });
  const orders = withOrders ? `, ${demoOrders.length} orders, one of them stuck on purpose` : '';
  return `${catalogue.length} products with stock${orders}`;
}

/** What a newcomer shall find: four that end in different ways, and one for an address where the carrier is down. */
const demoOrders = [
  { name: 'Ada Lovelace', sku: 'MUG-BLUE', quantity: 2, token: 'tok_ok' },
  { name: 'Grace Hopper', sku: 'MUG-BLUE', quantity: 1, token: 'tok_timeout_charged' },
  { name: 'Edsger Dijkstra', sku: 'MUG-BLUE', quantity: 1, token: 'tok_declined' },
  { name: 'Barbara Liskov', sku: 'MUG-BLUE', quantity: 1, token: 'tok_ok', country: 'XX' },
  { name: 'Katherine Johnson', sku: 'MUG-BLUE', quantity: 1, token: 'tok_ok', postalCode: 'DOWN' },
];

async function seedOrders(url, sign, signal) {
  for (const [
    n,
    { name, sku, quantity, token, country = 'IE', postalCode = 'D02' },
  ] of demoOrders.entries()) {
    const body = {
      customerId,
      currency: 'EUR',
      items: [{ sku, quantity }],
      shippingAddress: { name, line1: '1 Quay Street', city: 'Dublin', postalCode, country },
      paymentMethod: { type: 'card', token },
      confirm: true,
    };
    const key = `demo-order-${n + 1}`;
    await request(`${url}/v1/orders`, sign('service', key), { method: 'POST', body, key, signal }).then(
      accepted(),
    );
  }
}

const accepted =
  (...alsoFine) =>
  async (reply) => {
    const text = await reply.text();
    if (!reply.ok && !alsoFine.includes(reply.status)) {
      throw new Unusable(`The demo data could not be loaded: ${reply.status} ${text.slice(0, 300)}`);
    }
    return reply.headers.get('event-position');
  };

/** Waits as it is told to, twice the minute that a limit lasts at most. */
async function request(where, token, { method, body, key, after, signal }) {
  const headers = { authorization: `Bearer ${token}` };
  if (key) headers['idempotency-key'] = key;
  if (after) Object.assign(headers, { 'min-event-position': after, prefer: 'wait=5' });
  if (body) headers['content-type'] = 'application/json';
  for (const deadline = Date.now() + 120_000; ;) {
    const reply = await fetch(where, { method, headers, body: body && JSON.stringify(body), signal });
    const wait = reply.headers.get('retry-after');
    if (!wait || Date.now() > deadline) return reply;
    await reply.arrayBuffer();
    await sleep((Number(wait) || 1) * 1000, undefined, { signal });
  }
}

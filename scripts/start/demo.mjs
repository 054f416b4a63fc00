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
  try {
    fs.writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** @param {{ AUTH_ISSUER: string, AUTH_AUDIENCE: string }} config */
export function demoTokens(secret, config) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: config.AUTH_ISSUER, aud: config.AUTH_AUDIENCE, iat, exp: iat + 12 * 3600 };
  const token = (role, sub) => {
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub, role, demo: true, ...claims })}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  return {
    operator: token('operator', 'demo-operator'),
    service: token('service', 'demo-service'),
    customer: token('customer', customerId),
    otherCustomer: token('customer', otherCustomerId),
  };
}

const catalogue = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '..', 'demo-catalogue.json'), 'utf8'),
);

/**
 * Fills an empty database. One that was interrupted is completed: every request carries a fixed Idempotency-Key.
 *
 * @returns {Promise<string>} what was done, in a few words
 */
export async function seed(url, token) {
  const api = (method, where, body, key) => request(`${url}${where}`, token, { method, body, key });
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
  const position = await load(last);
  // Whoever looks at once shall see them all.
  await request(`${url}/v1/products?limit=1`, token, { method: 'GET', after: position });
  return `${catalogue.length} products with stock`;
}

const accepted =
  (...alsoFine) =>
  async (reply) => {
    const text = await reply.text();
    if (!reply.ok && !alsoFine.includes(reply.status)) {
      throw new Unusable(`The demo catalogue could not be loaded: ${reply.status} ${text.slice(0, 300)}`);
    }
    return reply.headers.get('event-position');
  };

async function request(where, token, { method, body, key, after }) {
  const headers = { authorization: `Bearer ${token}` };
  if (key) headers['idempotency-key'] = key;
  if (after) Object.assign(headers, { 'min-event-position': after, prefer: 'wait=5' });
  if (body) headers['content-type'] = 'application/json';
  for (let attempt = 1; ; attempt++) {
    const reply = await fetch(where, { method, headers, body: body && JSON.stringify(body) });
    const wait = reply.headers.get('retry-after');
    if (!wait || attempt === 10) return reply;
    await reply.arrayBuffer();
    await sleep(Math.min(Number(wait) || 1, 3) * 1000);
  }
}

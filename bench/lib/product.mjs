/** Waybill as it is delivered: `node dist/main.js` on a database, spoken to over HTTP. */
import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { freePort } from '../../scripts/postgres.mjs';
import { root } from '../../scripts/start/build.mjs';
import { cpuMs } from './cpu.mjs';

const SECRET = randomBytes(36).toString('base64');
const customerId = '019a9f00-0000-7000-8000-00000000000a';
export const SKUS = 500;
export const skuOf = (n) => `BENCH-${n % SKUS}`;

/** @param {Record<string, string>} env settings that differ from the defaults */
export async function startProduct(databaseUrl, env = {}) {
  const port = await freePort(0);
  const log = path.join(os.tmpdir(), `waybill-bench-${process.pid}-${port}.log`);
  const output = fs.openSync(log, 'w');
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings, DATABASE_URL: databaseUrl, PORT: String(port), ...env },
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  await ready(origin, child, log);
  const pool = new Pool(origin, { connections: 256, pipelining: 1 });
  return {
    origin,
    token: token('operator'),
    cpuMs: () => cpuMs(child.pid),
    call: (method, where, body) => call(pool, method, where, body),
    async stop() {
      if (!pool.destroyed) await pool.destroy();
      child.kill('SIGTERM');
      await exited;
      fs.rmSync(log, { force: true });
    },
  };
}

const settings = {
  NODE_ENV: 'test',
  AUTH_JWT_SECRET: SECRET,
  RATE_LIMIT_PER_MINUTE: '0',
  LOG_LEVEL: 'warn',
  SHED_EVENT_LOOP_MS: '5000',
};

async function ready(origin, child, log) {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`Waybill did not start:\n${fs.readFileSync(log, 'utf8')}`);
    const reply = await fetch(`${origin}/health/ready`).catch(() => undefined);
    await reply?.arrayBuffer();
    if (reply?.ok) return;
    await sleep(50);
  }
  throw new Error(`Waybill did not become ready; see ${log}`);
}

function token(role) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 24 * 3600;
  const claims = { sub: 'bench', role, iss: 'waybill', aud: 'waybill', exp };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}

const operator = token('operator');

async function call(pool, method, where, body) {
  const { statusCode, body: reply } = await pool.request({
    method,
    path: where,
    headers: {
      authorization: `Bearer ${operator}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    body: body && JSON.stringify(body),
  });
  const text = await reply.text();
  if (statusCode >= 300) throw new Error(`${method} ${where}: ${statusCode} ${text.slice(0, 300)}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Products and stock that no run exhausts. */
export async function stocked(product) {
  const price = { amountMinor: 1_250, currency: 'EUR' };
  const numbers = Array.from({ length: SKUS }, (_, n) => n);
  const worker = async () => {
    for (let n; (n = numbers.pop()) !== undefined;) {
      const sku = skuOf(n);
      await product.call('POST', '/v1/products', { sku, name: `Thing ${n}`, category: 'bench', price });
      await product.call('POST', `/v1/stock/${sku}/receipts`, { quantity: 9_000_000 });
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

/** An order of so many lines; spread over the articles. */
export const orderOf = (n, lines = 2, confirm = true) => ({
  customerId,
  currency: 'EUR',
  items: Array.from({ length: lines }, (_, i) => ({ sku: skuOf(n * 7 + i * 13), quantity: 1 })),
  shippingAddress: {
    name: 'Ada Byron',
    line1: '1 Analytical St',
    city: 'London',
    postalCode: 'N1 7AA',
    country: 'GB',
  },
  paymentMethod: { type: 'card', token: 'tok_ok' },
  ...(confirm && { confirm: true }),
});

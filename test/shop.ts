import { expect } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type AppOverrides, type SendOptions, type TestApp } from './app.js';
import { eur, order, product } from './builders.js';
import type { Reply } from './client.js';

/** Quick to try again; only the patience with a payment is longer than a busy machine takes for anything. */
const impatient = {
  SAGA_RETRY_BASE_MS: 30,
  SAGA_RETRY_CAP_MS: 150,
  SAGA_ATTEMPTS: 4,
  GATEWAY_TIMEOUT_MS: 300,
  CARRIER_TIMEOUT_MS: 300,
  PAYMENT_PATIENCE_SECONDS: 30,
  PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS: 600,
};

/** The product as an outsider meets it: REST only, with goods on the shelf. */
export interface Shop extends TestApp {
  /** A POST under a key of its own. */
  post(path: string, body?: unknown, options?: SendOptions): Promise<Reply>;
  get(path: string, as?: SendOptions['as'], headers?: Record<string, string>): Promise<Reply>;
  stocked(sku: string, quantity: number, amountMinor?: number): Promise<void>;
  order(over?: object): Record<string, unknown>;
  /** Places an order and tells its id. */
  place(over?: object): Promise<string>;
  until(path: string, good: (body: Reply['body']) => boolean): Promise<Reply>;
  /** Lets the time pass at once that an order has to be paid. */
  runOutOfPatience(orderId: string): Promise<unknown>;
  /** Waits until the order has the status and its fulfilment rests. */
  rest(orderId: string, status: string): Promise<Reply['body']>;
}

export async function openShop(overrides: AppOverrides = {}): Promise<Shop> {
  const app = await startApp({ ...overrides, config: { ...impatient, ...overrides.config } });
  const { send } = app;
  app.send = async (method, path, options) => provedProblem(await send(method, path, options));
  const post: Shop['post'] = (path, body, options) =>
    app.send('POST', path, { as: 'operator', key: newId(), body, ...options });
  const get: Shop['get'] = (path, as = 'operator', headers = {}) => app.send('GET', path, { as, headers });
  const bodyOf = (over: object = {}) => order(app.customerId, over);
  const until: Shop['until'] = (path, good) =>
    eventually(
      () => get(path),
      ({ status, body }) => status === 200 && good(body),
    );
  return Object.assign(app, {
    post,
    get,
    order: bodyOf,
    until,
    stocked: async (sku: string, quantity: number, amountMinor = 1250) => {
      await post('/v1/products', product(sku, { price: eur(amountMinor) }));
      await post(`/v1/stock/${sku}/receipts`, { quantity });
    },
    place: async (over: object = {}) => {
      const reply = await post('/v1/orders', bodyOf(over), { as: 'customer' });
      if (reply.status >= 300) throw new Error(reply.text);
      return String(reply.body['id']);
    },
    runOutOfPatience: (orderId: string) =>
      eventually(
        () => app.database.query(RUN_OUT, [orderId]),
        (timers) => timers.length === 1,
      ),
    rest: async (orderId: string, status: string) => {
      const { body } = await until(`/v1/orders/${orderId}`, (now) => now['status'] === status);
      const end = status === 'cancelled' ? 'compensated' : 'completed';
      await until(`/v1/orders/${orderId}/fulfilment`, ({ state }) => state === end);
      return body;
    },
  });
}

const RUN_OUT = `
  update platform.saga_tasks set due_at = clock_timestamp() where saga_id = $1 and kind = 'timeout' returning id`;

const inside =
  /node_modules|\.ts:|\.js:|\bat (async |new )?[\w.<>]+ \(|select |insert |platform\.|password|postgres|fastify|nestjs|127\.0\.0\.1/i;

/** Whatever is refused, anywhere: a problem document with all its members, and nothing about the inside. */
function provedProblem(reply: Reply): Reply {
  if (reply.status < 400) return reply;
  const { status, headers, text, body } = reply;
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({
    ...{ status, type: `/problems/${String(body['code'])}`, title: expect.any(String) },
    ...{ detail: expect.any(String), instance: expect.stringMatching(/^\//), code: expect.any(String) },
  });
  expect(text).not.toMatch(inside);
  if (status === 503 || status === 429) expect(headers.get('retry-after')).toMatch(/^\d+$/);
  return reply;
}

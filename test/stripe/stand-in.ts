import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api.js';
import { IdempotencyKeys, unbegun, type Answer } from './idempotency.js';

export const SECRET_KEY = 'sk_test_standin';

export interface StripeStandIn {
  readonly url: string;
  readonly api: Api;
  readonly keys: IdempotencyKeys;
  close(): Promise<void>;
}

/**
 * Stripe as its documentation describes it, as far as payment intents and refunds go, over real HTTP. Made after the
 * reference of the API, not after the adapter: what it does not know it refuses.
 *
 * @param indexLagMs how late its search is
 */
export async function startStripe(indexLagMs = 60_000): Promise<StripeStandIn> {
  const api = new Api(indexLagMs);
  const keys = new IdempotencyKeys();
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { status, body: told, isReplayed } = await answerTo(request, body);
    if (status === 'silence') return;
    response.writeHead(status, {
      'content-type': 'application/json',
      'request-id': 'req_1',
      ...(isReplayed && { 'idempotent-replayed': 'true' }),
    });
    response.end(JSON.stringify(told));
  }

  function answerTo(request: IncomingMessage, body: string): Promise<Answer & { isReplayed?: true }> {
    const { method = 'GET', headers } = request;
    const { pathname, searchParams } = new URL(request.url!, 'http://stripe');
    if (headers.authorization !== `Bearer ${SECRET_KEY}`) {
      const error = { type: 'invalid_request_error', message: 'Invalid API Key provided' };
      return Promise.resolve(unbegun(401, error));
    }
    if (method === 'GET') return Promise.resolve(api.read(pathname, searchParams));
    const key = headers['idempotency-key'] as string | undefined;
    return keys.answer(key, `${pathname} ${body}`, () => api.write(pathname, parametersOf(body), key ?? ''));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    keys,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

export type Parameters = Readonly<Record<string, string>>;

/** `metadata[order]=1&confirm=true`, flat: `metadata[order]` is a name. */
const parametersOf = (body: string): Parameters => Object.fromEntries(new URLSearchParams(body));

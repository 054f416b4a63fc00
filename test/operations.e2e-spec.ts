import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { newId } from '../src/platform/core/ids.js';
import { openShop, type Shop } from './shop.js';
import { stuckOrders } from './stuck-orders.js';

let shop: Shop;

beforeAll(async () => {
  const config = { SAGA_ATTEMPTS: 2, GATEWAY_TIMEOUT_MS: 5_000, CARRIER_TIMEOUT_MS: 5_000 };
  shop = await openShop({ config });
  await shop.stocked('MUG', 1_000);
});
afterAll(() => shop?.close());

/** What the tests look for in the OpenAPI document. */
interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: DescribedVerb }>>;
  readonly components: { readonly schemas: Readonly<Record<string, DescribedSchema>> };
}
interface DescribedSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface DescribedVerb {
  readonly parameters: readonly { readonly name: string }[];
  readonly requestBody: {
    readonly content: { readonly 'application/json': { readonly schema: DescribedSchema } };
  };
}

describe('GET /v1/ops/search', () => {
  const found = async (q: string) => {
    const { status, body } = await shop.get(`/v1/ops/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    return body.items as unknown as { kind: string; id: string; by: string; orderId: string | null }[];
  };

  it('finds an order by itself, its payment, its parcel, a command, an event, a request and its customer', async () => {
    const requestId = newId();
    const placed = await shop.post('/v1/orders', shop.order(), {
      ...{ as: 'customer', headers: { 'x-request-id': requestId } },
    });
    const id = String(placed.body['id']);
    await shop.rest(id, 'shipped');
    const [event] = (await shop.get(`/v1/ops/events?stream=order-${id}`)).body.items;
    const order = (await shop.get(`/v1/orders/${id}`)).body;
    expect(await found(id.toUpperCase())).toContainEqual(
      expect.objectContaining({ kind: 'order', id, by: 'id', orderId: id }),
    );
    for (const [q, kind, by] of [
      [order['paymentId'], 'payment', 'id'],
      [order['shipmentId'], 'shipment', 'id'],
      [event!['commandId'], 'order', 'command'],
      [event!['id'], 'order', 'event'],
      [requestId, 'order', 'correlation'],
    ]) {
      expect(await found(String(q))).toContainEqual(expect.objectContaining({ kind, by, orderId: id }));
    }
    expect(await found(String(order['customerId']))).toContainEqual(
      expect.objectContaining({ kind: 'customer', id: order['customerId'], orderId: null }),
    );
  });

  it('finds a SKU as it is written, a request id that tells no time, and nothing else', async () => {
    await shop.send('POST', '/v1/stock/MUG/receipts', {
      ...{ as: 'operator', key: newId(), body: { quantity: 1 }, headers: { 'x-request-id': 'ticket:4711' } },
    });
    expect((await found('MUG')).map(({ kind }) => kind).toSorted()).toEqual(['product', 'stock']);
    expect(await found('ticket:4711')).toMatchObject([{ kind: 'stock', id: 'MUG', by: 'correlation' }]);
    for (const nothing of ['mug', newId(), '%', "'", 'MU_', 'ticket'])
      expect(await found(nothing)).toEqual([]);
    expect((await shop.get('/v1/ops/search')).status).toBe(400);
    expect((await shop.get('/v1/ops/search?q=MUG', 'customer')).status).toBe(403);
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
      const { $ref, properties } = verb.requestBody.content['application/json'].schema;
      const known = $ref ? document.components.schemas[$ref.split('/').at(-1)!]!.properties : properties;
      expect([path, Object.keys(known ?? {})]).toEqual([
        path,
        expect.arrayContaining(['reason', 'previewToken']),
      ]);
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

describe('One verb told to many', () => {
  const wish = { verb: 'saga.retry', filter: { step: 'ship' }, reason: 'there is paper again' };
  const begin = (body: object, query = '') => shop.post(`/v1/ops/operations${query}`, body);
  const ended = (id: unknown) =>
    shop.until(`/v1/ops/operations/${String(id)}`, ({ state }) => state !== 'running');
  const shippedOnce = async (ids: readonly string[]) => {
    for (const id of ids) await shop.rest(id, 'shipped');
    const rows = await shop.database.query(
      `select from platform.events where type = 'ShipmentDispatched' and data->>'orderId' = any ($1)`,
      [ids],
    );
    expect(rows).toHaveLength(ids.length);
  };

  it('is shown first, told to those that matched then and no others, each once, and recorded for each', async () => {
    const ids = await stuckOrders(shop, 3);
    const shown = await begin(wish, '?dryRun=true');
    expect(shown).toMatchObject({ status: 200, body: { count: 3, skipped: 0 } });
    const { previewToken } = shown.body;
    const [late] = await stuckOrders(shop, 1);
    expect(await begin({ ...wish, previewToken })).toMatchObject({
      status: 412,
      body: { code: 'preview-outdated' },
    });
    const some = { ...wish, filter: { ids }, pace: 'all' };
    const seen = await begin(some, '?dryRun=true');
    const begun = await begin({ ...some, previewToken: seen.body['previewToken'] });
    expect(begun).toMatchObject({ status: 202, body: { total: 3, requestedBy: 'operator:demo-operator' } });
    expect((await ended(begun.body['id'])).body).toMatchObject({
      state: 'done',
      done: 3,
      refused: 0,
      pending: 0,
    });
    await shippedOnce(ids);
    expect((await shop.get(`/v1/orders/${late}/fulfilment`)).body['state']).toBe('needs-attention');
    const actions = await shop.get(`/v1/ops/actions?object=${ids[0]}`);
    expect(actions.body.items).toMatchObject([
      { action: 'saga.retry', outcome: 'done', details: { operation: begun.body['id'] } },
      { action: 'saga.retry', outcome: 'started' },
    ]);
    const items = await shop.get(`/v1/ops/operations/${String(begun.body['id'])}/items?state=done`);
    expect(items.body.items.map(({ object }) => object).sort()).toEqual(ids);
    expect(await begin(wish)).toMatchObject({ status: 202 });
    await shippedOnce([late!]);
  });

  it('is carried on by another when who did it is gone, and can be stopped', async () => {
    const ids = await stuckOrders(shop, 6);
    const begun = await begin({ ...wish, pace: 1 });
    const operation = `/v1/ops/operations/${String(begun.body['id'])}`;
    await shop.until(operation, ({ done }) => Number(done) >= 1);
    const taken = await shop.database.query(
      `update platform.operations set owner = 'gone', fence = fence + 1, lease_until = now()
       where id = $1 and state = 'running' returning id`,
      [begun.body['id']],
    );
    expect(taken).toHaveLength(1);
    await ended(begun.body['id']);
    await shippedOnce(ids);
    const others = await stuckOrders(shop, 6);
    const slow = await begin({ ...wish, filter: { ids: others }, pace: 1 });
    const stopped = await shop.post(`/v1/ops/operations/${String(slow.body['id'])}/stop`, {
      reason: 'enough',
    });
    expect(stopped).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(Number(stopped.body['pending'])).toBeGreaterThan(0);
    expect(
      await shop.post(`/v1/ops/operations/${String(slow.body['id'])}/stop`, { reason: 'again' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'operation.ended' },
    });
    expect((await shop.get('/v1/ops/operations')).body.items[0]).toMatchObject({ state: 'stopped' });
    await begin({ ...wish, pace: 'all' });
    await shippedOnce(others);
  });

  it('knows no other verb, and nothing that is not there', async () => {
    expect(await begin({ ...wish, verb: 'order.delete' })).toMatchObject({
      status: 422,
      body: { code: 'operation.unknown-verb' },
    });
    expect(await begin({ ...wish, filter: { error: 'no such error' } })).toMatchObject({ status: 409 });
    expect((await shop.get(`/v1/ops/operations/${newId()}`)).status).toBe(404);
  });
});

describe('The whole of it in figures', () => {
  it('is told with what waits, what operators did and how it is set, and no secret', async () => {
    const { body } = await shop.get('/v1/ops/overview');
    expect(body).toMatchObject({ instances: 1, deadLetters: 0, subscriptions: { paused: 0 } });
    const { minutes } = body['events'] as { minutes: readonly { events: number }[] };
    expect(minutes).toHaveLength(61);
    expect(minutes.reduce((sum, { events }) => sum + events, 0)).toBeGreaterThan(50);
    const system = await shop.get('/v1/ops/system');
    expect(system.body['settings']).toContainEqual(
      expect.objectContaining({ name: 'AUTH_JWT_SECRET', value: 'set', secret: true }),
    );
    const { count } = body['requests'] as { count: number };
    const routes = system.body['requests'] as readonly { route: string; count: number }[];
    expect(routes.map(({ route }) => route)).toContain('/v1/orders/:id');
    // Whatever was asked in between is only in the list.
    expect(routes.reduce((sum, route) => sum + route.count, 0)).toBeGreaterThanOrEqual(count);
    expect(system.text).not.toContain(String(shop.config.AUTH_JWT_SECRET));
    expect(system.text).not.toMatch(/postgres:\/\/[^"]*:[^*"]+@/);
    expect((await shop.get('/v1/ops/actions?limit=1')).body.items).toHaveLength(1);
  });
});

describe('An assistant over /mcp', () => {
  let client: Client;
  beforeAll(async () => {
    client = await assistant(shop.tokens.operator);
  });
  afterAll(() => client?.close());

  const assistant = async (token: string) => {
    const made = new Client({ name: 'spec', version: '1' });
    const headers = { authorization: `Bearer ${token}` };
    await made.connect(
      new StreamableHTTPClientTransport(new URL(`${shop.url}/mcp`), { requestInit: { headers } }),
    );
    return made;
  };
  const call = async (name: string, args: object = {}) => {
    const { content, isError } = CallToolResultSchema.parse(
      await client.callTool({ name, arguments: { ...args } }),
    );
    const [first] = content;
    return { text: first?.type === 'text' ? first.text : '', isError: isError === true };
  };
  /** What of it the tool knows: for anything else it is not called at all. */
  const ownOf = ({ inputSchema }: { inputSchema: { properties?: object } }, args: object): object =>
    Object.fromEntries(Object.entries(args).filter(([name]) => name in (inputSchema.properties ?? {})));
  const json = async (name: string, args: object = {}) =>
    JSON.parse((await call(name, args)).text) as Record<string, unknown>;
  const written = () =>
    shop.database.query(
      `select (select count(*) from platform.events) as events, (select count(*) from audit.log) as actions,
         (select count(*) from platform.rebuilds) as rebuilds, (select count(*) from platform.operations) as operations`,
    );

  it('is a token of an operator away, and of nobody else', async () => {
    await expect(assistant(shop.tokens.customer)).rejects.toThrow(/403|forbidden|role/);
    await expect(assistant('guessed')).rejects.toThrow(/401|token/);
  });

  it('takes JSON-RPC, and says so of anything else', async () => {
    const headers = {
      authorization: `Bearer ${shop.tokens.operator}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    };
    const say = (body: object) =>
      fetch(`${shop.url}/mcp`, { method: 'POST', headers, body: JSON.stringify(body) });
    const pong = await say({ jsonrpc: '2.0', id: 1, method: 'ping' });
    expect([pong.status, await pong.json()]).toEqual([200, { jsonrpc: '2.0', id: 1, result: {} }]);
    expect((await say({ hello: 'there' })).status).toBe(400);
    expect((await fetch(`${shop.url}/mcp`, { headers })).status).toBe(405);
  });

  it('finds every list to read, and two tools for every verb: to look, and to do what was looked at', async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['listAttention', 'listSagas', 'getOverview', 'preview_retrySaga', 'retrySaga']),
    );
    const doing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false);
    expect(doing.length).toBeGreaterThan(15);
    for (const { name, inputSchema } of doing) {
      expect(names).toContain(`preview_${name}`);
      expect(inputSchema.required).toEqual(expect.arrayContaining(['reason', 'previewToken']));
    }
    expect(names.every((name) => /^[a-zA-Z0-9_-]{1,64}$/.test(name))).toBe(true);
    expect(JSON.stringify(tools)).not.toContain('$ref');
  });

  it('mends a stuck order as a person would, under the name of the person, and once', async () => {
    const [orderId] = await stuckOrders(shop, 1);
    const waiting = await call('listAttention', { limit: 100 });
    expect(waiting.text).toContain(orderId);
    const { previewToken, dryRun } = await json('preview_retrySaga', { orderId });
    expect(dryRun).toMatchObject({ sends: [{ command: 'DispatchShipment' }] });
    const wish = { orderId, previewToken, reason: 'there is paper again' };
    expect(await json('retrySaga', wish)).toMatchObject({ orderId });
    await shop.rest(orderId!, 'shipped');
    expect((await call('retrySaga', wish)).isError).toBe(false);
    const { items } = await json('listOperatorActions', { object: orderId, action: 'saga.retry' });
    expect(items).toMatchObject([
      { actor: 'operator:demo-operator', reason: 'there is paper again', outcome: 'done' },
      { outcome: 'started' },
    ]);
  });

  it('writes nothing without the preview of just that, whatever it is told', async () => {
    const [orderId] = await stuckOrders(shop, 1);
    const name = 'orders.order-list';
    const { previewToken: foreign } = await json('preview_pauseSubscription', { name });
    const { previewToken: ofOrder } = await json('preview_compensateSaga', { orderId });
    const { tools } = await client.listTools();
    const before = await written();
    const tokens = [undefined, '', 'guessed', `0${String(foreign)}`, 7, null, ['x'], foreign, ofOrder];
    const arguments_ = {
      orderId,
      name,
      id: orderId,
      party: 'carrier',
      reason: 'because',
      verb: 'saga.retry',
    };
    for (const tool of tools.filter(({ annotations }) => annotations?.readOnlyHint === false)) {
      for (const previewToken of tokens) {
        const isItsOwn =
          (tool.name === 'pauseSubscription' && previewToken === foreign) ||
          (tool.name === 'compensateSaga' && previewToken === ofOrder);
        if (isItsOwn) continue;
        const asked = ownOf(tool, { ...arguments_, previewToken });
        const reply = await call(tool.name, asked).catch(() => ({ isError: true }));
        expect([tool.name, previewToken, reply.isError]).toEqual([tool.name, previewToken, true]);
      }
    }
    for (const tool of tools.filter(({ annotations }) => annotations?.readOnlyHint === true)) {
      const asked = ownOf(tool, { ...arguments_, limit: 1, previewToken: foreign });
      await call(tool.name, asked).catch(() => undefined);
    }
    expect(await written()).toEqual(before);
  });

  it('cannot be led to another address by what it is given', async () => {
    const before = await written();
    const { previewToken } = await json('preview_pauseSubscription', { name: 'orders.order-list' });
    for (const name of ['..', '../..', '%2e%2e', 'orders.order-list/pause?dryRun=false', '']) {
      expect((await call('pauseSubscription', { name, previewToken, reason: 'x' })).isError).toBe(true);
      expect((await call('getRebuild', { id: name })).isError).toBe(true);
    }
    expect((await call('deleteEverything')).isError).toBe(true);
    expect(await written()).toEqual(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/core/ids.js';
import type { SendOptions } from '../app.js';
import { address } from '../builders.js';
import { openShop, type Shop } from '../shop.js';

interface Asked {
  readonly path?: string;
  /** Otherwise the example of the document. */
  readonly body?: object;
  readonly as?: SendOptions['as'];
  /** What it is refused for first. */
  readonly first?: string;
}

interface Operation {
  readonly parameters?: readonly { readonly name?: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: object }> };
}

const LIMIT = 100;

let shop: Shop;
let operations: Map<string, Operation>;
const at: Record<string, string> = {};

/** Where each could do something, if only it were asked for the version that is there. */
const asked = (): Readonly<Record<string, Asked>> => ({
  'POST /v1/products': { body: { sku: 'NEW', name: 'New', category: 'things', price: price(700) } },
  'PATCH /v1/products/{sku}': { path: '/v1/products/MUG', body: { name: 'Other' } },
  'POST /v1/products/{sku}/archive': { path: '/v1/products/MUG/archive' },
  'POST /v1/stock/{sku}/receipts': { path: '/v1/stock/MUG/receipts' },
  'POST /v1/stock/{sku}/adjustments': { path: '/v1/stock/MUG/adjustments' },
  'POST /v1/orders': { body: shop.order(), as: 'customer' },
  'POST /v1/orders/{id}/items': {
    path: of('orders', at['draft'], 'items'),
    body: { sku: 'MUG', quantity: 1 },
  },
  'DELETE /v1/orders/{id}/items/{sku}': { path: of('orders', at['draft'], 'items/MUG') },
  'PUT /v1/orders/{id}/shipping-address': {
    path: of('orders', at['draft'], 'shipping-address'),
    body: address,
  },
  'PUT /v1/orders/{id}/payment-method': { path: of('orders', at['draft'], 'payment-method') },
  'POST /v1/orders/{id}/reprice': { path: of('orders', at['draft'], 'reprice') },
  'POST /v1/orders/{id}/confirm': { path: of('orders', at['draft'], 'confirm') },
  'POST /v1/orders/{id}/cancel': { path: of('orders', at['draft'], 'cancel') },
  'POST /v1/orders/{id}/deliver': { path: of('orders', at['shipped'], 'deliver') },
  'POST /v1/orders/{id}/returns': {
    path: of('orders', at['delivered'], 'returns'),
    body: { items: [{ sku: 'MUG', quantity: 1 }], reason: 'the handle is broken' },
    as: 'customer',
  },
  'POST /v1/payments/{id}/refunds': {
    path: of('payments', at['payment'], 'refunds'),
    body: { amountMinor: 1, reason: 'late' },
  },
  'POST /v1/payments/{id}/record': { path: of('payments', at['payment'], 'record') },
  'POST /v1/payments/{id}/refunds/{refundId}/record': {
    path: of('payments', at['payment'], `refunds/${newId()}/record`),
  },
  'POST /v1/payments/{id}/surplus/{surplusId}/return': {
    path: of('payments', at['payment'], `surplus/${newId()}/return`),
  },
  'POST /v1/shipments/{id}/dispatch': {
    path: of('shipments', at['lost'], 'dispatch'),
    first: 'shipment.not-by-hand',
  },
  'POST /v1/shipments/{id}/refuse': {
    path: of('shipments', at['lost'], 'refuse'),
    first: 'shipment.not-by-hand',
  },
  'POST /v1/shipments/{id}/tracking': {
    path: of('shipments', at['lost'], 'tracking'),
    body: { status: 'delivered', at: new Date().toISOString() },
  },
  'POST /v1/shipments/{id}/send-again': { path: of('shipments', at['lost'], 'send-again') },
  'POST /v1/shipments/{id}/refund': { path: of('shipments', at['lost'], 'refund') },
  'POST /v1/accounts': {
    body: { ownerId: shop.customerId, currency: 'EUR', initialDepositMinor: 10 * LIMIT },
  },
  'POST /v1/accounts/{id}/deposits': {
    path: of('accounts', at['account'], 'deposits'),
    body: { amountMinor: 10 * LIMIT },
  },
  'POST /v1/accounts/{id}/withdrawals': {
    path: of('accounts', at['account'], 'withdrawals'),
    body: { amountMinor: 1 },
    as: 'customer',
  },
  'POST /v1/accounts/{id}/freeze': { path: of('accounts', at['account'], 'freeze') },
  'POST /v1/accounts/{id}/unfreeze': { path: of('accounts', at['account'], 'unfreeze') },
  'POST /v1/accounts/{id}/close': { path: of('accounts', at['account'], 'close') },
  'POST /v1/transfers': {
    body: {
      fromAccountId: at['account'],
      toAccountId: at['other'],
      amountMinor: 1,
    },
    as: 'customer',
  },
  'POST /v1/ops/sagas/{orderId}/retry': { path: of('ops/sagas', at['stuck'], 'retry'), body: why },
  'POST /v1/ops/sagas/{orderId}/compensate': { path: of('ops/sagas', at['stuck'], 'compensate'), body: why },
  'POST /v1/ops/sagas/{orderId}/resolve': {
    path: of('ops/sagas', at['stuck'], 'resolve'),
    body: { ...why, step: 'ship', direction: 'forward' },
  },
  'PUT /v1/customers/{customerId}/contact': { path: of('customers', shop.customerId, 'contact') },
  'DELETE /v1/customers/{customerId}/contact': { path: of('customers', shop.customerId, 'contact') },
  'DELETE /v1/customers/{customerId}/personal-data': {
    path: of('customers', shop.customerId, 'personal-data'),
  },
  'POST /v1/webhook-endpoints': { body: hook },
  ...Object.fromEntries(
    ['PATCH ', 'DELETE ', 'POST rotate-secret', 'POST enable', 'POST disable'].map((each) => {
      const [method, verb] = each.split(' ');
      const tail = verb ? `/${verb}` : '';
      const path = `/v1/webhook-endpoints/${at['endpoint']}${tail}`;
      const body = method === 'PATCH' ? { description: 'other' } : undefined;
      return [`${method} /v1/webhook-endpoints/{id}${tail}`, { path, ...(body && { body }) }];
    }),
  ),
  ...Object.fromEntries(
    ['approve', 'reject', 'cancel', 'receive', 'retry-refund', 'settle'].map((verb) => [
      `POST /v1/returns/{id}/${verb}`,
      {
        path: of('returns', at['return'], verb),
        ...(verb === 'receive' && { body: { items: [{ sku: 'MUG', quantity: 1, condition: 'sellable' }] } }),
      },
    ]),
  ),
});

const why = { reason: 'a spec asks' };
const hook = { url: 'http://127.0.0.1:9', eventTypes: ['waybill.order.*'] };
const price = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const of = (things: string, id: string | undefined, verb: string) => `/v1/${things}/${String(id)}/${verb}`;
const idOf = async (reply: ReturnType<Shop['post']>) => {
  const { status, body, text } = await reply;
  if (status >= 300) throw new Error(text);
  return String(body['id']);
};

describe('A version that is not there any more', () => {
  beforeAll(async () => {
    shop = await openShop({ config: { APPROVAL_LIMIT_MINOR: LIMIT, WEBHOOK_ALLOW_PRIVATE: true } });
    const { paths } = (await shop.get('/openapi.json')).body as unknown as {
      paths: Record<string, Record<string, Operation>>;
    };
    operations = new Map(
      Object.entries(paths).flatMap(([path, verbs]) =>
        Object.entries(verbs).map(([verb, operation]) => [`${verb.toUpperCase()} ${path}`, operation]),
      ),
    );
    await shop.stocked('MUG', 100);
    at['stuck'] = await shop.place({ shippingAddress: { ...address, postalCode: 'DOWN' } });
    at['shipped'] = await shop.place();
    at['delivered'] = await shop.place({ items: [{ sku: 'MUG', quantity: 2 }] });
    const lost = await shop.place();
    for (const id of [at['shipped'], at['delivered'], lost]) await shop.rest(id, 'shipped');
    const { body } = await shop.get(`/v1/orders/${lost}`);
    [at['payment'], at['lost']] = [String(body['paymentId']), String(body['shipmentId'])];
    const news = { status: 'lost', at: new Date().toISOString() };
    await shop.post(`/v1/shipments/${at['lost']}/tracking`, news);
    await shop.post(`/v1/orders/${at['delivered']}/deliver`);
    const back = { items: [{ sku: 'MUG', quantity: 1 }], ...why };
    at['return'] = await idOf(shop.post(`/v1/orders/${at['delivered']}/returns`, back, { as: 'customer' }));
    const own = { ownerId: shop.customerId, currency: 'EUR' };
    at['account'] = await idOf(shop.post('/v1/accounts', { ...own, initialDepositMinor: LIMIT }));
    at['other'] = await idOf(shop.post('/v1/accounts', own));
    at['endpoint'] = await idOf(shop.post('/v1/webhook-endpoints', hook));
    await shop.until(`/v1/orders/${at['stuck']}/fulfilment`, ({ state }) => state === 'needs-attention');
    at['draft'] = await shop.place({ confirm: false });
  });
  afterAll(() => shop.close());

  it('may be named wherever the document says so', () => {
    const named = [...operations].filter(([, { parameters = [] }]) =>
      parameters.some(({ name }) => name === 'If-Match'),
    );
    expect(Object.keys(asked()).sort()).toEqual(named.map(([name]) => name).sort());
  });

  it('is refused by each of them, and nothing happens', async () => {
    const left = `select (select max(position) from platform.events) as last,
      (select jsonb_agg(to_jsonb(e) order by endpoint_id) from webhooks.endpoints e) as endpoints`;
    const others: unknown[] = [];
    for (const [name, { path, body, as = 'operator', first = 'precondition-failed' }] of Object.entries(
      asked(),
    )) {
      const [method, place] = name.split(' ') as [string, string];
      const example = operations.get(name)!.requestBody?.content['application/json']?.example;
      const before = await shop.database.query(left);
      const given = body ?? example;
      const reply = await shop.send(method, path ?? place, {
        ...{ as, key: newId(), headers: { 'if-match': '"9999"' } },
        ...(given && { body: given }),
      });
      const after = await shop.database.query(left);
      if (reply.body['code'] !== first || JSON.stringify(before) !== JSON.stringify(after))
        others.push([name, reply.status, reply.body['code']]);
    }
    expect(others).toEqual([]);
  });
});

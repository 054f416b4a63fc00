import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { AggregateStore } from '../src/platform/event-store/aggregate-store.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { DispatchShipment, ShipmentDelivered } from '../src/shipping/contract.js';
import { shipment } from '../src/shipping/shipment.decider.js';
import { startApp, type TestApp } from './app.js';
import { product } from './builders.js';
import type { Reply } from './client.js';
import { startReceiver, type Answers, type Receiver } from './receiver.js';

/** Something to wait for, and what ends the wait. */
function barrier(): [held: Promise<void>, letGo: () => void] {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  return [held, letGo];
}

describe('Webhooks', () => {
  let waybill: TestApp;
  const receivers: Receiver[] = [];
  beforeAll(async () => {
    const config = {
      WEBHOOK_ALLOW_PRIVATE: true,
      WEBHOOK_RETRY_SECONDS: [0.05, 0.05, 0.05],
      WEBHOOK_TIMEOUT_MS: 5_000,
    };
    waybill = await startApp({ config });
  });
  const endpoints: string[] = [];
  afterEach(async () => {
    for (const id of endpoints.splice(0)) await waybill.send('DELETE', `/v1/webhook-endpoints/${id}`);
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
  });
  afterAll(() => waybill.close());

  const post = (path: string, body?: unknown) => waybill.send('POST', path, { body });
  const get = async (path: string): Promise<Reply['body']> => (await waybill.send('GET', path)).body;
  const receiver = async (answers?: Answers) => {
    const started = await startReceiver(answers);
    receivers.push(started);
    return started;
  };
  const endpoint = async (url: string, eventTypes: readonly string[]) => {
    const { status, body } = await post('/v1/webhook-endpoints', { url, eventTypes });
    expect({ status, body }).toMatchObject({ status: 201, body: { state: 'enabled' } });
    endpoints.push(String(body['id']));
    return { id: String(body['id']), secret: String(body['secret']) };
  };
  const made = async (sku = `HOOK-${newId().slice(-8)}`) => {
    const reply = await waybill.send('POST', '/v1/products', { body: product(sku), key: newId() });
    expect(reply.status).toBe(201);
    return sku;
  };
  const renamed = (sku: string, name: string) =>
    waybill.send('PATCH', `/v1/products/${sku}`, { body: { name }, key: newId() });
  const deliveries = async (id: string, query = '') =>
    (await get(`/v1/webhook-endpoints/${id}/deliveries${query}`)).items;
  const inState = (id: string, state: string, count = 1) =>
    eventually(
      () => deliveries(id, `?state=${state}`),
      (found) => found.length === count,
    );

  it('sends the published event, signed as Standard Webhooks say, to those who want it', async () => {
    const [wants, other] = [await receiver(), await receiver()];
    const { id, secret } = await endpoint(wants.url, ['waybill.product.created']);
    await endpoint(other.url, ['waybill.order.*']);
    const sku = await made();
    await renamed(sku, 'Renamed');
    const one = await eventually(() => wants.received.find(({ body }) => body.includes(sku)));
    expect(wants.isSigned(one, secret)).toBe(true);
    expect(wants.isSigned(one, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(false);
    expect(one.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': one.event.id,
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
    });
    expect(one.event).toMatchObject({
      ...{
        specversion: '1.0',
        type: 'waybill.product.created',
        source: '/waybill/catalog',
        streamversion: '1',
      },
      ...{ subject: `product-${sku}`, datacontenttype: 'application/json', data: { sku } },
      dataschema: '/contracts/waybill.catalog.v1/waybill.product.created.json',
    });
    const [delivery] = await inState(id, 'delivered');
    expect(delivery).toMatchObject({ eventId: one.event.id, attempts: 1, lastStatus: 204 });
    const shown = await get(`/v1/webhook-deliveries/${String(delivery!['id'])}`);
    expect(shown).toMatchObject({ body: one.body, log: [{ attempt: 1, status: 204 }] });
    expect([wants.received.length, other.received.length]).toEqual([1, 0]);
  });

  it('shows the secret once, and keeps it in no readable form', async () => {
    const { url } = await receiver();
    const { id, secret } = await endpoint(url, ['*']);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]{40,}$/);
    expect(JSON.stringify(await get(`/v1/webhook-endpoints/${id}`))).not.toContain('whsec');
    expect(JSON.stringify(await get('/v1/webhook-endpoints'))).not.toContain('whsec');
    const [row] = await waybill.database.query<{ text: string }>(
      'select e::text as text from webhooks.endpoints e where endpoint_id = $1',
      [id],
    );
    expect(row!.text).not.toContain(secret.slice(6));
    const body = { url, eventTypes: ['*'] };
    const again = () => waybill.send('POST', '/v1/webhook-endpoints', { body, key: 'hook-1' });
    const [first, repeat] = [await again(), await again()];
    endpoints.push(String(first.body['id']));
    expect(repeat.headers.get('idempotency-replayed')).toBe('true');
    expect(repeat.body).toEqual(first.body);
    expect(first.body['secret']).toMatch(/^whsec_/);
    const kept = await waybill.database.query<{ text: string }>(
      `select i::text as text from platform.idempotency i where i.key = 'hook-1'`,
    );
    expect(kept.length).toBe(1);
    expect(kept[0]!.text).not.toContain('whsec');
  });

  it('keeps the answer in the transaction of the change, so that no crash between the two loses a secret', async () => {
    const { url } = await receiver();
    const { id } = await endpoint(url, ['*']);
    const path = `/v1/webhook-endpoints/${id}/rotate-secret`;
    const rotate = () => waybill.send('POST', path, { key: 'turn-1' });
    const [first, repeat] = [await rotate(), await rotate()];
    expect([repeat.body, repeat.headers.get('event-position')]).toEqual([
      first.body,
      first.headers.get('event-position'),
    ]);
    const together = `
      select e.version, i.resource_id as "resourceId", e.xmin::text = i.xmin::text as "isOneWork"
      from webhooks.endpoints e, platform.idempotency i where e.endpoint_id = $1 and i.key = 'turn-1'`;
    expect(await waybill.database.query(together, [id])).toEqual([
      { version: 2, resourceId: id, isOneWork: true },
    ]);
  });

  it('makes nothing where a copy of the request was faster in another process', async () => {
    const { url } = await receiver();
    const count = async () => (await get('/v1/webhook-endpoints?limit=100')).items.length;
    const before = await count();
    const asked = await waybill.database.transaction(async (tx) => {
      await tx.query(
        `insert into platform.idempotency
           (principal, route, key, fingerprint, command_id, status, body, expires_at)
         values ('operator:demo-operator', 'POST /v1/webhook-endpoints', 'fast-1', 'of another body', $1, 201, '{}',
           clock_timestamp() + interval '1 hour')`,
        [newId()],
      );
      const body = { url, eventTypes: ['*'] };
      const request = waybill.send('POST', '/v1/webhook-endpoints', { body, key: 'fast-1' });
      await eventually(
        () =>
          waybill.database.query(
            `select from pg_stat_activity
             where wait_event_type = 'Lock' and query like '%insert into platform.idempotency%'`,
          ),
        (waiting) => waiting.length === 1,
      );
      return { request };
    });
    expect(await asked.request).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await count()).toBe(before);
  });

  it('tries again what failed, keeps the order of each thing, and lets nothing else wait for it', async () => {
    const bad = `HOOK-${newId().slice(-8)}`;
    const [held, letGo] = barrier();
    let refusals = 1;
    const { url, received } = await receiver(async ({ body }) => {
      if (!body.includes(bad)) return { status: 200 };
      await held;
      return { status: refusals-- > 0 ? 503 : 200 };
    });
    const { id } = await endpoint(url, ['waybill.product.*']);
    await made(bad);
    await renamed(bad, 'Second');
    const good = await made();
    await eventually(() => received.some(({ body }) => body.includes(good)));
    expect(received.some(({ body }) => body.includes('Second'))).toBe(false);
    letGo();
    await eventually(() => received.some(({ body }) => body.includes('Second')));
    const versions = received
      .filter(({ body }) => body.includes(bad))
      .map(({ event }) => event.streamversion);
    expect(versions.slice(0, 2)).toEqual(['1', '1']);
    expect(versions.at(-1)).toBe('2');
    expect(versions.slice(0, -1).every((version) => version === '1')).toBe(true);
    await inState(id, 'delivered', 3);
  });

  it('gives up at the end of the schedule, which is an attention item, and sends again when asked', async () => {
    let status = 500;
    const { url, received } = await receiver(() => ({ status, body: 'out of order' }));
    const { id } = await endpoint(url, ['waybill.product.*']);
    const sku = await made();
    const [failed] = await inState(id, 'failed');
    expect(failed).toMatchObject({ attempts: 4, lastStatus: 500, lastError: 'answered 500' });
    await renamed(sku, 'After');
    await inState(id, 'failed', 2);
    const trouble = async () =>
      (await get('/v1/ops/attention?limit=100')).items.filter(({ kind }) => kind === 'webhook-delivery');
    expect(await trouble()).toMatchObject([
      { id, detail: expect.stringContaining('2 webhooks were given up') },
    ]);
    const { log } = await get(`/v1/webhook-deliveries/${String(failed!['id'])}`);
    expect(log).toMatchObject([{ attempt: 4, status: 500, response: 'out of order' }, {}, {}, {}]);
    status = 200;
    const again = await post(`/v1/webhook-deliveries/${String(failed!['id'])}/resend`, {
      reason: 'it is well',
    });
    expect(again).toMatchObject({ status: 202, body: { state: 'pending' } });
    await inState(id, 'delivered');
    expect(received.at(-1)!.event.id).toBe(failed!['eventId']);
    const [other] = await deliveries(id, '?state=failed');
    const path = `/v1/webhook-deliveries/${String(other!['id'])}`;
    expect((await post(`${path}/discard`, { reason: 'nobody needs it' })).body).toMatchObject({
      state: 'discarded',
    });
    expect(await trouble()).toEqual([]);
    expect(
      (await post(`/v1/webhook-deliveries/${String(failed!['id'])}/discard`, { reason: 'x' })).status,
    ).toBe(409);
  });

  it('takes a redirect for a failure, and 410 for the end of the endpoint until it is enabled again', async () => {
    const elsewhere = await receiver();
    const { url, received } = await receiver(({ path }) =>
      path === '/moved' ? { status: 302, headers: { location: elsewhere.url } } : { status: 410 },
    );
    const moved = await endpoint(`${url}/moved`, ['waybill.product.created']);
    await made();
    const [failed] = await inState(moved.id, 'failed');
    expect(failed).toMatchObject({ lastStatus: 302, lastError: expect.stringContaining('not followed') });
    expect(elsewhere.received).toEqual([]);

    const gone = await endpoint(`${url}/gone`, ['waybill.product.*']);
    const from = new Date(Date.now() - 1_000).toISOString();
    await made();
    await eventually(async () => (await get(`/v1/webhook-endpoints/${gone.id}`))['state'] === 'disabled');
    const sent = () => received.filter(({ path }) => path === '/gone').length;
    const before = sent();
    await made();
    const items = (await get('/v1/ops/attention?limit=100')).items;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'webhook-endpoint', id: gone.id }));
    const range = { from, include: 'undelivered' };
    expect((await post(`/v1/webhook-endpoints/${gone.id}/resend`, range)).status).toBe(409);
    expect((await post(`/v1/webhook-endpoints/${gone.id}/test`)).status).toBe(409);
    expect(sent()).toBe(before);
    await waybill.send('PATCH', `/v1/webhook-endpoints/${gone.id}`, { body: { url: elsewhere.url } });
    expect((await post(`/v1/webhook-endpoints/${gone.id}/enable`)).body).toMatchObject({ state: 'enabled' });
    const queued = await post(`/v1/webhook-endpoints/${gone.id}/resend`, range);
    expect(queued).toMatchObject({ status: 202, body: { isComplete: true } });
    expect(Number(queued.body['queued'])).toBeGreaterThanOrEqual(2);
    await inState(gone.id, 'delivered', Number(queued.body['queued']));
    expect((await post(`/v1/webhook-endpoints/${gone.id}/resend`, range)).body).toMatchObject({ queued: 0 });
  });

  it('fails at once, and says why, for an event that an older program let in and no contract admits', async () => {
    const { url, received } = await receiver();
    const { id } = await endpoint(url, ['waybill.shipment.delivered']);
    const ids = { shipmentId: newId(), orderId: newId() };
    const by = systemContext('an older program');
    const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country: 'CH' };
    const parcel = { ...ids, customerId: newId(), address, lines: [{ sku: 'MUG', quantity: 1 }] };
    await waybill.app.get(CommandBus).execute(new DispatchShipment(parcel, by));
    const delivered = new ShipmentDelivered({ ...ids, at: '-000001-12-31T23:00:00.000Z' });
    const store = waybill.app.get(AggregateStore, { strict: false });
    await store.execute(shipment, ids.shipmentId, { ...by, commandId: newId() }, () => [delivered]);
    const [failed] = await inState(id, 'failed');
    expect(failed).toMatchObject({ attempts: 1 });
    const shown = await get(`/v1/webhook-deliveries/${String(failed!['id'])}`);
    expect(shown).toMatchObject({ log: [{ attempt: 1, error: expect.stringContaining('/at: ') }] });
    expect([shown['body'], received]).toEqual([undefined, []]);
  });

  it('signs with two secrets while one is being changed, and with the new one afterwards', async () => {
    const { url, received } = await receiver();
    const { id, secret } = await endpoint(url, ['*']);
    const rotated = await post(`/v1/webhook-endpoints/${id}/rotate-secret`, { overlapHours: 1 });
    expect(rotated.body).toMatchObject({ previousSecretUntil: expect.any(String) });
    const next = String(rotated.body['secret']);
    expect((await post(`/v1/webhook-endpoints/${id}/test`)).status).toBe(202);
    const first = await eventually(() => received.find(({ event }) => event.type === 'waybill.webhook.test'));
    const target = receivers.find((one) => one.url === url)!;
    expect([target.isSigned(first, secret), target.isSigned(first, next)]).toEqual([true, true]);
    await post(`/v1/webhook-endpoints/${id}/rotate-secret`, { overlapHours: 0 });
    await post(`/v1/webhook-endpoints/${id}/test`);
    const second = await eventually(() => received.find(({ event }) => event.id !== first.event.id));
    expect([target.isSigned(second, secret), target.isSigned(second, next)]).toEqual([false, false]);
  });

  it('lets no slow receiver hold up another', async () => {
    const [held, letGo] = barrier();
    const slow = await receiver(() => held.then(() => ({ status: 200 })));
    const quick = await receiver();
    const { id } = await endpoint(slow.url, ['waybill.product.created']);
    await endpoint(quick.url, ['waybill.product.created']);
    const skus = await Promise.all(Array.from({ length: 8 }, () => made()));
    await eventually(() => skus.every((sku) => quick.received.some(({ body }) => body.includes(sku))));
    expect(await deliveries(id, '?state=delivered')).toEqual([]);
    letGo();
  });

  it('is set up by operators alone, for what is published, and within its versions', async () => {
    const path = '/v1/webhook-endpoints';
    const body = { url: 'http://127.0.0.1:9', eventTypes: ['waybill.order.*'] };
    for (const as of ['customer', 'service'] as const) {
      expect((await waybill.send('POST', path, { as, body })).status).toBe(403);
    }
    const codeOf = async (over: object) => (await post(path, { ...body, ...over })).body['code'];
    expect(await codeOf({ eventTypes: ['waybill.order.eaten'] })).toBe('webhook.unknown-event-type');
    expect(await codeOf({ eventTypes: [] })).toBe('invalid-request');
    expect(await codeOf({ url: 'ftp://example.com' })).toBe('invalid-request');
    expect(await codeOf({ url: 'http://user:word@example.com' })).toBe('invalid-request');
    const made = await post(path, body);
    expect(made.headers.get('location')).toBe(`${path}/${String(made.body['id'])}`);
    const one = String(made.headers.get('location'));
    const change = (version: string) =>
      waybill.send('PATCH', one, { body: { description: 'mine' }, headers: { 'if-match': version } });
    expect((await change('"7"')).status).toBe(412);
    expect((await change('"1"')).body).toMatchObject({ description: 'mine', version: 2 });
    expect((await post(`${one}/disable`, { reason: 'holiday' })).body).toMatchObject({
      disabledReason: 'holiday',
    });
    expect((await waybill.send('DELETE', one)).status).toBe(204);
    expect((await waybill.send('GET', one)).status).toBe(404);
    expect((await waybill.send('GET', `${one}/deliveries`)).status).toBe(404);
  });

  it('does not go to private addresses unless that is allowed, whatever they are called', async () => {
    const { url, received } = await receiver();
    const strict = await startApp({
      databaseUrl: waybill.config.DATABASE_URL,
      config: { WEBHOOK_ALLOW_PRIVATE: false },
    });
    try {
      const refused = [
        url,
        url.replace('127.0.0.1', 'localhost'),
        'http://[::ffff:10.0.0.1]/',
        'http://0x7f.1/',
      ];
      for (const target of refused) {
        const body = { url: target, eventTypes: ['*'] };
        const reply = await strict.send('POST', '/v1/webhook-endpoints', { body });
        expect(reply).toMatchObject({ status: 422, body: { code: 'webhook.address-refused' } });
      }
      expect(received).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});

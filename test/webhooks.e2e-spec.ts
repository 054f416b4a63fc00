import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { product } from './builders.js';
import type { Reply } from './client.js';
import { startReceiver, type Answers, type Receiver } from './receiver.js';

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
  afterEach(async () => {
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
    await waybill.send('DELETE', `/v1/webhook-endpoints/${id}`);
  });

  it('tries again what failed, keeps the order of each thing, and lets nothing else wait for it', async () => {
    let isDown = true;
    const bad = `HOOK-${newId().slice(-8)}`;
    const { url, received } = await receiver(({ body }) => ({
      status: isDown && body.includes(bad) ? 503 : 200,
    }));
    const { id } = await endpoint(url, ['waybill.product.*']);
    await made(bad);
    await renamed(bad, 'Second');
    const good = await made();
    await eventually(() => received.some(({ body }) => body.includes(good)));
    expect(received.some(({ body }) => body.includes('Second'))).toBe(false);
    isDown = false;
    await eventually(() => received.some(({ body }) => body.includes('Second')));
    const versions = received
      .filter(({ body }) => body.includes(bad))
      .map(({ event }) => event.streamversion);
    expect(versions.at(-1)).toBe('2');
    expect(versions.slice(0, -1).every((version) => version === '1')).toBe(true);
    await inState(id, 'delivered', 3);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { CatalogModule } from '../src/catalog/catalog.module.js';
import { OrdersModule } from '../src/orders/orders.module.js';
import { newId } from '../src/platform/core/ids.js';
import { consumptions } from '../src/platform/kafka/consumes.js';
import { startApp, type TestApp } from './app.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CatalogModule, OrdersModule] });
  await waybill.send('POST', '/v1/products', {
    body: { sku: 'MUG', name: 'A mug', category: 'kitchen', price: { amountMinor: 500, currency: 'EUR' } },
  });
});
afterAll(() => waybill.close());

const body = (customerId: string) => ({ customerId, currency: 'EUR', items: [{ sku: 'MUG', quantity: 2 }] });
const create = async (customerId = waybill.customerId, key: string = newId()) =>
  waybill.send('POST', '/v1/orders', { as: 'customer', key, body: body(customerId) });

describe('an id in capitals is the same id', () => {
  it('in a path', async () => {
    const id = String((await create()).body['id']);
    const read = await waybill.send('GET', `/v1/orders/${id.toUpperCase()}`, { as: 'customer' });
    expect([read.status, read.body['id']]).toEqual([200, id]);
    const added = await waybill.send('POST', `/v1/orders/${id.toUpperCase()}/items`, {
      as: 'customer',
      key: newId(),
      body: { sku: 'MUG', quantity: 1 },
    });
    expect([added.status, added.body['version']]).toEqual([201, 2]);
    const [row] = await waybill.database.query<{ n: number }>(
      'select count(*) as n from platform.events where lower(stream_id) = $1 and stream_id <> $1',
      [`order-${id}`],
    );
    expect(Number(row!.n)).toBe(0);
  });

  it('in a body, and in a query', async () => {
    const made = await create(waybill.customerId.toUpperCase());
    expect([made.status, made.body['customerId']]).toEqual([201, waybill.customerId]);
    const position = made.headers.get('event-position')!;
    const { body: page } = await waybill.send(
      'GET',
      `/v1/orders?customerId=${waybill.customerId.toUpperCase()}&limit=100`,
      { as: 'customer', headers: { 'min-event-position': position } },
    );
    expect(page.items.map(({ id }) => id)).toContain(made.body['id']);
    const events = await waybill.send(
      'GET',
      `/v1/ops/events?stream=order-${String(made.body['id']).toUpperCase()}`,
    );
    expect(events.body.items).toHaveLength(1);
  });

  it('in the subject of a token', async () => {
    const token = await new SignJWT({ role: 'customer' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(waybill.customerId.toUpperCase())
      .setIssuer('waybill')
      .setAudience('waybill')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(waybill.config.AUTH_JWT_SECRET));
    const { headers, body: made } = await create(waybill.customerId, 'key-of-both');
    const again = await waybill.send('POST', '/v1/orders', {
      as: 'nobody',
      key: 'key-of-both',
      body: body(waybill.customerId.toUpperCase()),
      headers: { authorization: `Bearer ${token}` },
    });
    expect(headers.get('idempotency-replayed')).toBeNull();
    expect([again.headers.get('idempotency-replayed'), again.body['id']]).toEqual(['true', made['id']]);
  });

  it('under an Idempotency-Key: a repeat in other letters is a repeat', async () => {
    const id = String((await create()).body['id']);
    const add = (name: string) =>
      waybill.send('POST', `/v1/orders/${name}/items`, {
        as: 'customer',
        key: `add-${id}`,
        body: { sku: 'MUG', quantity: 1 },
      });
    const replies = [await add(id), await add(id.toUpperCase())];
    expect(replies.map(({ status, body: { version } }) => [status, version])).toEqual([
      [201, 2],
      [201, 2],
    ]);
  });

  it('in a record from outside, whatever it asks for', () => {
    const id = newId();
    const named = (type: string) => consumptions().find((one) => one.type === type)!.schema;
    const create = { ...body(id.toUpperCase()), orderId: id.toUpperCase() };
    expect(named('waybill.command.create-order').parse(create)).toMatchObject({
      customerId: id,
      orderId: id,
    });
    expect(named('waybill.command.confirm-order').parse({ orderId: id.toUpperCase() })).toEqual({
      orderId: id,
    });
  });
});

it('every schema of an id is the one that writes it small', () => {
  const own = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('platform/core/schemas.ts'))
    .filter((file) => /z\s*\.(uuid|uuidv\d|guid)\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(own).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { card } from './builders.js';
import { openShop, type Shop } from './shop.js';

const secret = 'looks like a stolen card, see case 4711';
let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.stocked('MUG', 100);
});
afterAll(() => shop.close());

/** Everything about an order that its customer can read, live view included. */
async function everything(id: string, as: 'customer' | 'operator'): Promise<string> {
  const paths = ['', '/events', '/timeline', '/fulfilment', '/payments'].map(
    (end) => `/v1/orders/${id}${end}`,
  );
  const { items } = (await shop.get(`/v1/orders/${id}/payments`)).body;
  const payments = items.map((payment) => `/v1/payments/${String(payment['id'])}`);
  const replies = await Promise.all([...paths, ...payments, '/v1/orders'].map((path) => shop.get(path, as)));
  for (const { status } of replies) expect(status).toBe(200);
  const live = await fetch(`${shop.url}/v1/orders/${id}/live`, {
    headers: { authorization: `Bearer ${shop.tokens[as]}` },
  });
  return [...replies.map(({ text }) => text), await live.text()].join('\n');
}

describe('What a customer reads', () => {
  it('has no word of what an operator noted for the shop; operators find it', async () => {
    const id = await shop.place({ paymentMethod: { type: 'bank_transfer' } });
    await shop.until(`/v1/orders/${id}/payments`, (now) => now.items.length === 1);
    await shop.post(`/v1/orders/${id}/cancel`, { reason: secret });
    expect(await shop.rest(id, 'cancelled')).toMatchObject({
      cancellationReason: { code: 'operator', detail: 'The shop cancelled the order.' },
    });
    const read = await everything(id, 'customer');
    expect(read).not.toContain('4711');
    expect(read).not.toContain('demo-operator');
    expect(read).toContain('The shop cancelled the order.');
    expect(await everything(id, 'operator')).toContain(secret);
  });

  it('has no word of why an operator gave money back', async () => {
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    const [payment] = (await shop.get(`/v1/orders/${id}/payments`)).body.items;
    const refund = { amountMinor: 100, reason: secret };
    expect(await shop.post(`/v1/payments/${String(payment!['id'])}/refunds`, refund)).toMatchObject({
      status: 201,
    });
    expect(await everything(id, 'customer')).not.toContain('4711');
    expect(await everything(id, 'operator')).toContain(secret);
  });

  it('has no word of the gateway, when it declines', async () => {
    const id = await shop.place({ paymentMethod: card('tok_declined') });
    expect(await shop.rest(id, 'cancelled')).toMatchObject({
      cancellationReason: { code: 'payment-declined', detail: 'The payment was declined.' },
    });
    expect(await everything(id, 'customer')).not.toMatch(/gateway says|gatewayKey|evidence/);
    expect(await everything(id, 'operator')).toMatch(/gateway says/);
  });

  it('has no word of the database or the program when a step keeps failing', async () => {
    await shop.database.query(
      `alter table inventory.reservations add constraint broken check (quantity <> 7)`,
    );
    try {
      const id = await shop.place({ items: [{ sku: 'MUG', quantity: 7 }] });
      const path = `/v1/orders/${id}/fulfilment`;
      await shop.until(path, (now) => JSON.stringify(now).includes('constraint'));
      const { body } = await shop.get(path, 'customer');
      expect(JSON.stringify(body)).not.toMatch(/relation \\?"|constraint|violates|reservations/);
      const timeline = await shop.get(`/v1/orders/${id}/timeline?limit=100`, 'customer');
      expect(timeline.text).not.toMatch(/relation \\?"|constraint|violates/);
    } finally {
      await shop.database.query(`alter table inventory.reservations drop constraint broken`);
    }
  });

  it('of a long story comes in short pages, and to its end', async () => {
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    await shop.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select stream_id, version + n, gen_random_uuid(), gen_random_uuid(), 0, 'ContextChanged', 1,
         json_build_object('filler', repeat('x', 200000)), metadata, occurred_at
       from (select * from platform.events where stream_id = 'fulfilment-' || $1 order by version desc limit 1) newest,
         generate_series(1, 12) n`,
      [id],
    );
    let seen = 0;
    for (let cursor: unknown = ''; cursor !== null;) {
      const after = cursor === '' ? '' : `&cursor=${String(cursor)}`;
      const page = await shop.get(`/v1/orders/${id}/timeline?limit=100${after}`, 'customer');
      expect(page.text.length).toBeLessThan(700_000);
      seen += page.body.items.filter(({ type }) => type === 'ContextChanged').length;
      cursor = page.body['nextCursor'];
    }
    expect(seen).toBe(12);
  });

  it('names the customer as the one who did what they did', async () => {
    const id = await shop.place({ paymentMethod: { type: 'bank_transfer' } });
    await shop.post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' }, { as: 'customer' });
    const { items } = (await shop.get(`/v1/orders/${id}/events`, 'customer')).body;
    const asked = items.find(({ type }) => type === 'OrderCancellationRequested');
    expect(asked).toMatchObject({ actor: `customer:${shop.customerId}`, reason: 'changed my mind' });
  });
});

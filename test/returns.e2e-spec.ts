import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { IssueRefund } from '../src/payments/contract.js';
import { Rejection } from '../src/platform/core/rejection.js';
import { ProblemCatalogue } from '../src/platform/problems.js';
import { AggregateStore } from '../src/platform/event-store/aggregate-store.js';
import { ReturnReceived } from '../src/returns/contract.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { EventLog } from '../src/platform/event-store/event-log.js';
import { ReturnChoreography } from '../src/returns/choreography.js';
import { returnSchema } from '../src/returns/contract.js';
import { violations } from './faults/orders.js';
import { openShop, type Shop } from './shop.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });

describe('Returns', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 100, 500);
    await shop.stocked('POT', 100, 1_999);
  });
  afterAll(() => shop.close());

  async function delivered(items = [{ sku: 'MUG', quantity: 2 }]): Promise<string> {
    const id = await shop.place({ items });
    await shop.rest(id, 'shipped');
    expect(await shop.post(`/v1/orders/${id}/deliver`)).toMatchObject({ status: 200 });
    return id;
  }
  const request = (orderId: string, quantity: number, sku = 'MUG') =>
    shop.post(
      `/v1/orders/${orderId}/returns`,
      { items: [{ sku, quantity }], reason: 'the handle is broken' },
      { as: 'customer' },
    );
  const verb = (id: unknown, name: string, body: object = { reason: 'we looked at it' }) =>
    shop.post(`/v1/returns/${String(id)}/${name}`, body);
  const arrived = (...items: [sku: string, quantity: number, condition: string][]) => ({
    items: items.map(([sku, quantity, condition]) => ({ sku, quantity, condition })),
  });
  const refunded = (id: unknown) =>
    shop.until(`/v1/returns/${String(id)}`, ({ status }) => status === 'refunded');
  const stock = async (sku: string) => (await shop.get(`/v1/stock/${sku}`)).body;

  it('put what can be sold back on the shelf, write the rest off, and give the money of both back', async () => {
    const orderId = await delivered([
      { sku: 'MUG', quantity: 2 },
      { sku: 'POT', quantity: 1 },
    ]);
    const before = { mugs: await stock('MUG'), pots: await stock('POT') };
    const asked = await request(orderId, 2);
    expect(asked).toMatchObject({ status: 201, body: { status: 'requested', orderId } });
    const { id } = asked.body;
    expect(asked.headers.get('location')).toBe(`/v1/returns/${String(id)}`);
    expect(await verb(id, 'approve')).toMatchObject({ status: 200, body: { status: 'approved' } });
    const taken = await verb(id, 'receive', arrived(['MUG', 1, 'sellable'], ['MUG', 1, 'damaged']));
    expect(taken).toMatchObject({
      status: 200,
      body: { status: 'received', refundTotal: { amountMinor: 1_000, currency: 'EUR' } },
    });
    const { body } = await refunded(id);
    expect(returnSchema.strict().parse(body).items).toEqual([
      {
        sku: 'MUG',
        quantity: 2,
        received: 2,
        sellable: 1,
        damaged: 1,
        refund: { amountMinor: 1_000, currency: 'EUR' },
      },
    ]);
    const [payment] = (await shop.get(`/v1/orders/${orderId}/payments`)).body.items;
    expect(payment).toMatchObject({ state: 'partially-refunded', refunded: { amountMinor: 1_000 } });
    expect(await stock('MUG')).toMatchObject({ onHand: Number(before.mugs['onHand']) + 1 });
    expect(await stock('POT')).toMatchObject({ onHand: before.pots['onHand'] });
    expect((await shop.get(`/v1/orders/${orderId}`)).body).toMatchObject({ status: 'delivered' });

    const rest = (await request(orderId, 1, 'POT')).body['id'];
    await verb(rest, 'approve');
    await verb(rest, 'receive', arrived(['POT', 1, 'sellable']));
    await refunded(rest);
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'returned');
    expect((await shop.get(`/v1/orders/${orderId}/payments`)).body.items).toMatchObject([
      { state: 'refunded' },
    ]);
    expect(await violations(shop.database)).toEqual([]);
  });

  it.each(['constructor', '__proto__'])('take back goods whose SKU is %s, as many as came', async (sku) => {
    await shop.stocked(sku, 10, 500);
    const orderId = await delivered([{ sku, quantity: 2 }]);
    for (const nth of ['first', 'second']) {
      const { status, body } = await request(orderId, 1, sku);
      expect([nth, status]).toEqual([nth, 201]);
      await verb(body['id'], 'approve');
      await verb(body['id'], 'receive', arrived([sku, 1, 'sellable']));
      await refunded(body['id']);
      expect(await request(orderId, 2, sku)).toMatchObject(problem(422, 'return.more-than-delivered'));
    }
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'returned');
    expect(await stock(sku)).toMatchObject({ sku, onHand: 10 });
    expect(await violations(shop.database)).toEqual([]);
  });

  it('never take more than was delivered, also when two ask for the last unit at once', async () => {
    const orderId = await delivered();
    expect(await request(orderId, 3)).toMatchObject(problem(422, 'return.more-than-delivered'));
    expect(await request(orderId, 1, 'JAR')).toMatchObject(problem(422, 'return.more-than-delivered'));
    const both = await Promise.all([request(orderId, 2), request(orderId, 2), request(orderId, 1)]);
    expect(both.map(({ status }) => status).sort()).toContain(201);
    const units = both.filter(({ status }) => status === 201).flatMap(({ body }) => body.items);
    expect(units.reduce((total, { quantity }) => total + Number(quantity), 0)).toBeLessThanOrEqual(2);
    expect(await violations(shop.database)).toEqual([]);
  });

  it('that are called off or turned down, or arrive in part, leave the rest to be asked for again', async () => {
    const orderId = await delivered();
    const first = (await request(orderId, 2)).body['id'];
    expect(await verb(first, 'reject')).toMatchObject({ status: 200, body: { status: 'rejected' } });
    const second = (await request(orderId, 2)).body['id'];
    await verb(second, 'approve');
    const cancel = { reason: 'I keep it' };
    expect(await shop.post(`/v1/returns/${String(second)}/cancel`, cancel, { as: 'customer' })).toMatchObject(
      { status: 200, body: { status: 'cancelled', detail: 'I keep it' } },
    );
    const third = (await request(orderId, 2)).body['id'];
    expect(await verb(third, 'receive', arrived(['MUG', 1, 'sellable']))).toMatchObject(
      problem(409, 'return.not-approved'),
    );
    await verb(third, 'approve');
    expect(await verb(third, 'receive', arrived(['MUG', 3, 'sellable']))).toMatchObject(
      problem(422, 'return.more-than-requested'),
    );
    await verb(third, 'receive', arrived(['MUG', 1, 'sellable']));
    await refunded(third);
    expect(await verb(third, 'receive', arrived(['MUG', 1, 'sellable']))).toMatchObject(
      problem(409, 'return.not-open'),
    );
    expect(await request(orderId, 1)).toMatchObject({ status: 201 });
    expect(await violations(shop.database)).toEqual([]);
  });

  it('wait for the delivery, and are the business of their customer and of staff', async () => {
    const early = await shop.place();
    expect(await request(early, 1)).toMatchObject(problem(409, 'return.not-delivered'));
    expect(await request(newId(), 1)).toMatchObject(problem(404, 'order.not-found'));
    const orderId = await delivered();
    const { id } = (await request(orderId, 1)).body;
    const path = `/v1/returns/${String(id)}`;
    expect(await shop.get(path, 'otherCustomer')).toMatchObject(problem(404, 'return.not-found'));
    const foreign = { as: 'otherCustomer' as const };
    expect(await shop.post(`${path}/cancel`, { reason: 'mine' }, foreign)).toMatchObject({ status: 404 });
    expect(
      await shop.post(
        `/v1/orders/${orderId}/returns`,
        { items: [{ sku: 'MUG', quantity: 1 }], reason: 'x' },
        foreign,
      ),
    ).toMatchObject({ status: 404 });
    for (const name of ['approve', 'reject', 'receive', 'retry-refund', 'settle']) {
      expect(await shop.post(`${path}/${name}`, { reason: 'me' }, { as: 'customer' })).toMatchObject({
        status: 403,
      });
    }
    expect(await verb(id, 'approve', {})).toMatchObject({ status: 400 });
    expect(await verb(id, 'retry-refund')).toMatchObject(problem(409, 'return.not-open'));
    const stale = { headers: { 'if-match': '"9"' } };
    expect(await shop.post(`${path}/reject`, { reason: 'no' }, stale)).toMatchObject({ status: 412 });
    const mine = await shop.get(`/v1/returns?orderId=${orderId}&status=requested`, 'customer');
    expect(mine.body.items.map((one) => one['id'])).toEqual([id]);
    expect((await shop.get('/v1/returns', 'otherCustomer')).body.items).toEqual([]);
    expect((await shop.get(`${path}?version=1`)).body).toMatchObject({ status: 'requested', version: 1 });
  });

  it('that are heard of again, after a crash, move no unit and no money again', async () => {
    const orderId = await delivered();
    const { id } = (await request(orderId, 2)).body;
    await verb(id, 'approve');
    await verb(id, 'receive', arrived(['MUG', 1, 'sellable'], ['MUG', 1, 'damaged']));
    await refunded(id);
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'returned');
    const log = shop.app.get(EventLog);
    const streams = [`return-${String(id)}`, `payment-${derivedId(orderId, 'payment')}`];
    const told = (
      await Promise.all(streams.map((stream) => log.readStream(stream, { from: 1, limit: 100 })))
    ).flat();
    const choreography = shop.app.get(ReturnChoreography);
    const heard = told.filter(({ event }) => choreography.events.some(({ type }) => type === event.type));
    expect(heard).toHaveLength(2);
    const head = async () =>
      (await shop.database.query('select max(position) as at from platform.events'))[0];
    const before = await head();
    await choreography.handle(heard);
    await choreography.handle([...heard].reverse());
    expect(await head()).toEqual(before);
  });

  it('ask for the same refund again after a lost race, which says nothing of the refund', async () => {
    const orderId = await delivered();
    const { id } = (await request(orderId, 2)).body;
    await verb(id, 'approve');
    await verb(id, 'receive', arrived(['MUG', 2, 'sellable']));
    await refunded(id);
    const told = await shop.app.get(EventLog).readStream(`return-${String(id)}`, { from: 1, limit: 100 });
    const asked: object[] = [];
    const loses = {
      execute: (command: object) => {
        asked.push(command);
        const isRefund = command instanceof IssueRefund;
        return isRefund ? Promise.reject(new Rejection('concurrent-change', 'again')) : Promise.resolve({});
      },
    } as unknown as CommandBus;
    const [queries, store] = [shop.app.get(QueryBus), shop.app.get(AggregateStore)];
    const choreography = new ReturnChoreography(
      loses,
      queries,
      store,
      shop.database,
      shop.app.get(ProblemCatalogue),
    );
    const received = told.filter(({ event }) => event instanceof ReturnReceived);
    await expect(choreography.handle(received)).rejects.toMatchObject({ code: 'concurrent-change' });
    expect(asked.at(-1)).toBeInstanceOf(IssueRefund);
  });

  it('whose refund is refused are shown to operators until they are tried again', async () => {
    const orderId = await delivered();
    const [payment] = (await shop.get(`/v1/orders/${orderId}/payments`)).body.items;
    const byHand = { amountMinor: 600, reason: 'goodwill' };
    expect(await shop.post(`/v1/payments/${String(payment!['id'])}/refunds`, byHand)).toMatchObject({
      status: 201,
    });
    const { id } = (await request(orderId, 2)).body;
    await verb(id, 'approve');
    await verb(id, 'receive', arrived(['MUG', 2, 'sellable']));
    const { body } = await shop.until(
      `/v1/returns/${String(id)}`,
      ({ status }) => status === 'refund-refused',
    );
    expect(body['detail']).toMatch(/at most 4.00 EUR/);
    const seen = (await shop.get(`/v1/returns/${String(id)}`, 'customer')).body;
    expect(seen['detail']).toBe('The money could not be given back yet. We are looking into it.');
    const shown = async () => (await shop.get('/v1/ops/attention')).body.items.map((item) => item['id']);
    expect(await shown()).toContain(id);
    expect(await verb(id, 'retry-refund')).toMatchObject({ status: 200, body: { status: 'received' } });
    await shop.until(
      `/v1/returns/${String(id)}`,
      ({ status, version }) => status === 'refund-refused' && version === 6,
    );
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'returned');
    expect(await verb(id, 'settle', {})).toMatchObject({ status: 400 });
    const settled = { status: 'refunded', detail: 'the rest went by transfer' };
    expect(await verb(id, 'settle', { reason: settled.detail })).toMatchObject({
      status: 200,
      body: settled,
    });
    expect(await verb(id, 'settle')).toMatchObject(problem(409, 'return.not-open'));
    expect(await verb(id, 'retry-refund')).toMatchObject(problem(409, 'return.not-open'));
    expect(await shown()).not.toContain(id);
  });
});

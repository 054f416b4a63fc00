import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { DeadLetters } from '../src/platform/kafka/dead-letters.js';
import { demoToken } from '../src/platform/http/demo-identities.js';
import { ask } from './client.js';
import { openShop, type Shop } from './shop.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });

describe('A second person', () => {
  let shop: Shop;
  let colleague: string;
  beforeAll(async () => {
    shop = await openShop({ config: { APPROVAL_LIMIT_MINOR: 1_000 } });
    colleague = await demoToken(shop.config, 'operator', 'demo-colleague');
    await shop.stocked('MUG', 100, 1_000);
  });
  afterAll(() => shop.close());

  const asColleague = (path: string, body: object = { reason: 'seen the receipt' }) =>
    ask('POST', `${shop.url}${path}`, { token: colleague, key: newId(), body });
  async function shipped() {
    const id = await shop.place({ items: [{ sku: 'MUG', quantity: 3 }] });
    await shop.rest(id, 'shipped');
    return `/v1/payments/${derivedId(id, 'payment')}`;
  }
  const refunded = async (payment: string) =>
    ((await shop.get(payment)).body['refunded'] as { amountMinor: number }).amountMinor;
  const wish = { amountMinor: 1_001, reason: 'broken' };

  it('is not needed up to the limit', async () => {
    const payment = await shipped();
    expect(await shop.post(`${payment}/refunds`, { ...wish, amountMinor: 1_000 })).toMatchObject({
      status: 201,
      body: { refunded: { amountMinor: 1_000 } },
    });
  });

  it('agrees to what is above it, and then it is done, once', async () => {
    const payment = await shipped();
    const key = newId();
    const asked = await shop.post(`${payment}/refunds`, wish, { key });
    expect(asked).toMatchObject({
      status: 202,
      body: {
        action: 'payment.refund',
        state: 'waiting',
        amountMinor: 1_001,
        requestedBy: 'operator:demo-operator',
      },
    });
    const approval = asked.headers.get('location')!;
    expect(approval).toBe(`/v1/ops/approvals/${String(asked.body['id'])}`);
    const again = await shop.post(`${payment}/refunds`, wish, { key });
    expect(again.body).toEqual(asked.body);
    expect(await refunded(payment)).toBe(0);
    const waits = async () => (await shop.get('/v1/ops/attention')).body.items.map(({ id }) => id);
    expect(await waits()).toContain(asked.body['id']);

    const own = await shop.post(`${approval}/approve`, { reason: 'I say so' });
    expect(own).toMatchObject(problem(403, 'approval.same-person'));
    const done = await Promise.all([asColleague(`${approval}/approve`), asColleague(`${approval}/approve`)]);
    expect(done.map(({ status }) => status).sort()[0]).toBe(200);
    expect((await shop.get(approval)).body).toMatchObject({
      state: 'done',
      decidedBy: 'operator:demo-colleague',
    });
    expect(await refunded(payment)).toBe(1_001);
    expect(await asColleague(`${approval}/approve`)).toMatchObject(problem(409, 'approval.decided'));
    expect(await waits()).not.toContain(asked.body['id']);
    const log = await shop.database.query(
      `select actor, action, outcome from audit.log where object = $1 order by seq`,
      [asked.body['id']],
    );
    expect(log[0]).toEqual({
      actor: 'operator:demo-operator',
      action: 'approval.approve',
      outcome: 'refused: approval.same-person',
    });
    expect(log[1]).toEqual({ actor: 'operator:demo-colleague', action: 'approval.approve', outcome: 'done' });
  });

  it('refuses, and nothing is done', async () => {
    const payment = await shipped();
    const { body } = await shop.post(`${payment}/refunds`, wish);
    const path = `/v1/ops/approvals/${String(body['id'])}`;
    expect(await asColleague(`${path}/reject`)).toMatchObject({ status: 200, body: { state: 'rejected' } });
    expect(await asColleague(`${path}/approve`)).toMatchObject(problem(409, 'approval.decided'));
    expect(await refunded(payment)).toBe(0);
    const listed = await shop.get('/v1/ops/approvals?state=rejected');
    expect(listed.body.items).toMatchObject([{ id: body['id'] }]);
  });

  it('carries out what was agreed to when a process died in between', async () => {
    const payment = await shipped();
    const { body } = await shop.post(`${payment}/refunds`, wish);
    await shop.database.query(
      `update platform.approvals set state = 'approved', decided_by = 'operator:gone', decision = 'yes',
         decided_at = clock_timestamp() where id = $1`,
      [body['id']],
    );
    const path = `/v1/ops/approvals/${String(body['id'])}`;
    expect(await asColleague(`${path}/approve`)).toMatchObject({ status: 200, body: { state: 'done' } });
    expect(await refunded(payment)).toBe(1_001);
  });

  it('is told why it could not be done after all', async () => {
    const payment = await shipped();
    const both = [
      await shop.post(`${payment}/refunds`, wish),
      await shop.post(`${payment}/refunds`, { ...wish, amountMinor: 2_999 }),
    ];
    for (const { body } of both) await asColleague(`/v1/ops/approvals/${String(body['id'])}/approve`);
    const { body } = await shop.get(`/v1/ops/approvals/${String(both[1]!.body['id'])}`);
    expect(body).toMatchObject({ state: 'failed', outcome: 'at most 19.99 EUR can be refunded' });
    expect(await refunded(payment)).toBe(1_001);
  });

  it('agrees to giving up a record that tells of money, and of no other', async () => {
    const letters = shop.app.get(DeadLetters);
    const letter = async (type: string) => {
      const id = newId();
      const headers = { ce_id: [Buffer.from(id)], ce_type: [Buffer.from(type)] };
      const record = {
        ...{ topic: 'waybill.commands.v1', partition: 0, offset: '7', timestamp: Date.now() },
        ...{ key: Buffer.from(id), value: Buffer.from('{}'), headers },
      };
      await letters.add(id, record as never, { reason: 'schema', error: 'no such payment', attempts: 1 });
      const [row] = await shop.database.query<{ id: string }>(
        'select id from platform.dead_letters where consumer = $1',
        [id],
      );
      return `/v1/ops/dead-letters/${row!.id}/discard`;
    };
    expect(await shop.post(await letter('waybill.command.cancel-order'), { reason: 'old' })).toMatchObject({
      status: 204,
    });
    const path = await letter('waybill.command.record-payment');
    const asked = await shop.post(path, { reason: 'a test of the bank' });
    expect(asked).toMatchObject({ status: 202, body: { action: 'dead-letter.discard', state: 'waiting' } });
    const open = async () => (await shop.get('/v1/ops/dead-letters?state=open')).body.items.length;
    expect(await open()).toBe(1);
    expect(await asColleague(`${asked.headers.get('location')!}/approve`)).toMatchObject({
      body: { state: 'done' },
    });
    expect(await open()).toBe(0);
  });

  it('is an operator', async () => {
    expect(await shop.get('/v1/ops/approvals', 'customer')).toMatchObject({ status: 403 });
    expect(await shop.get(`/v1/ops/approvals/${newId()}`)).toMatchObject(problem(404, 'approval.not-found'));
    expect(await asColleague(`/v1/ops/approvals/${newId()}/reject`)).toMatchObject(
      problem(404, 'approval.not-found'),
    );
  });
});

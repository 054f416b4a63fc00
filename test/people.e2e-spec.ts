import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { Rejection } from '../src/platform/core/rejection.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { demoToken } from '../src/platform/http/demo-identities.js';
import { DeadLetters } from '../src/platform/kafka/dead-letters.js';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../src/payments/gateway/payment-gateway.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { ask, type Reply } from './client.js';
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
    const position = Number(asked.headers.get('event-position'));
    expect([position > 0, again.headers.get('event-position')]).toEqual([true, String(position)]);
    // The answer is kept in the transaction of the approval, or a crash between the two would forget it.
    const together = `
      select i.resource_id as "resourceId" from platform.approvals a, platform.idempotency i
      where i.key = $1 and a.id = i.resource_id::uuid and a.xmin::text = i.xmin::text`;
    expect(await shop.database.query(together, [key])).toEqual([{ resourceId: asked.body['id'] }]);
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

  it('is not asked about what is not there, or has changed', async () => {
    const payment = await shipped();
    expect(await shop.post(`/v1/payments/${newId()}/refunds`, wish)).toMatchObject(
      problem(404, 'payment.not-found'),
    );
    const stale = { headers: { 'if-match': '"99"' } };
    expect(await shop.post(`${payment}/refunds`, wish, stale)).toMatchObject({ status: 412 });
    expect((await shop.post(`${payment}/refunds`, wish)).body).toMatchObject({ currency: 'EUR' });
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

  it('may agree again where a lost race says nothing of what became of it', async () => {
    const payment = await shipped();
    const { body } = await shop.post(`${payment}/refunds`, wish);
    const path = `/v1/ops/approvals/${String(body['id'])}`;
    const commands = shop.app.get(CommandBus);
    const { execute } = commands;
    commands.execute = () => Promise.reject(new Rejection('concurrent-change', 'others were faster'));
    expect(await asColleague(`${path}/approve`)).toMatchObject(problem(409, 'concurrent-change'));
    commands.execute = execute;
    expect((await shop.get(path)).body).toMatchObject({ state: 'approved' });
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
    const approve = () => asColleague(`${asked.headers.get('location')!}/approve`);
    expect(await approve()).toMatchObject({ body: { state: 'done' } });
    expect(await open()).toBe(0);
    await shop.database.query(`update platform.approvals set state = 'approved' where id = $1`, [
      asked.body['id'],
    ]);
    expect(await approve()).toMatchObject({ body: { state: 'done' } });
  });

  describe('for the money of an account', () => {
    const open = async (over: object = {}, as: 'operator' | 'service' = 'operator') =>
      shop.post('/v1/accounts', { ownerId: shop.customerId, currency: 'EUR', ...over }, { as });
    const balance = async (account: string) => (await shop.get(account)).body['balanceMinor'];
    const opened = async (initialDepositMinor: number) => {
      const { body } = await open({ initialDepositMinor }, 'service');
      return `/v1/accounts/${String(body['id'])}`;
    };
    const above = { amountMinor: 1_001, description: 'counted at the desk' };

    it.each([
      ['deposit', 5_000, 6_001],
      ['withdrawal', 5_000, 3_999],
    ])('agrees to a %s by an operator, and then it is booked, once', async (what, before, after) => {
      const account = await opened(before);
      const asked = await shop.post(`${account}/${what}s`, above);
      expect(asked).toMatchObject({
        status: 202,
        body: { object: account.split('/').pop(), amountMinor: 1_001, currency: 'EUR', state: 'waiting' },
      });
      expect(await balance(account)).toBe(before);
      const path = `${asked.headers.get('location')!}/approve`;
      await Promise.all([asColleague(path), asColleague(path)]);
      expect(await balance(account)).toBe(after);
      const upTo = await shop.post(`${account}/${what}s`, { amountMinor: 1_000 });
      expect(upTo).toMatchObject({ status: 201 });
    });

    it('agrees to an account with a first deposit; there is none before', async () => {
      const key = newId();
      const body = { ownerId: shop.customerId, currency: 'EUR', initialDepositMinor: 1_001 };
      const asked = await shop.post('/v1/accounts', body, { key });
      expect(asked).toMatchObject({ status: 202, body: { action: 'account.open', state: 'waiting' } });
      expect((await shop.post('/v1/accounts', body, { key })).body).toEqual(asked.body);
      const account = `/v1/accounts/${String(asked.body['object'])}`;
      expect(await shop.get(account)).toMatchObject(problem(404, 'account.not-found'));
      await asColleague(`${asked.headers.get('location')!}/approve`);
      expect(await balance(account)).toBe(1_001);
      expect(await open({ initialDepositMinor: 1_000 })).toMatchObject({ status: 201 });
    });

    it('agrees to a transfer by an operator, and then it is made, once', async () => {
      const [from, to] = [await opened(5_000), await opened(1)];
      const [fromAccountId, toAccountId] = [from, to].map((account) => account.split('/').pop());
      const move = { ...above, fromAccountId, toAccountId, transferId: newId() };
      const asked = await shop.post('/v1/transfers', move);
      expect(asked).toMatchObject({ status: 202, body: { object: move.transferId, amountMinor: 1_001 } });
      expect(await balance(from)).toBe(5_000);
      await asColleague(`${asked.headers.get('location')!}/approve`);
      expect([await balance(from), await balance(to)]).toEqual([3_999, 1_002]);
      expect(await shop.post('/v1/transfers', move)).toMatchObject({ status: 201 });
      expect(await balance(from)).toBe(3_999);
      const { transferId: _, ...another } = move;
      expect(await shop.post('/v1/transfers', another, { as: 'service' })).toMatchObject({ status: 201 });
      expect(await shop.post('/v1/transfers', another)).toMatchObject({ status: 202 });
      expect(await shop.post('/v1/transfers', { ...another, amountMinor: 9_999 })).toMatchObject(
        problem(409, 'account.insufficient-funds'),
      );
    });

    it('is not needed for what its owner takes out, nor for what a machine has received', async () => {
      const account = await opened(5_000);
      expect(await shop.post(`${account}/deposits`, above, { as: 'service' })).toMatchObject({ status: 201 });
      expect(await shop.post(`${account}/withdrawals`, above, { as: 'customer' })).toMatchObject({
        status: 201,
      });
    });

    it('is not asked about what is refused anyway, or has changed', async () => {
      const account = await opened(1_000);
      expect(await shop.post(`${account}/withdrawals`, above)).toMatchObject(
        problem(409, 'account.insufficient-funds'),
      );
      expect(await shop.post(`/v1/accounts/${newId()}/deposits`, above)).toMatchObject(
        problem(404, 'account.not-found'),
      );
      const stale = { headers: { 'if-match': '"99"' } };
      expect(await shop.post(`${account}/deposits`, above, stale)).toMatchObject({ status: 412 });
    });
  });

  it('agrees to a bank transfer that an operator says has come, and to a surplus that they sent back', async () => {
    const lines = { items: [{ sku: 'MUG', quantity: 2 }], paymentMethod: { type: 'bank_transfer' } };
    const id = await shop.place(lines);
    const payment = `/v1/payments/${derivedId(id, 'payment')}`;
    await shop.until(payment, ({ state }) => state === 'requested');
    const agreed = async ({ headers }: Reply) =>
      (await asColleague(`${headers.get('location')!}/approve`)).body['state'];
    const record = (reference: string) =>
      shop.post(`${payment}/record`, { outcome: 'captured', reference }) as Promise<Reply>;

    const asked = await record('b1');
    expect(asked).toMatchObject({ status: 202, body: { action: 'payment.record', amountMinor: 2_000 } });
    expect((await shop.get(payment)).body).toMatchObject({ state: 'requested' });
    expect(await agreed(asked)).toBe('done');
    await shop.rest(id, 'shipped');
    expect(await record('b1')).toMatchObject({ status: 200, body: { state: 'captured' } });

    const gateway = shop.app.get<PaymentGateway>(PAYMENT_GATEWAY);
    const { refund } = gateway;
    Object.assign(gateway, {
      refund: ({ key }: { key: string }) => Promise.resolve({ outcome: 'refused', key, detail: 'closed' }),
    });
    expect(await agreed(await record('b2'))).toBe('done');
    await shop.database.query(
      'update payments.payments set refund_due_at = clock_timestamp() where refund_due_at is not null',
    );
    const surplus = async () =>
      ((await shop.get(payment)).body['surplus'] as { id: string; state: string }[] | undefined)?.[0];
    const { id: surplusId } = (await eventually(surplus, (now) => now?.state === 'refused'))!;
    Object.assign(gateway, { refund });
    const back = `${payment}/surplus/${surplusId}/return`;
    const returned = await shop.post(back, { reference: 'r1', reason: 'sent by hand' });
    expect(returned).toMatchObject({ status: 202, body: { action: 'payment.return-surplus' } });
    expect(await surplus()).toMatchObject({ state: 'refused' });
    expect(await agreed(returned)).toBe('done');
    expect(await surplus()).toMatchObject({ state: 'returned', reference: 'r1' });
    const twice = await shop.post(back, { reference: 'r2', reason: 'sent by hand' });
    expect(twice).toMatchObject(problem(409, 'payment.already-settled'));
  });

  it('has agreed to all money above the limit that moved by the word of one', async () => {
    const alone = await shop.database.query(
      `select event_type from audit.events where actor like 'operator:%'
         and ((payload->'amount'->>'amountMinor')::bigint > 1000 or event_type = 'SurplusReturned')
         and event_type in ('RefundRequested', 'PaymentRefunded', 'PaymentPartiallyRefunded', 'PaymentCaptured', 'SurplusReceived', 'SurplusReturned',
           'FundsDeposited', 'FundsWithdrawn', 'TransferMade')
         and correlation_id not in (select id::text from audit.approvals where state = 'done')`,
    );
    expect(alone).toEqual([]);
  });

  it('is an operator', async () => {
    expect(await shop.get('/v1/ops/approvals', 'customer')).toMatchObject({ status: 403 });
    expect(await shop.get(`/v1/ops/approvals/${newId()}`)).toMatchObject(problem(404, 'approval.not-found'));
    expect(await asColleague(`/v1/ops/approvals/${newId()}/reject`)).toMatchObject(
      problem(404, 'approval.not-found'),
    );
  });
});

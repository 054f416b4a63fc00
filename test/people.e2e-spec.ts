import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { Rejection } from '../src/platform/core/rejection.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { demoToken } from '../src/platform/http/demo-identities.js';
import { DeadLetters } from '../src/platform/kafka/dead-letters.js';
import { card } from './builders.js';
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
    expect(await asColleague(`${asked.headers.get('location')!}/approve`)).toMatchObject({
      body: { state: 'done' },
    });
    expect(await open()).toBe(0);
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

  it('is an operator', async () => {
    expect(await shop.get('/v1/ops/approvals', 'customer')).toMatchObject({ status: 403 });
    expect(await shop.get(`/v1/ops/approvals/${newId()}`)).toMatchObject(problem(404, 'approval.not-found'));
    expect(await asColleague(`/v1/ops/approvals/${newId()}/reject`)).toMatchObject(
      problem(404, 'approval.not-found'),
    );
  });
});

describe('Words for customers', () => {
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
    const replies = await Promise.all(
      [...paths, ...payments, '/v1/orders'].map((path) => shop.get(path, as)),
    );
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
});

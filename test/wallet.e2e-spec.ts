import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { WalletModule } from '../src/wallet/wallet.module.js';
import { startApp, type SendOptions, type TestApp } from './app.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [WalletModule] });
});
afterAll(() => waybill.close());

const post = (path: string, body: object, options: SendOptions = {}) =>
  waybill.send('POST', path, { as: 'operator', key: newId(), body, ...options });
const get = (path: string, as: SendOptions['as'] = 'customer') => waybill.send('GET', path, { as });
const open = async (initialDepositMinor: number, over: object = {}) => {
  const { customerId: ownerId } = waybill;
  const reply = await post('/v1/accounts', { ownerId, currency: 'EUR', initialDepositMinor, ...over });
  expect(reply.status).toBe(201);
  return String(reply.body['id']);
};
const why = { reason: 'asked for at the desk' };

describe('An account over HTTP', () => {
  it('is opened with a first deposit, and shown to its owner and the shop, to nobody else', async () => {
    const { customerId: ownerId } = waybill;
    const body = { ownerId, currency: 'EUR', initialDepositMinor: 5_000 };
    const reply = await post('/v1/accounts', body);
    const id = String(reply.body['id']);
    expect(reply).toMatchObject({
      status: 201,
      body: {
        ownerId,
        currency: 'EUR',
        balanceMinor: 5_000,
        heldMinor: 0,
        availableMinor: 5_000,
        status: 'open',
      },
    });
    expect(reply.headers.get('location')).toBe(`/v1/accounts/${id}`);
    const path = `/v1/accounts/${id}`;
    expect((await get(path)).body).toStrictEqual(reply.body);
    expect(await get(path, 'otherCustomer')).toMatchObject(problem(404, 'account.not-found'));
    expect(await get(path, 'nobody')).toMatchObject({ status: 401 });
    expect((await get(`${path}?version=1`)).body).toMatchObject({ balanceMinor: 0, version: 1 });
    expect(await get(`${path}?asOf=2020-01-01T00:00:00Z`)).toMatchObject({ status: 404 });
  });

  it('is opened by a customer for themselves, and without money', async () => {
    const own = { ownerId: waybill.customerId, currency: 'EUR' };
    expect(await post('/v1/accounts', own, { as: 'customer' })).toMatchObject({ status: 201 });
    expect(await post('/v1/accounts', own, { as: 'otherCustomer' })).toMatchObject(
      problem(403, 'account.not-your-owner'),
    );
    expect(await post('/v1/accounts', { ...own, initialDepositMinor: 1 }, { as: 'customer' })).toMatchObject(
      problem(403, 'account.deposit-refused'),
    );
  });

  it('takes deposits and pays out what is there', async () => {
    const id = await open(0);
    const path = `/v1/accounts/${id}`;
    const amount = (amountMinor: number) => ({ amountMinor, description: 'at the desk' });
    expect(await post(`${path}/deposits`, amount(700))).toMatchObject({
      status: 201,
      body: { balanceMinor: 700 },
    });
    expect(await post(`${path}/deposits`, amount(1), { as: 'customer' })).toMatchObject({ status: 403 });
    const key = newId();
    const out = () => post(`${path}/withdrawals`, amount(200), { as: 'customer', key });
    const first = await out();
    expect(first).toMatchObject({ status: 201, body: { balanceMinor: 500 } });
    const again = await out();
    expect(again.body).toStrictEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await post(`${path}/withdrawals`, amount(501))).toMatchObject({
      status: 409,
      body: { code: 'account.insufficient-funds', availableMinor: 500 },
    });
    expect(await post(`${path}/withdrawals`, amount(1), { as: 'otherCustomer' })).toMatchObject({
      status: 404,
    });
    expect(await post(`${path}/deposits`, { amountMinor: 0 })).toMatchObject({ status: 400 });
    const stale = { as: 'operator', headers: { 'if-match': '"1"' } } as const;
    expect(await post(`${path}/deposits`, amount(1), stale)).toMatchObject({ status: 412 });
  });

  it('is frozen, unfrozen and closed', async () => {
    const id = await open(300);
    const path = `/v1/accounts/${id}`;
    expect(await post(`${path}/freeze`, why)).toMatchObject({ status: 200, body: { status: 'frozen' } });
    expect(await post(`${path}/withdrawals`, { amountMinor: 1 })).toMatchObject(
      problem(409, 'account.frozen'),
    );
    expect(await post(`${path}/deposits`, { amountMinor: 1 })).toMatchObject({ status: 201 });
    expect(await post(`${path}/unfreeze`, why)).toMatchObject({ status: 200, body: { status: 'open' } });
    expect(await post(`${path}/close`, why, { as: 'customer' })).toMatchObject(
      problem(409, 'account.not-empty'),
    );
    await post(`${path}/withdrawals`, { amountMinor: 301 });
    expect(await post(`${path}/close`, why, { as: 'customer' })).toMatchObject({
      body: { status: 'closed' },
    });
    expect(await post(`${path}/deposits`, { amountMinor: 1 })).toMatchObject(problem(409, 'account.closed'));
    expect(await post(`${path}/freeze`, why, { as: 'customer' })).toMatchObject({ status: 403 });
    const closed = await get(`/v1/accounts?ownerId=${waybill.customerId}&status=closed`);
    expect(closed.body.items.map((item) => item['id'])).toContain(id);
    expect((await get('/v1/accounts', 'otherCustomer')).body.items).toEqual([]);
  });
});

describe('Transfers', () => {
  it('move money once under an id of the caller', async () => {
    const [from, to] = [await open(1_000), await open(0, { ownerId: waybill.otherCustomerId })];
    const transferId = newId();
    const body = { transferId, fromAccountId: from, toAccountId: to, amountMinor: 400, description: 'rent' };
    const send = (over: object = {}, as: SendOptions['as'] = 'customer') =>
      post('/v1/transfers', { ...body, ...over }, { as });
    const made = await send();
    expect(made).toMatchObject({ status: 201, body: { transferId, amountMinor: 400, currency: 'EUR' } });
    expect((await send()).body).toStrictEqual(made.body);
    expect(await send({ amountMinor: 401 })).toMatchObject(problem(409, 'transfer.id-taken'));
    expect(await send({ transferId: newId() }, 'otherCustomer')).toMatchObject(
      problem(404, 'account.not-found'),
    );
    expect(await send({ transferId: newId(), amountMinor: 601 })).toMatchObject(
      problem(409, 'account.insufficient-funds'),
    );
    const dollars = await open(0, { currency: 'USD' });
    expect(await send({ transferId: newId(), toAccountId: dollars })).toMatchObject(
      problem(422, 'transfer.currency-mismatch'),
    );
    expect(await send({ transferId: newId(), toAccountId: newId() })).toMatchObject({ status: 404 });
    expect(await send({ transferId: newId(), toAccountId: from })).toMatchObject({ status: 422 });
    expect((await get(`/v1/accounts/${from}`)).body).toMatchObject({ balanceMinor: 600 });
    expect((await get(`/v1/accounts/${to}`, 'otherCustomer')).body).toMatchObject({ balanceMinor: 400 });
    expect((await get(`/v1/transfers/${transferId}`, 'otherCustomer')).body).toStrictEqual(made.body);
    const entries = await get(`/v1/accounts/${from}/entries`);
    expect(entries.body.items).toMatchObject([
      { transferId, amountMinor: -400, balanceAfterMinor: 600, kind: 'transfer', description: 'rent' },
      { amountMinor: 1_000, balanceAfterMinor: 1_000, kind: 'deposit' },
    ]);
  });
});

describe('The ledger', () => {
  it('pages through entries, and tells what a period began and ended with', async () => {
    const id = await open(0);
    const path = `/v1/accounts/${id}`;
    for (const amountMinor of [100, 200, 300])
      await post(`${path}/deposits`, { amountMinor, description: '=1+1' });
    const first = await get(`${path}/entries?limit=2`);
    expect(first.body.items.map((item) => item['amountMinor'])).toEqual([300, 200]);
    const rest = await get(`${path}/entries?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(rest.body).toMatchObject({ items: [{ amountMinor: 100 }], nextCursor: null });
    const from = String(first.body.items[1]!['at']);
    const statement = (await get(`${path}/statement?from=${from}`)).body;
    expect(statement).toMatchObject({ closingBalanceMinor: 600, currency: 'EUR' });
    const entries = statement['entries'] as { amountMinor: number }[];
    const moved = entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
    expect(Number(statement['openingBalanceMinor']) + moved).toBe(600);
    const before = (await get(`${path}/statement?to=2020-01-01T00:00:00Z&from=2019-01-01T00:00:00Z`)).body;
    expect(before).toMatchObject({ openingBalanceMinor: 0, entries: [], closingBalanceMinor: 0 });
    expect(await get(`${path}/statement`, 'otherCustomer')).toMatchObject({ status: 404 });
  });

  it('gives a statement as a table in which no text is a formula', async () => {
    const id = await open(0);
    await post(`/v1/accounts/${id}/deposits`, { amountMinor: 100, description: '=1+1' });
    const reply = await waybill.send('GET', `/v1/accounts/${id}/statement`, {
      as: 'customer',
      headers: { accept: 'text/csv' },
    });
    expect(reply.headers.get('content-type')).toContain('text/csv');
    const lines = reply.text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('opening-balance,,,0,EUR');
    expect(lines[2]).toContain("deposit,'=1+1,100,100,EUR");
    expect(lines[3]).toContain('closing-balance,,,100,EUR');
  });

  it('adds up to nothing in each currency, now and at any instant', async () => {
    await open(250, { currency: 'JPY' });
    const { body } = await get('/v1/ledger/trial-balance', 'operator');
    expect(body['totals']).toEqual(
      expect.arrayContaining([
        { currency: 'EUR', balanceMinor: 0 },
        { currency: 'JPY', balanceMinor: 0 },
      ]),
    );
    const yen = body.items.filter((item) => item['currency'] === 'JPY');
    expect(yen).toMatchObject([
      { kind: 'customer', balanceMinor: 250 },
      { kind: 'cash-clearing', balanceMinor: -250 },
      { kind: 'order-revenue', balanceMinor: 0 },
      { kind: 'refund-liability', balanceMinor: 0 },
      { kind: 'write-off', balanceMinor: 0 },
    ]);
    const { body: then } = await get('/v1/ledger/trial-balance?asOf=2020-01-01T00:00:00Z', 'operator');
    expect(then).toMatchObject({ items: [], totals: [] });
    expect(await get('/v1/ledger/trial-balance')).toMatchObject({ status: 403 });
  });

  it('says that a sum beyond the exact range cannot be told, and still tells it as of before', async () => {
    const before = new Date().toISOString();
    const all = Number.MAX_SAFE_INTEGER;
    await Promise.all([open(all, { currency: 'CHF' }), open(all, { currency: 'CHF' })]);
    const now = await get('/v1/ledger/trial-balance', 'operator');
    expect(now).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const then = await get(`/v1/ledger/trial-balance?asOf=${before}`, 'operator');
    expect(then).toMatchObject({ status: 200 });
  });
});

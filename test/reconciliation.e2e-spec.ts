import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { Comparisons } from '../src/platform/reconciliation/comparison.js';
import { startApp, type TestApp } from './app.js';
import { order, product } from './builders.js';

describe('A difference between two books', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({
      config: { RECONCILIATION_EVERY_SECONDS: 1, RECONCILIATION_GRACE_SECONDS: 0 },
    });
    await waybill.send('POST', '/v1/products', { body: product('MUG') });
    await waybill.send('POST', '/v1/stock/MUG/receipts', { body: { quantity: 10 }, key: newId() });
  });
  afterAll(() => waybill.close());

  interface Item {
    readonly kind: string;
    readonly object: string;
    readonly detail: string;
  }
  const sql = (text: string, ...params: unknown[]) => waybill.database.query(text, params);
  const differences = async (): Promise<Item[]> => {
    const { body } = await waybill.send('GET', '/v1/ops/attention');
    return (body.items as unknown as Item[]).filter(({ kind }) => kind === 'difference');
  };
  const allAgree = () => eventually(async () => (await differences()).length === 0);

  /** The provider forgets the charge of a payment. Answers how it remembers. */
  const lose = async (paymentId: unknown): Promise<() => Promise<unknown>> => {
    const [charge] = (await sql(
      'delete from simulator.charges where payment_id = $1 returning to_json(charges) as row',
      paymentId,
    )) as [{ row: object }];
    const columns = Object.keys(charge.row)
      .filter((name) => name !== 'entered')
      .join(', ');
    const again = `insert into simulator.charges (${columns})
      select ${columns} from json_populate_record(null::simulator.charges, $1)`;
    return () => sql(again, JSON.stringify(charge.row));
  };

  it('is on the attention list with both sides, and in a metric, until it is mended', async () => {
    const body = order(waybill.customerId);
    const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body });
    const id = String(placed.body['id']);
    const shipped = await eventually(async () => {
      const now = (await waybill.send('GET', `/v1/orders/${id}`)).body;
      return now['status'] === 'shipped' && now;
    });
    await allAgree();
    const paymentId = String(shipped['paymentId']);
    const one = 'where payment_id = $1';
    const seeds = [
      ['payments-and-provider', `update simulator.charges set amount_minor = amount_minor + 1 ${one}`],
      [
        'orders-and-payments',
        `update payments.payments set amount_minor = amount_minor + 1, captured_minor = captured_minor + 1 ${one}`,
      ],
    ] as const;
    for (const [books, seed] of seeds) {
      await sql(seed, paymentId);
      const found = await eventually(async () =>
        (await differences()).find(({ detail }) => detail.startsWith(`${books}: `)),
      );
      expect(found.detail).toMatch(/^[a-z-]+: .*\d+.*; .*\d+/);
      const { text } = await waybill.send('GET', '/metrics', { as: 'nobody' });
      expect(text).toContain(`waybill_reconciliation_differences{books="${books}"}`);
      await sql(seed.replaceAll('+ 1', '- 1'), paymentId);
      await allAgree();
    }
    const restore = await lose(paymentId);
    const missing = await eventually(async () => (await differences())[0]);
    expect(missing.detail).toMatch(/^provider-and-payments: .*the provider has no such charge$/);
    await restore();
    await allAgree();
    await sql(`update inventory.stock_levels set reserved = reserved + 1 where sku = 'MUG'`);
    expect((await eventually(async () => (await differences())[0])).detail).toBe(
      'stock-and-reservations: stock says 1 are reserved; reservations hold 0',
    );
    await sql(`update inventory.stock_levels set reserved = reserved - 1 where sku = 'MUG'`);
    await allAgree();
  });

  it('is found in the part that a provider has of what two pay, and in nothing that an account pays alone', async () => {
    const paidBy = async (initialDepositMinor: number) => {
      const opening = { ownerId: waybill.customerId, currency: 'EUR', initialDepositMinor };
      const opened = await waybill.send('POST', '/v1/accounts', { key: newId(), body: opening });
      const wallet = { accountId: String(opened.body['id']) };
      const paymentMethod = { type: 'card', token: 'tok_ok', wallet };
      const body = order(waybill.customerId, { paymentMethod });
      const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body });
      const path = `/v1/orders/${String(placed.body['id'])}`;
      return eventually(async () => {
        const now = (await waybill.send('GET', path)).body;
        return now['status'] === 'shipped' && now;
      });
    };
    const alone = await paidBy(100_000);
    const { paymentId, total } = await paidBy(300);
    const cardMinor = (total as { amountMinor: number }).amountMinor - 300;
    await allAgree();
    const books = (name: string) =>
      waybill.app
        .get(Comparisons)
        .all()
        .find((one) => one.name === name)!;
    const keyOf = async (id: unknown) =>
      (
        await waybill.database.query<{ key: string }>(
          'select gateway_key::text as key from payments.payments where payment_id = $1',
          [id],
        )
      )[0]!.key;
    const converse = books('provider-and-payments');
    expect(await converse.compare([await keyOf(alone['paymentId'])])).toEqual([]);
    const key = await keyOf(paymentId);
    expect(await converse.compare([key])).toEqual([]);
    await sql('update simulator.charges set amount_minor = amount_minor - 1 where key = $1', key);
    expect(await books('payments-and-provider').compare([key])).toEqual([
      {
        object: key,
        ours: `the payment has ${cardMinor} EUR captured, 0 given back`,
        theirs: `the provider has ${cardMinor - 1} EUR captured, 0 given back`,
      },
    ]);
    await sql('update simulator.charges set amount_minor = amount_minor + 1 where key = $1', key);
    const restore = await lose(paymentId);
    expect(await converse.compare([key])).toMatchObject([
      { ours: `the payment has ${cardMinor} captured, 0 given back` },
    ]);
    await restore();
    await allAgree();
  });

  it('is found in goods that stock has kept, or let go, against what became of the order', async () => {
    const orderIn = async (status: string, over: object = {}) => {
      const body = order(waybill.customerId, over);
      const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body });
      const id = String(placed.body['id']);
      await eventually(async () => (await waybill.send('GET', `/v1/orders/${id}`)).body['status'] === status);
      return id;
    };
    const shipped = await orderIn('shipped');
    const cancelled = await orderIn('cancelled', {
      paymentMethod: { type: 'card', token: 'tok_declined' },
    });
    await allAgree();
    for (const [id, status, ends, wrong, shown] of [
      [shipped, 'shipped', 'consumed', 'released', 'released'],
      [cancelled, 'cancelled', 'released', 'consumed', 'committed'],
    ]) {
      const seed =
        'update inventory.reservations set state = $2 where order_id = $1 and state = $3 returning quantity';
      // Stock learns how the order ended after the order shows it.
      const row = await eventually(async () => (await sql(seed, id, wrong, ends))[0]);
      const found = await eventually(async () =>
        (await differences()).find(({ detail }) => detail.startsWith('orders-and-reservations: ')),
      );
      expect(found).toMatchObject({
        object: id,
        detail: `orders-and-reservations: the order is ${status}; stock holds for it: ${String(row['quantity'])} of MUG ${shown}`,
      });
      await sql(seed, id, ends, wrong);
      await allAgree();
    }
  });

  it('is found in an account whose ledger says otherwise', async () => {
    const deposit = { ownerId: waybill.customerId, currency: 'EUR', initialDepositMinor: 500 };
    const opened = await waybill.send('POST', '/v1/accounts', { key: newId(), body: deposit });
    expect(opened.status).toBe(201);
    await sql('update wallet.accounts set balance_minor = 501 where account_id = $1', opened.body['id']);
    expect((await eventually(async () => (await differences())[0])).detail).toBe(
      'accounts-and-ledger: the account has 501, of which 0 are held; its postings add up to 500, its holds to 0',
    );
    await sql('update wallet.accounts set balance_minor = 500 where account_id = $1', opened.body['id']);
    await allAgree();
  });

  it('is no concern of anybody while it may be under way', async () => {
    await sql(`insert into platform.reconciliation_differences (name, object, ours, theirs, shown_at)
      values ('spec', 'x', 'one', 'two', clock_timestamp() + interval '1 hour')`);
    expect(await differences()).toEqual([]);
    await sql(
      `update platform.reconciliation_differences set shown_at = clock_timestamp() where name = 'spec'`,
    );
    expect(await differences()).toEqual([expect.objectContaining({ object: 'x', detail: 'spec: one; two' })]);
    await sql(`delete from platform.reconciliation_differences where name = 'spec'`);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { misplaced } from './histories.js';
import { mixedLoad, type History } from './load.js';
import { openShop, type Shop } from '../shop.js';
import { unheard, violations } from './violations.js';

describe('After an afternoon of every kind of order', () => {
  let shop: Shop;
  let auditor: pg.Client;
  let history: History;
  const audit = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await auditor.query<Row>(sql, values)).rows;

  beforeAll(async () => {
    shop = await openShop();
    auditor = new pg.Client({ connectionString: shop.config.DATABASE_URL });
    await auditor.connect();
    await auditor.query('set role waybill_auditor');
    await shop.stocked('MUG', 500);
    await shop.stocked('POT', 200, 3500);
    await shop.stocked('SCARCE', 5, 99);
    await shop.post('/v1/stock/POT/adjustments', { delta: -7, reason: 'broken' });
    history = await mixedLoad(shop);
    // Fifteen seconds pass at once: who looks for refunds that nobody finishes begins to look.
    await shop.database.query(
      'update payments.payments set refund_due_at = clock_timestamp() where refund_due_at > now()',
    );
    await rest();
  });
  afterAll(async () => {
    await auditor?.end();
    await shop?.close();
  });

  /** Until nothing moves any more: no order on its way, no subscription behind. */
  const rest = async (): Promise<void> => {
    const moving = violations.filter(([name]) => /^(S1|P2|M4|M6)/.test(name)).map(([, sql]) => sql);
    for (let waited = 0; waited < 20_000; waited += 100) {
      const found = await Promise.all(moving.map((sql) => audit(sql)));
      if (found.every((rows) => rows.length === 0)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('every kind of end was among them', async () => {
    const rows = await audit<{ how: string }>(
      `select distinct o.status || coalesce(' ' || (e.payload->>'code'), '') as how from audit.orders o
       left join audit.events e on e.stream_id = 'order-' || o.order_id and e.event_type = 'OrderCancelled'`,
    );
    expect(rows.map(({ how }) => how)).toEqual(
      expect.arrayContaining([
        'shipped',
        'delivered',
        'cancelled insufficient-stock',
        'cancelled payment-declined',
        'cancelled payment-timeout',
        'cancelled shipment-refused',
        'cancelled customer-request',
      ]),
    );
    expect(history.orders.length).toBeGreaterThan(55);
  });

  it.each([...violations, unheard()])('there is not %s', async (_, sql) => {
    expect(await audit(sql)).toEqual([]);
  });

  it('E4: every event follows from a request that was accepted, or from another event', async () => {
    const accepted = new Set(history.requests.filter(({ reply }) => reply.status < 300).map(({ id }) => id));
    const refused = history.requests.filter(({ reply }) => reply.status >= 400);
    expect(refused.length).toBeGreaterThan(4);
    const rows = await audit<{ correlation_id: string; causation_id: string | null }>(
      `select correlation_id, causation_id from audit.events where stream_type not in ('product', 'stock')`,
    );
    expect(rows.filter((row) => row.causation_id === null && !accepted.has(row.correlation_id))).toEqual([]);
    for (const { id } of refused) {
      expect(rows.filter((row) => row.correlation_id === id)).toEqual([]);
    }
  });

  it('E7: no stream tells a story that cannot be', async () => {
    const events = await audit<{ stream_id: string; stream_type: string; event_type: string }>(
      'select stream_id, stream_type, event_type from audit.events order by global_pos',
    );
    expect(events.length).toBeGreaterThan(1_000);
    expect(misplaced(events)).toEqual([]);
  });

  it('M3: the journal of the gateway and the payments are the same list', async () => {
    const charges: Record<string, unknown>[] = [];
    for (let next = ''; ;) {
      const { body } = await shop.get(`/v1/simulator/charges?limit=100${next}`);
      charges.push(...body.items);
      if (body['nextCursor'] === null) break;
      next = `&cursor=${encodeURIComponent(String(body['nextCursor']))}`;
    }
    const payments = await audit<{ gateway_key: string; captured_minor: string; refunded_minor: string }>(
      `select gateway_key, captured_minor, refunded_minor from audit.payments p where captured_minor > 0
         and not exists (select from audit.events e where e.stream_id = 'payment-' || p.payment_id
           and e.payload->'method'->>'type' in ('bank_transfer', 'wallet'))`,
    );
    const ours = payments.map((row) => [
      row.gateway_key,
      Number(row.captured_minor),
      Number(row.refunded_minor),
    ]);
    const theirs = charges.map(({ key, amountMinor, refundedMinor }) => [key, amountMinor, refundedMinor]);
    expect(ours.sort()).toEqual(theirs.sort());
  });

  it('M4: an order that was shipped keeps what is due, less what operators gave back', async () => {
    const rows = await audit<{ order_id: string; due: string; kept: string }>(
      `select order_id, total_minor as due, captured_minor - refunded_minor as kept
       from audit.orders join audit.payments using (order_id) where status in ('shipped', 'delivered')`,
    );
    for (const { order_id: id, due, kept } of rows) {
      expect([id, Number(kept)]).toEqual([id, Number(due) - (history.givenBack.get(id) ?? 0)]);
    }
    expect(history.givenBack.size).toBe(3);
  });

  it('H1: a repeat gets the same bytes, and the record has their hash', async () => {
    for (const { path, key, body, as, reply } of history.requests.slice(0, 25)) {
      const again = await shop.send('POST', path, { as, key, body });
      if (reply.status === 400) continue;
      expect([again.status, again.text]).toEqual([reply.status, reply.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const [row] = await audit(
        'select state, http_status, body_sha256, resource_id from audit.idempotency where key = $1',
        [key],
      );
      expect(row).toMatchObject({
        ...{ state: 'completed', http_status: reply.status },
        body_sha256: createHash('sha256').update(reply.text).digest('hex'),
        ...(reply.status < 300 && { resource_id: reply.body['id'] }),
      });
    }
  });
});

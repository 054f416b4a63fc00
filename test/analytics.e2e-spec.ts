import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnalyticsModule } from '../src/analytics/analytics.module.js';
import { startApp, type TestApp } from './app.js';

const reports = ['sales', 'funnel', 'top-products', 'cancellations', 'stock-turnover', 'customers'];

describe('Reports over HTTP', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [AnalyticsModule] });
    await waybill.database.query(`
      insert into analytics.order_facts (order_id, customer_id, currency, total_minor, units, created_at, confirmed_at, paid_at)
      values (gen_random_uuid(), gen_random_uuid(), 'EUR', 1250, 2, '2026-05-01', '2026-05-01', '2026-05-01T00:01:00Z')`);
    await waybill.database.query(`
      insert into analytics.sold_lines values (gen_random_uuid(), 'MUG', '=cmd|"evil", "x"', 'EUR', 2, 1250, '2026-05-01', false)`);
  });
  afterAll(() => waybill.close());

  const get = (
    path: string,
    as: 'operator' | 'customer' | 'service' | 'nobody' = 'operator',
    accept?: string,
  ) => waybill.send('GET', `/v1/analytics/${path}`, { as, headers: accept ? { accept } : {} });

  it.each(reports)('are for operators only: %s', async (report) => {
    const statuses = await Promise.all(
      (['operator', 'customer', 'service', 'nobody'] as const).map(
        async (as) => (await get(report, as)).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 403, 401]);
  });

  it.each(reports)('say up to which position they are true, as JSON and as CSV: %s', async (report) => {
    const period = 'from=2026-05-01&to=2026-06-01';
    const json = await get(`${report}?${period}`);
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    expect(json.body).toMatchObject({ timeZone: 'UTC', from: '2026-05-01T00:00:00.000Z', asOfPosition: 0 });
    const csv = await get(`${report}?${period}`, 'operator', 'text/csv');
    expect([csv.status, csv.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(csv.headers.get('as-of-position')).toBe('0');
    const [head, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(json.body.items.length);
    expect(head).toMatch(/^[a-zA-Z0-9]+(,[a-zA-Z0-9]+)+$/);
    const [first] = json.body.items;
    if (first) expect(head).toBe(Object.keys(first).join(','));
  });

  it('let no name become a formula', async () => {
    const { text } = await get('top-products?from=2026-05-01&to=2026-06-01', 'operator', 'text/csv');
    expect(text).toContain(`MUG,"'=cmd|""evil"", ""x""",EUR,1,2,1250`);
  });

  it.each([
    'sales?timeZone=Mars/Olympus',
    'sales?timeZone=%2B01:00',
    'sales?interval=minute',
    'sales?from=yesterday',
    'sales?from=2026-05-01&to=2026-05-01',
    'sales?from=2026-05-02&to=2026-05-01',
    'sales?from=2020-05-02&to=2026-05-01',
    'sales?from=2026-01-01&to=2026-05-01&interval=hour',
    'sales?from=2026-02-30',
    'funnel?interval=day',
    'top-products?by=colour',
    'top-products?limit=101',
    'customers?limit=0',
    'stock-turnover?sku=%25',
  ])('refuse %s', async (path) => {
    const refused = await get(path);
    expect([refused.status, refused.body['code']]).toEqual([400, 'invalid-request']);
  });
});

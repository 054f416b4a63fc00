import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../platform/testing/database.js';
import { startInstance, type Instance } from '../platform/testing/instance.js';
import { CHARGED } from './books.js';

const PAYMENTS = 8_000;
/** Blocks of 8 kB for one payment: a look into an index and its stream, twice. */
const MOST_BLOCKS = 40;

const MADE = `
  with made as (select n, gen_random_uuid() as id, gen_random_uuid() as key from generate_series(1, $1::int) n),
  paid as (
    insert into payments.payments (payment_id, order_id, customer_id, gateway_key, state, currency, amount_minor,
      captured_minor, refunded_minor, version)
    select id, gen_random_uuid(), id, key, 'captured', 'EUR', 100, 100, 0, 2 from made)
  insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version, data,
    metadata, occurred_at)
  select 'payment-' || id, version, gen_random_uuid(), gen_random_uuid(), 0, type, 1, data::json,
    '{"actor":"spec","correlationId":"c","causationId":null}', now()
  from made, (values (1, 'PaymentRequested', '{"method":{"type":"card","token":"t"}}'),
    (2, 'PaymentCaptured', '{"reference":"ch_1"}')) e(version, type, data)
  order by n, version`;

let db: TestDatabase;
let waybill: Instance;
beforeAll(async () => {
  db = await testDatabase();
  waybill = await startInstance(db.url, { providers: [] });
  await waybill.database.query(MADE, [PAYMENTS]);
}, 60_000);
afterAll(async () => {
  await waybill.stop();
  await db.drop();
});

it.each(['as a table nobody has looked at', 'with statistics'])(
  'Charges are compared payment by payment, however many there are, %s',
  async (how) => {
    if (how === 'with statistics') await waybill.database.query('analyze platform.events, payments.payments');
    const keys = await waybill.database.query<{ key: string }>(
      'select gateway_key::text as key from payments.payments order by gateway_key limit 500',
    );
    const explain = `explain (analyze, buffers, timing off, format json) ${CHARGED}`;
    const [told] = await waybill.database.query<{
      'QUERY PLAN': [{ Plan: Record<string, number> }];
    }>(explain, [keys.map(({ key }) => key)]);
    const [{ Plan: plan }] = told!['QUERY PLAN'];
    expect(plan['Actual Rows']).toBe(500);
    expect((plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)).toBeLessThan(
      500 * MOST_BLOCKS,
    );
  },
);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { Comparisons } from '../src/platform/reconciliation/comparison.js';
import { unheard, violations } from './contract/violations.js';
import { hasRested } from './faults/orders.js';
import { openShop, type Shop } from './shop.js';
import { Walk } from './unusual-walks.js';

/** `WAYBILL_WALKS=300 npm test -- test/unusual-sequences` walks further. */
const walks = Number(process.env['WAYBILL_WALKS'] ?? 16);
const seed = Number(process.env['WAYBILL_WALK_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
const AT_ONCE = 6;
const STEPS = 18;

/** At rest, beyond the rules that hold everywhere: here nobody outside refuses to give money back. */
const ownRules: typeof violations = [
  [
    'money on its way back that nobody brings',
    `select asked.stream_id from audit.events asked
     where asked.event_type in ('RefundRequested', 'SurplusReceived') and not exists (
       select from audit.events ended where ended.stream_id = asked.stream_id and ended.version > asked.version
         and coalesce(ended.payload->>'refundId', ended.payload->>'surplusId')
           = coalesce(asked.payload->>'refundId', asked.payload->>'surplusId'))`,
  ],
  [
    'kept of an order that went out: something else than it costs less what was given back for a reason',
    `select o.order_id, o.total_minor, p.captured_minor, p.refunded_minor, wished.minor
     from audit.orders o join audit.payments p using (order_id)
       cross join lateral (
         select coalesce(sum((e.payload->'amount'->>'amountMinor')::bigint), 0) as minor from audit.events e
         where e.stream_id = 'payment-' || p.payment_id and e.event_type = 'RefundRequested'
           and e.payload->>'reason' <> 'units of the order were cancelled'
           and exists (select from audit.events d where d.stream_id = e.stream_id
             and d.event_type in ('PaymentRefunded', 'PaymentPartiallyRefunded')
             and d.payload->>'refundId' = e.payload->>'refundId')) wished
     where o.status in ('shipped', 'delivered', 'returned')
       and p.captured_minor - p.refunded_minor <> o.total_minor - wished.minor`,
  ],
  [
    'units that have left otherwise than parcels took them, replacements included',
    `select s.sku, s.shipped, taken.units from audit.stock s cross join lateral (
       select coalesce(sum((line->>'quantity')::int), 0) as units from audit.shipments p
         cross join lateral (select payload->'lines' as lines from audit.events
           where stream_id = 'shipment-' || p.shipment_id and event_type in ('ShipmentRequested', 'ShipmentReduced')
           order by version desc limit 1) parcel, json_array_elements(parcel.lines) line
       where p.state in ('dispatched', 'in_transit', 'delivered', 'lost') and line->>'sku' = s.sku) taken
     where s.shipped <> taken.units`,
  ],
  [
    'units that are kept for nobody',
    `select r.* from audit.reservations r left join audit.orders o using (order_id)
     where r.state = 'held' and (o.order_id is null or o.status not in ('confirmed', 'paid'))`,
  ],
];

describe.each([
  ['a carrier takes', 'simulator'],
  ['people move', 'manual'],
] as const)('Orders whose parcels %s', (_, carrier) => {
  let shop: Shop;
  beforeAll(async () => {
    const hasty = { PAYMENT_PATIENCE_SECONDS: 3, PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS: 3 };
    shop = await openShop({ config: { CARRIER: carrier, RECONCILIATION_EVERY_SECONDS: 3_600, ...hasty } });
    for (const sku of ['CUP', 'PAN']) await shop.stocked(sku, 10_000, 700);
    await shop.stocked('GIFT', 10_000, 0);
  });
  afterAll(() => shop.close());

  /** What rules and books say, each with the first few it is about. */
  async function wrong(): Promise<string[]> {
    const found: string[] = [];
    const tell = (what: string, rows: readonly unknown[]) =>
      rows.length > 0 && found.push(`${what}: ${JSON.stringify(rows.slice(0, 3))}`);
    for (const [what, sql] of [...violations, unheard(), ...ownRules]) {
      tell(what, await shop.database.query(sql));
    }
    for (const books of shop.app.get(Comparisons).all()) {
      tell(books.name, await books.compare(await books.next('', 10_000), true));
    }
    return found;
  }

  async function walkAll(all: readonly Walk[]): Promise<void> {
    const queue = [...all];
    const walker = async (): Promise<void> => {
      for (let walk = queue.pop(); walk; walk = queue.pop()) {
        await walk.begin();
        for (let n = 0; n < STEPS; n++) await walk.step();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walker));
    // A refund that lost a race is taken up again after a quarter of a minute, and then after half of one.
    for (const end = performance.now() + 120_000; performance.now() < end; await sleep(500)) {
      for (const walk of all) await walk.tidy();
      if (await hasRested(shop.database)) return;
    }
  }

  it(
    `and everything that people do to them in any order, leave nothing lost or doubled (seed ${seed})`,
    async () => {
      const dice = fc.array(fc.nat({ max: 999_999 }), { minLength: 500, maxLength: 500 });
      const all = fc
        .sample(dice, { seed, numRuns: walks })
        .map((throws) => new Walk(shop, throws, carrier === 'manual'));
      await walkAll(all);
      let found = await wrong();
      for (const end = performance.now() + 20_000; found.length > 0 && performance.now() < end;) {
        await sleep(500);
        found = await wrong();
      }
      const guilty = all.filter(({ orderId }) => found.join().includes(orderId)).map(({ did }) => did);
      expect({ found, guilty }).toEqual({ found: [], guilty: [] });
      const ends = await shop.database.query<{ status: string }>('select distinct status from audit.orders');
      // A walk that never gets far says nothing.
      expect(ends.map(({ status }) => status)).toEqual(expect.arrayContaining(['cancelled', 'delivered']));
    },
    240_000 + walks * 2_000,
  );
});

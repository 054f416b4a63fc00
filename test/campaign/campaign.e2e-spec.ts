import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import { allRested, hasRested, stocked, violations } from '../faults/orders.js';
import { everyFault, faultPlan, strike } from './faults.js';
import { letGo, shop, twice, wishes, type Wish, type Witness } from './people.js';
import { PATIENCE_SECONDS, startRig, type Rig } from './rig.js';

/** `npm run chaos` makes it longer and chooses the seed. */
const seconds = Number(process.env['WAYBILL_CHAOS_SECONDS'] ?? 8);
const seed = Number(process.env['WAYBILL_CHAOS_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
const isLong = seconds > 60;
const manyLines = isLong ? 1_000 : 100;
const SHOPPERS = 6;
/** How long everything may take to come to its end on a busy machine. */
const patienceMs = 300_000 + seconds * 500;
const timeoutMs = 2 * seconds * 1_000 + patienceMs + 300_000;

/** What an ordinary customer wants. */
const plain = (sku: string): Wish => ({
  ...{ sku, quantity: 1, lines: 1, token: 'tok_ok', country: 'GB', postalCode: 'N1 7AA' },
  ...{ payer: 'card', thenMs: 0, then: 'nothing' },
});

const nobodyYet = (): Witness => ({ acknowledged: [], lessened: [], cameBack: [], inexcusable: [] });

describe(`A campaign of faults, ${seconds} s, seed ${seed}`, () => {
  const witness = nobodyYet();
  const struck = new Map<string, number>();
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig();
    await stocked(rig.next(), 'HOT', 100_000);
    await stocked(rig.next(), 'COLD', 100_000);
    await stocked(rig.next(), 'RARE', 40);
    for (let i = 0; i < manyLines; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, j) => stocked(rig.next(), `LINE-${i + j}`, 10_000)));
    }
  }, 180_000);
  afterAll(() => rig?.close(), 60_000);

  /** People shop while the work is under way. */
  async function shopping(salt: number, work: () => Promise<void>): Promise<void> {
    let isOver = false;
    const queue = fc.sample(wishes(manyLines), { seed: seed + salt, numRuns: 20 * seconds });
    const shopper = async (): Promise<void> => {
      for (let wish = queue.pop(); wish && !isOver; wish = queue.pop()) await shop(rig.next, wish, witness);
    };
    const shoppers = Array.from({ length: SHOPPERS }, shopper);
    await work();
    isOver = true;
    await Promise.all(shoppers);
  }

  /** Faults are over, operators let go of what waits for them, everything comes to its end. */
  async function peace(seen: Witness): Promise<Record<string, number>> {
    for (const { name } of await subscriptions())
      await twice(rig.next(), `/v1/ops/subscriptions/${name}/resume`);
    const end = performance.now() + patienceMs;
    for (let round = 0; performance.now() < end; round++) {
      // That the carrier answers others is what tells a hopeless order from an outage.
      if (round % 20 === 0) await shop(rig.next, plain('HOT'), seen);
      await sleep(500);
      if ((await letGo(rig.next())) === 0 && (await hasRested(rig.database))) break;
    }
    await shop(rig.next, { ...plain('HOT'), then: 'return' }, seen);
    return allRested(rig.database, 30_000);
  }

  const subscriptions = async () =>
    (await rig.next().call<{ items: { name: string }[] }>('GET', '/v1/ops/subscriptions')).body.items;

  it(
    'leaves every order at its end, nothing lost, doubled or unexplained',
    async () => {
      await shopping(1, async () => {
        const end = performance.now() + seconds * 1_000;
        const plan = fc.sample(faultPlan, { seed, numRuns: 4 * seconds });
        const first = everyFault.map((name, which) => ({ name, which: which % 2, pauseMs: 100 }));
        for (const fault of [...first, ...plan]) {
          if (performance.now() > end && struck.size === everyFault.length) break;
          await strike(rig, fault);
          struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
          await sleep(fault.pauseMs);
        }
      });
      expect(witness.inexcusable).toEqual([]);
      const ends = await peace(witness);
      expect([...struck.keys()].sort()).toEqual([...everyFault].sort());
      expect(witness.inexcusable).toEqual([]);
      expect(ends['shipped']).toBeGreaterThan(0);
      expect(witness.cameBack.length).toBeGreaterThan(0);
      if (isLong) expect(witness.lessened.length).toBeGreaterThan(0);
      expect(await lostOf(witness.acknowledged)).toEqual([]);
      expect(await violations(rig.database, PATIENCE_SECONDS)).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'goes on after the log has lost its tail beneath living processes',
    async () => {
      await rig.remember();
      const kept = [...witness.acknowledged];
      await shopping(2, async () => {
        await sleep(Math.max(3_000, seconds * 100));
        await rig.goBack();
        await sleep(Math.max(3_000, seconds * 100));
      });
      const after = nobodyYet();
      for (const sku of ['HOT', 'COLD']) {
        for (let i = 0; i < 4; i++) await shop(rig.next, plain(sku), after);
      }
      const own = [...after.acknowledged];
      await peace(after);
      expect([...witness.inexcusable, ...after.inexcusable]).toEqual([]);
      expect(await lostOf([...kept, ...after.acknowledged])).toEqual([]);
      const shipped = await rig.database.query(
        `select 1 from audit.orders where order_id = any ($1) and status = 'shipped'`,
        [own],
      );
      expect([own.length, shipped.length]).toEqual([8, 8]);
      expect(await violations(rig.database, PATIENCE_SECONDS)).toEqual([]);
      await stocked(rig.next(), `AFTER-${newId()}`, 1);
    },
    timeoutMs,
  );

  async function lostOf(ids: readonly string[]): Promise<string[]> {
    const rows = await rig.database.query<{ id: string }>(
      `select id from unnest($1::uuid[]) as id where not exists (select from audit.orders where order_id = id)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }
});

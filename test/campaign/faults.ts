import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { letGo, twice } from './people.js';
import type { Rig } from './rig.js';

const subscriptions = ['fulfilment.saga', 'orders.order-list', 'catalog.product-list'];

/** What can go wrong in a month; each ends healed. */
const faults = {
  kill: (rig: Rig, which: number) => rig.kill(which),
  freeze: (rig: Rig, which: number) => rig.freeze(which, 3_500),
  restartDatabase: (rig: Rig) => rig.restartDatabase(),
  async endSessions({ database }: Rig) {
    await database
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5`,
      )
      .catch(() => undefined);
  },
  async noise({ database }: Rig) {
    for (const payload of ['5000000', '-1', '', 'NaN', '9007199254740993', '{"head":1e9}']) {
      await database.query(`select pg_notify('waybill_log', $1)`, [payload]).catch(() => undefined);
    }
  },
  async hurriedOperator(rig: Rig, which: number) {
    const name = subscriptions[which % subscriptions.length]!;
    await twice(rig.next(), `/v1/ops/subscriptions/${name}/pause`);
    await sleep(300);
    await twice(rig.next(), '/v1/ops/subscriptions/orders.order-list/rebuild');
    await letGo(rig.next());
    await twice(rig.next(), `/v1/ops/subscriptions/${name}/resume`);
  },
  heldSnapshot: (rig: Rig) => heldSnapshot(rig.url, 4_000),
} satisfies Record<string, (rig: Rig, which: number) => Promise<unknown>>;

export type Fault = { readonly name: keyof typeof faults; readonly which: number; readonly pauseMs: number };

export const faultPlan: fc.Arbitrary<Fault> = fc.record({
  name: fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])),
  which: fc.constantFrom(0, 1),
  pauseMs: fc.integer({ min: 100, max: 1_500 }),
});

export const everyFault = Object.keys(faults) as readonly (keyof typeof faults)[];

export async function strike(rig: Rig, { name, which }: Fault): Promise<void> {
  await faults[name](rig, which);
}

/** Somebody looks at the log as it was, and takes their time: a dump, a comparison, a report. */
async function heldSnapshot(url: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    for (const end = performance.now() + ms; performance.now() < end; await sleep(200)) {
      await client.query('select 1 from platform.events limit 1');
    }
    await client.query('commit');
  } catch {
    // The server was restarted beneath it, which is somebody else's fault.
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startGate, type Gate } from './gate.js';
import { startInstance, type Instance } from './instance.js';
import type { Reply } from '../client.js';
import { allRested, answered, orderBody, placed, stocked, violations, type Met } from './orders.js';
import { startReplicas, type Replicas } from './replicas.js';

const patienceMs = 120_000;

let replicas: Replicas;
let gate: Gate;
let instances: Instance[];
let source: DataSource | undefined;
let database: Database;
let turn = 0;
const next = (): Instance => instances[turn++ % instances.length]!;

/** Straight to a server, past the gate. */
async function look(url: string): Promise<void> {
  if (source?.isInitialized) await source.destroy();
  source = await new DataSource({ type: 'postgres', url }).initialize();
  // The driver tells the pool of each connection that the server ends; nobody else has to hear it here.
  (source.driver as unknown as { master: NodeJS.EventEmitter }).master.on('error', () => undefined);
  database = new Database(source, new LogSignal());
}

async function begin(): Promise<void> {
  replicas = await startReplicas();
  gate = await startGate(replicas.primary.url);
  instances = await Promise.all([startInstance(gate.url), startInstance(gate.url)]);
  await look(replicas.primary.url);
  await stocked(next(), 'MUG', 10_000);
}

async function end(): Promise<void> {
  await Promise.all(instances.map((instance) => instance.kill()));
  await source?.destroy();
  await gate.close();
  await replicas.close();
}

const isReady = async ({ url }: Instance): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );
const allReady = () =>
  eventually(async () => (await Promise.all(instances.map(isReady))).every(Boolean), patienceMs);

describe('A name that leads to a standby for a while', () => {
  beforeAll(begin, 300_000);
  afterAll(end, 60_000);

  /** What customers and operators ask, once each. */
  async function asked(order: string): Promise<Reply[]> {
    const body = orderBody({ sku: 'MUG' });
    return Promise.all([
      next().call('POST', '/v1/orders', { key: newId(), body }),
      next().call('POST', `/v1/orders/${order}/cancel`, { key: newId(), body: { reason: 'no' } }),
      next().call('POST', '/v1/stock/MUG/receipts', { key: newId(), body: { quantity: 1 } }),
      next().call('GET', `/v1/orders/${order}`),
      next().call('GET', '/v1/orders'),
      next().call('GET', '/v1/ops/attention'),
    ]);
  }

  const counted = async () => {
    const tasks = 'select * from platform.saga_tasks where failures > 0';
    const sagas = `select * from platform.sagas where state = 'needs-attention'`;
    const parked = 'select * from platform.parked';
    return (await Promise.all([tasks, sagas, parked].map((sql) => database.query(sql)))).flat();
  };

  /** Several times what a step may fail before an operator is shown it. */
  async function onTheStandby(): Promise<void> {
    const orders = await Promise.all(
      Array.from({ length: 6 }, () => placed(next, { sku: 'MUG', postalCode: 'SLOW300' })),
    );
    await replicas.caughtUp();
    gate.pointAt(replicas.standby.url);
    await eventually(async () => !(await Promise.all(instances.map(isReady))).some(Boolean), patienceMs);
    const replies: Reply[] = [];
    for (let n = 0; n < 10; n++) {
      replies.push(...(await asked(orders[0]!.id)));
      expect(await Promise.all(instances.map(isReady))).toEqual([false, false]);
      await sleep(500);
    }
    const [statuses, waits] = [
      replies.map(({ status }) => status),
      replies.map(({ headers }) => headers.has('retry-after')),
    ];
    expect([...new Set(statuses)]).toEqual([503]);
    expect([...new Set(waits)]).toEqual([true]);
  }

  const wellAgain = async (): Promise<void> => {
    await allReady();
    expect(await counted()).toEqual([]);
    const order = await placed(next, { sku: 'MUG' });
    expect((await allRested(database, patienceMs))['shipped']).toBeGreaterThan(0);
    expect((await next().call('GET', `/v1/orders/${order.id}`)).body['status']).toBe('shipped');
    expect(await counted()).toEqual([]);
    expect(await violations(database)).toEqual([]);
  };

  it('is answered 503, counts as nothing, and is over when the name leads back', async () => {
    await onTheStandby();
    gate.pointAt(replicas.primary.url);
    await wellAgain();
  }, 400_000);

  it('is over too when the standby is promoted beneath it', async () => {
    await onTheStandby();
    await replicas.primary.stop('fast');
    await replicas.promote();
    await look(replicas.standby.url);
    await wellAgain();
  }, 400_000);
});

describe('A failover to a standby that had not received everything', () => {
  beforeAll(begin, 300_000);
  afterAll(end, 60_000);

  it('under load loses what had not arrived and breaks nothing else', async () => {
    const orders: { id: string; began: number }[] = [];
    const met: Met[] = [];
    let isOver = false;
    const shopper = async (): Promise<void> => {
      for (let n = 0; !isOver; n++) {
        const order = { sku: 'MUG', token: n % 5 === 0 ? 'tok_declined' : 'tok_ok' };
        const began = performance.now();
        const { body } = await answered(next, order, (each) => met.push(each));
        orders.push({ id: body.id, began });
      }
    };
    const shoppers = Array.from({ length: 6 }, shopper);
    await sleep(3_000);
    const kept = [...orders];
    await replicas.caughtUp();
    replicas.cutReplication();
    const cutAt = performance.now();
    await eventually(() => orders.filter(({ began }) => began > cutAt).length > 10, patienceMs);
    const late = orders.filter(({ began }) => began > cutAt);
    await replicas.primary.stop('immediate');
    await replicas.promote();
    gate.pointAt(replicas.standby.url);
    await look(replicas.standby.url);
    await allReady();
    const failedOverAt = performance.now();
    await eventually(() => orders.filter(({ began }) => began > failedOverAt).length > 10, patienceMs);
    isOver = true;
    await Promise.all(shoppers);

    await allRested(database, patienceMs);
    const there = async (some: readonly { id: string }[]) =>
      (
        await database.query('select 1 from audit.orders where order_id = any ($1)', [
          some.map(({ id }) => id),
        ])
      ).length;
    const after = orders.filter(({ began }) => began > failedOverAt);
    expect([await there(kept), await there(late), await there(after)]).toEqual([
      kept.length,
      0,
      after.length,
    ]);
    expect(met.filter(({ status }) => status === 500)).toEqual([]);
    expect((await next().call('GET', `/v1/orders/${late[0]!.id}`)).status).toBe(404);
    expect(await violations(database)).toEqual([]);
  }, 600_000);
});

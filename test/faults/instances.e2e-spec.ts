import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startTwo, type Cluster } from './cluster.js';
import { standBy } from './instance.js';
import { allRested, answered, placed, rested, stocked, violations, type Met } from './orders.js';

const LEASE_MS = 1_000;

jest.setTimeout(120_000);

describe('Two instances, of which one leaves the other alone', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startTwo();
    await stocked(cluster.next(), 'RELAY', 100_000);
  });
  afterAll(() => cluster.close());

  /** Shoppers at a steady pace, until the work is over. */
  async function shopping<Result>(
    work: Promise<Result>,
    next: Cluster['next'],
    meets?: (met: Met) => void,
  ): Promise<Result> {
    let over = false;
    const shopper = async () => {
      while (!over) {
        await answered(next, { sku: 'RELAY', key: newId() }, meets);
        await sleep(30);
      }
    };
    const shoppers = [shopper(), shopper(), shopper()];
    const result = await work.finally(() => (over = true));
    await Promise.all(shoppers);
    return result;
  }

  const fences = async () => {
    const rows = await cluster.database.query<{ name: string; fence: number; owner: string }>(
      'select name, fence, owner from platform.subscriptions',
    );
    return new Map(rows.map(({ name, ...row }) => [name, row]));
  };

  it('one that sleeps for three leases and wakes up writes nothing any more in its old right', async () => {
    const [sleeper, other] = cluster.instances as [Cluster['instances'][0], Cluster['instances'][0]];
    await shopping(sleep(1_000), cluster.next);
    const before = await fences();
    const lost = await shopping(
      (async () => {
        sleeper.signal('SIGSTOP');
        await sleep(3 * LEASE_MS);
        const during = await fences();
        sleeper.signal('SIGCONT');
        await sleep(LEASE_MS);
        return [...during].filter(([name, { fence }]) => fence > before.get(name)!.fence);
      })(),
      () => other,
    );
    // It held its share, and the other one took over all of it.
    expect(lost.length).toBeGreaterThan(0);
    expect(new Set(lost.map(([, { owner }]) => owner)).size).toBe(1);
    expect(Object.keys(await allRested(cluster.database))).toEqual(['shipped']);
    expect(await violations(cluster.database)).toEqual([]);
    const after = await fences();
    for (const [name, { fence }] of lost) expect(after.get(name)!.fence).toBeGreaterThanOrEqual(fence);
    // And it is a useful member again.
    expect((await answered(() => sleeper, { sku: 'RELAY' })).status).toBe(202);
  });

  it('a rolling restart by SIGTERM: clients notice no more than a closed door, and every exit is clean and quick', async () => {
    const met: Met[] = [];
    const exits: { code: number | null; ms: number }[] = [];
    const rolling = async () => {
      for (const i of [0, 1]) {
        const successor = await standBy(cluster.url);
        const began = performance.now();
        const code = await cluster.instances[i]!.stop();
        exits.push({ code, ms: performance.now() - began });
        cluster.instances[i] = await successor.start();
        await sleep(300);
      }
    };
    await shopping(rolling(), cluster.next, (seen) => met.push(seen));
    expect(exits.map(({ code }) => code)).toEqual([0, 0]);
    for (const { ms } of exits) expect(ms).toBeLessThan(10_000);
    // Nobody was cut off in mid-sentence: what failed never reached the application.
    const seen = new Set(met.map((it) => (it.status === 'broken' ? it.code : it.status)));
    const allowed = [202, 503, 'ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'];
    expect([...seen].filter((it) => !allowed.includes(it))).toEqual([]);
    expect(Object.keys(await allRested(cluster.database))).toEqual(['shipped']);
    expect(await violations(cluster.database)).toEqual([]);
  });

  it('what a task tells its saga does not pass for a right of the lease', async () => {
    const { id } = await placed(cluster.next, { sku: 'RELAY', postalCode: 'DOWN' });
    const look = () => cluster.next().call('GET', `/v1/orders/${id}/fulfilment`);
    await eventually(async () => (await look()).body['state'] === 'needs-attention');
    const body = { reason: 'nobody delivers there' };
    const told = await cluster.next().call('POST', `/v1/ops/sagas/${id}/compensate`, { body });
    expect(told.status).toBe(202);
    expect(await rested(cluster.database, id)).toBe('cancelled');
    expect(await violations(cluster.database)).toEqual([]);
  });

  it('a second SIGTERM ends an instance at once', async () => {
    const [instance] = cluster.instances;
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    await client.query('begin; lock table platform.events in exclusive mode');
    const receipt = { key: newId(), body: { quantity: 1 } };
    const underWay = instance!.call('POST', '/v1/stock/RELAY/receipts', receipt).catch(() => 'cut');
    const waiting = `select from pg_locks where relation = 'platform.events'::regclass and not granted`;
    await eventually(async () => (await client.query(waiting)).rows.length > 0);
    instance!.signal('SIGTERM');
    await eventually(() =>
      fetch(instance!.url).then(
        () => false,
        () => true,
      ),
    );
    expect(await instance!.stop()).toBe(1);
    expect(await underWay).toBe('cut');
    await client.end();
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/core/ids.js';
import { Database } from '../../src/platform/event-store/database.js';
import { LogSignal } from '../../src/platform/event-store/log-signal.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startInstance, type Instance } from './instance.js';
import { allRested, orderBody, placed, rested, stocked, violations } from './orders.js';

jest.setTimeout(180_000);

const PATIENCE_MS = 60_000;

interface Attention {
  readonly items: { kind: string; detail: string; since: string }[];
}

describe('An instance that answers callers, and one that does the work behind', () => {
  let server: TestDatabase;
  let source: DataSource;
  let database: Database;
  let api: Instance;
  let worker: Instance;
  const alive: Instance[] = [];
  const start = async (role: string): Promise<Instance> => {
    const instance = await startInstance(server.url, { ROLE: role });
    alive.push(instance);
    return instance;
  };
  const checks = async (instance: Instance) => {
    const { status, body } = await instance.call('GET', '/health/ready');
    return { status, ...(body['checks'] as Record<string, string>) };
  };

  beforeAll(async () => {
    server = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: server.url }).initialize();
    database = new Database(source, new LogSignal());
    api = await start('api');
  });
  afterAll(async () => {
    await Promise.all(alive.map((instance) => instance.kill()));
    await source.destroy();
    await server.drop();
  });

  it('the one alone takes orders, leaves them as they are, and says what is missing', async () => {
    await stocked(api, 'SHARED', 100_000);
    const { id } = await placed(() => api, { sku: 'SHARED' });
    expect(await checks(api)).toMatchObject({ status: 200, database: 'up', work: 'down' });
    const item = await eventually(async () => {
      const { body } = await api.call<Attention>('GET', '/v1/ops/attention');
      return body.items.find(({ kind }) => kind === 'worker');
    }, PATIENCE_MS);
    expect(item.detail).toContain('ROLE=worker');
    expect((await api.call('GET', `/v1/orders/${id}`)).body['status']).toBe('confirmed');
    expect((await api.call('GET', '/metrics')).text).toMatch(/^waybill_workers 0$/m);
    expect(await database.query('select from platform.subscriptions where owner is not null')).toEqual([]);
    expect(await database.query('select from platform.saga_tasks')).toEqual([]);
  });

  it('the other one joins: what was left is done, and nothing is missing any more', async () => {
    worker = await start('worker');
    expect(Object.keys(await allRested(database, PATIENCE_MS))).toEqual(['shipped']);
    expect(await checks(api)).toMatchObject({ status: 200, work: 'up' });
    const { body } = await api.call<Attention>('GET', '/v1/ops/attention');
    expect(body.items.filter(({ kind }) => kind === 'worker')).toEqual([]);
  });

  it('the one answers reads of its own writes from lists that the other one keeps', async () => {
    const written = await api.call('POST', '/v1/orders', {
      key: newId(),
      body: orderBody({ sku: 'SHARED' }),
    });
    const position = written.headers.get('event-position')!;
    const id = String(written.body['id']);
    const read = await eventually(async () => {
      const reply = await api.call<{ items: { id: string }[] }>('GET', '/v1/orders?limit=5', {
        headers: { 'min-event-position': position, prefer: 'wait=8' },
      });
      return reply.status === 200 && reply.body;
    }, PATIENCE_MS);
    expect(read.items.map((order) => order.id)).toContain(id);
  });

  it('a live view of the one shows what the other one does', async () => {
    const { id } = await placed(() => api, { sku: 'SHARED' });
    const text = await api.listen(
      `/v1/orders/${id}/live`,
      (heard) => heard.includes('OrderShipped'),
      PATIENCE_MS,
    );
    expect(text).toContain('event: OrderShipped');
  });

  it('the other one answers how it is, and says of everything else where to ask', async () => {
    expect(await checks(worker)).toMatchObject({ status: 200, work: 'up' });
    expect((await worker.call('GET', '/health/live')).status).toBe(200);
    expect((await worker.call('GET', '/metrics')).text).toContain('waybill_workers 1');
    for (const path of ['/v1/orders', '/docs', '/', '/problems', '/v1/ops/attention', '/nothing']) {
      const { status, body } = await worker.call('GET', path);
      expect([path, status, body['code']]).toEqual([path, 404, 'not-served-here']);
      expect(body['detail']).toContain('/health/ready');
    }
    const posted = await worker.call('POST', '/v1/orders', {
      key: newId(),
      body: orderBody({ sku: 'SHARED' }),
    });
    expect([posted.status, posted.body['code']]).toEqual([404, 'not-served-here']);
  });

  it('the other one is killed amid orders and started again: every order ends once', async () => {
    const ids: string[] = [];
    const shopper = async () => {
      for (let n = 0; n < 8; n++) ids.push((await placed(() => api, { sku: 'SHARED' })).id);
    };
    const shopping = Promise.all([shopper(), shopper(), shopper(), shopper()]);
    await eventually(() => ids.length >= 8, PATIENCE_MS);
    await worker.kill();
    await shopping;
    expect(ids).toHaveLength(32);
    worker = await start('worker');
    for (const id of ids) expect(await rested(database, id, PATIENCE_MS)).toBe('shipped');
    expect(await violations(database)).toEqual([]);
  });

  it('an operator asks the one, and the other one does it', async () => {
    const name = encodeURIComponent('orders.order-list');
    const body = { reason: 'to see who does it' };
    const asked = await api.call<{ id: string }>('POST', `/v1/ops/subscriptions/${name}/rebuild`, { body });
    expect(asked.status).toBe(202);
    await eventually(async () => {
      const { body: rebuild } = await api.call('GET', `/v1/ops/rebuilds/${asked.body.id}`);
      return rebuild['state'] === 'done';
    }, PATIENCE_MS);
  });

  it('an instance with no role does both, beside the others', async () => {
    const both = await startInstance(server.url);
    alive.push(both);
    const { id } = await placed(() => both, { sku: 'SHARED' });
    expect(await rested(database, id, PATIENCE_MS)).toBe('shipped');
    await worker.stop();
    const later = await placed(() => api, { sku: 'SHARED' });
    expect(await rested(database, later.id, PATIENCE_MS)).toBe('shipped');
  });
});

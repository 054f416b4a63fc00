import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CatalogModule } from '../src/catalog/catalog.module.js';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';

const model = 'catalog.product-list';

describe('operators over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ rooms: [CatalogModule] });
    for (const sku of ['OPS-1', 'OPS-2']) {
      const body = { sku, name: sku, category: 'ops', price: { amountMinor: 100, currency: 'EUR' } };
      const { status } = await app.send('POST', '/v1/products', { as: 'operator', body, key: sku });
      expect(status).toBe(201);
    }
  });
  afterAll(() => app.close());

  const ops = (method: string, path: string, body?: unknown) =>
    app.send(method, `/v1/ops/${path}`, { as: 'operator', ...(body !== undefined && { body }) });
  const because = { reason: 'a spec asks' };

  it('is for operators only', async () => {
    for (const path of ['subscriptions', 'rebuilds', 'snapshots/rebuilds', 'parked', 'attention', 'events']) {
      expect((await app.send('GET', `/v1/ops/${path}`, { as: 'customer' })).status).toBe(403);
      expect((await app.send('GET', `/v1/ops/${path}`, { as: 'nobody' })).status).toBe(401);
      expect((await ops('GET', path)).status).toBe(200);
    }
  });

  it('shows checkpoint, head, lag, state and owner of each subscription', async () => {
    const status = await eventually(async () => {
      const { body } = await ops('GET', 'subscriptions');
      return body.items.find(({ name, lag }) => name === model && lag === 0);
    });
    expect(status).toMatchObject({ state: 'running', checkpoint: status['head'], parked: 0, epoch: 1 });
    expect(typeof status['owner']).toBe('string');
  });

  it('pauses and resumes, each with a reason, and remembers both', async () => {
    expect((await ops('POST', `subscriptions/${model}/pause`, {})).status).toBe(400);
    const paused = await ops('POST', `subscriptions/${model}/pause`, because);
    expect([paused.status, paused.body['state'], paused.body['owner']]).toEqual([200, 'paused', null]);
    expect((await ops('POST', `subscriptions/${model}/resume`, because)).body['state']).toBe('running');
    const stranger = await ops('POST', 'subscriptions/no.such-thing/pause', because);
    expect([stranger.status, stranger.body['code']]).toEqual([404, 'subscription.not-found']);
    const log = await app.database.query<{ action: string; outcome: string; reason: string }>(
      'select action, outcome, reason from audit.log order by seq',
    );
    expect(log).toEqual([
      { action: 'subscription.pause', outcome: 'done', reason: because.reason },
      { action: 'subscription.resume', outcome: 'done', reason: because.reason },
      { action: 'subscription.pause', outcome: 'refused: subscription.not-found', reason: because.reason },
    ]);
  });

  it('rebuilds a read model and verifies it, with a resource to follow', async () => {
    const started = await ops('POST', `subscriptions/${model}/rebuild`, because);
    expect([started.status, started.body['subscription'], started.body['state']]).toEqual([
      202,
      model,
      'running',
    ]);
    const location = started.headers.get('location')!;
    expect(location).toBe(`/v1/ops/rebuilds/${String(started.body['id'])}`);
    const done = await eventually(async () => {
      const { body } = await app.send('GET', location, { as: 'operator' });
      return body['state'] !== 'running' && body;
    });
    expect(done).toMatchObject({
      state: 'done',
      comparison: { rows: { live: 2, rebuilt: 2 }, differences: 0 },
    });
    const { body } = await app.send('GET', '/v1/products', { as: 'customer' });
    expect(body.items).toHaveLength(2);
  });

  it('lists what does not get better by itself: here a row that nobody can explain', async () => {
    await app.database.query(`update catalog.product_list set name = 'forged' where sku = 'OPS-1'`);
    await ops('POST', `subscriptions/${model}/rebuild`, { ...because, mode: 'verify' });
    const trouble = await eventually(async () => (await ops('GET', 'attention')).body.items[0]);
    expect(trouble).toMatchObject({
      kind: 'mismatch',
      object: model,
      detail: '1 rows differ from what the log says',
    });
    await ops('POST', `subscriptions/${model}/rebuild`, because);
    await eventually(async () => (await ops('GET', 'attention')).body.items.length === 0);
  });

  it('searches the log, newest first, page by page', async () => {
    const first = await ops('GET', 'events?limit=1&type=ProductCreated');
    expect(first.body.items).toMatchObject([{ stream: 'product-OPS-2', version: 1, type: 'ProductCreated' }]);
    const cursor = String(first.body['nextCursor']);
    const second = await ops('GET', `events?limit=1&type=ProductCreated&cursor=${cursor}`);
    expect(second.body.items).toMatchObject([{ stream: 'product-OPS-1', data: { sku: 'OPS-1' } }]);
    expect(second.body['nextCursor']).toBeNull();
    expect((await ops('GET', 'events?stream=product-OPS-1')).body.items).toHaveLength(1);
    expect((await ops('GET', 'events?from=2999-01-01T00:00:00Z')).body.items).toEqual([]);
    expect((await ops('GET', 'events?sort=up')).status).toBe(400);
  });

  it('rebuilds snapshots, with a resource to follow, and can be told to stop', async () => {
    expect((await ops('POST', 'snapshots/rebuild', {})).status).toBe(400);
    const started = await ops('POST', 'snapshots/rebuild', because);
    expect(started).toMatchObject({
      status: 202,
      body: { state: 'running', done: 0, reason: because.reason },
    });
    const location = started.headers.get('location')!;
    expect(location).toBe(`/v1/ops/snapshots/rebuilds/${String(started.body['id'])}`);
    const done = await eventually(async () => {
      const { body } = await app.send('GET', location, { as: 'operator' });
      return body['state'] !== 'running' && body;
    });
    expect(done).toMatchObject({ state: 'done', done: 0, total: 0, skipped: 0, events: 0, error: null });
    expect((await ops('GET', 'snapshots/rebuilds')).body.items).toEqual([done]);
    const late = await app.send('POST', `${location}/stop`, { as: 'operator', body: because });
    expect([late.status, late.body['code']]).toEqual([409, 'snapshots.rebuild-ended']);
    const none = await ops('GET', `snapshots/rebuilds/${newId()}`);
    expect([none.status, none.body['code']]).toEqual([404, 'snapshots.rebuild-not-found']);
    const refused = await app.send('POST', '/v1/ops/snapshots/rebuild', { as: 'service', body: because });
    expect(refused.status).toBe(403);
  });

  it.each(['rewind', 'rebuild'])(
    'hears that the log has lost what a subscription has seen, until it is put right by a %s',
    async (verb) => {
      const caughtUp = async (of: string) =>
        (await ops('GET', 'subscriptions')).body.items.some(({ name, lag }) => name === of && lag === 0);
      const allCaughtUp = async () => {
        for (const name of [model, 'catalog.known-words']) await eventually(() => caughtUp(name));
      };
      const body = {
        sku: `LOST-${verb}`,
        name: 'lost',
        category: 'ops',
        price: { amountMinor: 1, currency: 'EUR' },
      };
      await app.send('POST', '/v1/products', { as: 'operator', body, key: body.sku });
      await allCaughtUp();
      await eventually(async () =>
        (await ops('GET', 'rebuilds')).body.items.every(({ state }) => state !== 'running'),
      );
      await app.database.query('alter table platform.events disable trigger user');
      await app.database.query('delete from platform.events where stream_id = $1', [`product-${body.sku}`]);
      await app.database.query('alter table platform.events enable trigger user');
      const lost = await eventually(async () => {
        const { items } = (await ops('GET', 'attention')).body;
        const beyond = items.filter(({ kind }) => kind === 'beyond-head');
        return beyond.length === 2 && beyond;
      });
      const ready = await app.send('GET', '/health/ready', { as: 'nobody' });
      expect([ready.status, ready.body['checks']]).toMatchObject([503, { log: 'down' }]);
      const { body: list } = await ops('GET', 'subscriptions');
      expect(list.items.find(({ name }) => name === model)).toMatchObject({ state: 'beyond-head', lag: -1 });
      expect((await ops('POST', `subscriptions/${model}/resume`, because)).body['code']).toBe(
        'subscription.beyond-head',
      );
      for (const item of lost) {
        const actions = item['actions'] as { rel: string; href: string }[];
        const { href } = actions.find(({ rel }) => rel === verb)!;
        expect((await app.send('POST', href, { as: 'operator', body: because })).status).toBeLessThan(300);
      }
      await eventually(async () => (await app.send('GET', '/health/ready')).status === 200);
      await allCaughtUp();
      expect((await ops('GET', 'attention')).body.items).toEqual([]);
      const again = await ops('POST', `subscriptions/${model}/rewind`, because);
      expect([again.status, again.body['code']]).toEqual([409, 'subscription.not-beyond-head']);
      const made = await app.send('POST', '/v1/products', { as: 'operator', body, key: newId() });
      expect(made.status).toBe(201);
    },
  );

  it('keeps a chain of actions in which every change shows', async () => {
    const rows = await app.database.query<{ seq: number; hash: string; prev_hash: string; hashed: string }>(
      'select seq, hash, prev_hash, hashed from audit.log order by seq',
    );
    let before = '0'.repeat(64);
    for (const { hash, prev_hash, hashed } of rows) {
      expect(prev_hash).toBe(before);
      expect(hash).toBe(createHash('sha256').update(hashed).digest('hex'));
      before = hash;
    }
    await expect(app.database.query(`update platform.operator_actions set reason = 'x'`)).rejects.toThrow(
      'append-only',
    );
    const broken = () => app.database.query('select platform.broken_operator_action() as seq');
    expect(await broken()).toEqual([{ seq: null }]);
    await app.database.query('alter table platform.operator_actions disable trigger user');
    await app.database.query(
      `update platform.operator_actions set actor = 'operator:innocent' where seq = 3`,
    );
    expect(await broken()).toEqual([{ seq: 3 }]);
  });
});

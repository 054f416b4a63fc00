import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogModule } from '../src/catalog/catalog.module.js';
import { newId } from '../src/platform/core/ids.js';
import { SubscriptionRegistry } from '../src/platform/subscriptions/subscription.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { order, product } from './builders.js';
import { stepping } from './model-steps.js';

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

  it('shows first what a verb would lead to, and does it only while that holds', async () => {
    const count = async () =>
      (await app.database.query<{ n: number }>('select count(*)::int as n from audit.log'))[0]!.n;
    const before = await count();
    const verb = (path: string, body: object = {}) =>
      ops('POST', `subscriptions/${path}`, { ...because, ...body });
    const shown = await verb(`${model}/pause?dryRun=true`);
    expect(shown).toMatchObject({
      status: 200,
      body: {
        verb: 'subscription.pause',
        object: model,
        changes: [{ what: 'state', before: 'running', after: 'paused' }],
        final: false,
        undo: 'subscription.resume',
      },
    });
    expect(await count()).toBe(before);
    const { previewToken } = shown.body as unknown as { previewToken: string };
    const foreign = await verb('catalog.known-words/pause', { previewToken });
    expect([foreign.status, foreign.body['code']]).toEqual([412, 'preview-foreign']);
    expect((await verb(`${model}/pause`, { previewToken })).body['state']).toBe('paused');
    const again = await verb(`${model}/pause`, { previewToken });
    expect([again.status, again.body['code']]).toEqual([412, 'preview-outdated']);
    expect((await verb(`${model}/resume`)).body['state']).toBe('running');
    expect(await count()).toBe(before + 2);
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

  stepping(() => app);

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

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly object: string;
  readonly detail: string;
  readonly actions: readonly { rel: string; method: string; href: string }[];
}

describe('The attention list', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    // Nobody answers there: what is under test is what operators see meanwhile.
    waybill = await startApp({ config: { KAFKA_BROKERS: ['127.0.0.1:9'], PAUSE_REMINDER_MINUTES: 30 } });
    await waybill.send('POST', '/v1/products', { body: product('MUG') });
    await waybill.send('POST', '/v1/stock/MUG/receipts', { body: { quantity: 10 }, key: newId() });
  });
  afterAll(() => waybill.close());

  const list = async (query = ''): Promise<Item[]> =>
    (await waybill.send('GET', `/v1/ops/attention${query}`)).body.items as unknown as Item[];
  const ofKind = async (kind: string) => (await list()).filter((item) => item.kind === kind);
  const sql = (text: string, ...params: unknown[]) => waybill.database.query(text, params);

  const letter = (offset: number, key: string | null, reason: string, secondsAgo: number) =>
    sql(
      `insert into platform.dead_letters (id, consumer, topic, partition, "offset", msg_key, headers, reason, error,
         attempts, failed_at)
       values (gen_random_uuid(), 'spec', 'waybill.commands.v1', 0, $1, $2, '[]', $3, 'no', 1, now() - $4::int * interval '1 s')`,
      ...[offset, key === null ? null : Buffer.from(key), reason, secondsAgo],
    );

  it('has a failure that is rehearsed, with its end', async () => {
    const because = { reason: 'a spec rehearses' };
    const tell = (verb: string) => waybill.send('POST', `/v1/ops/drills/${verb}`, { body: because });
    const drills = await waybill.send('GET', '/v1/ops/drills');
    expect(drills.body.items[1]).toMatchObject({ name: 'gateway-slow', state: 'idle' });
    expect((await tell('gateway-slow/begin?dryRun=true')).body).toMatchObject({ undo: 'drill.end' });
    expect((await tell('gateway-slow/begin')).body['state']).toBe('running');
    const [item] = await ofKind('drill');
    expect(item!.actions).toEqual([{ rel: 'end', method: 'POST', href: '/v1/ops/drills/gateway-slow/end' }]);
    expect((await tell('gateway-slow/end')).body['state']).toBe('idle');
    expect((await tell('gateway-away/begin')).body['code']).toBe('drill.not-here');
  });

  it('has each dead letter once, and those behind another only when that one is gone', async () => {
    await letter(50, 'a', 'schema', 50);
    await letter(51, 'a', 'behind', 40);
    await letter(52, null, 'schema', 30);
    // The topic was made anew: offsets begin again, and the key is the same.
    await letter(3, 'a', 'schema', 20);
    const found = await ofKind('dead-letter');
    expect(found.map(({ detail }) => /@(\d+)/.exec(detail)![1])).toEqual(['3', '52', '50']);
    await sql(
      `update platform.dead_letters set state = 'discarded', resolved_at = now() where reason <> 'behind'`,
    );
    expect((await ofKind('dead-letter')).map(({ detail }) => /@(\d+)/.exec(detail)![1])).toEqual(['51']);
    await sql(`delete from platform.dead_letters`);
  });

  it('has no item twice, whatever page it is on', async () => {
    for (let n = 0; n < 7; n++) await letter(100 + n, `k${n}`, 'schema', 10);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await waybill.send('GET', `/v1/ops/attention?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ kind, id }) => `${String(kind)}:${String(id)}`));
      cursor = body['nextCursor'] as string | null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((key) => key.startsWith('dead-letter'))).toHaveLength(7);
    await sql(`delete from platform.dead_letters`);
  });

  it('has a lost parcel until it turns up or the money is given back', async () => {
    const shipped = async () => {
      const body = order(waybill.customerId);
      const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body });
      const path = `/v1/orders/${String(placed.body['id'])}`;
      return eventually(async () => {
        const now = (await waybill.send('GET', path)).body;
        return now['status'] === 'shipped' && now;
      });
    };
    const tracked = (shipmentId: unknown, status: string) =>
      waybill.send('POST', `/v1/shipments/${String(shipmentId)}/tracking`, {
        ...{ as: 'service', key: newId(), body: { status, at: new Date().toISOString() } },
      });
    const [one, other] = [await shipped(), await shipped()];
    for (const { shipmentId } of [one, other])
      expect((await tracked(shipmentId, 'lost')).status).toBeLessThan(300);
    const lost = await eventually(async () => {
      const items = await ofKind('lost-parcel');
      return items.length === 2 && items;
    });
    expect(lost.map(({ object }) => object).sort()).toEqual([String(one['id']), String(other['id'])].sort());
    for (const { actions } of lost) {
      expect(actions.map(({ rel }) => rel)).toEqual(['look', 'found', 'send-again', 'refund']);
      expect((await waybill.send('GET', actions[0]!.href)).status).toBe(200);
    }
    await tracked(one['shipmentId'], 'delivered');
    const refund = lost.find(({ object }) => object === other['id'])!.actions[3]!.href;
    const body = { reason: 'lost' };
    expect((await waybill.send('POST', refund, { key: newId(), body })).status).toBe(202);
    await eventually(async () => (await ofKind('lost-parcel')).length === 0);
  });

  it('has a pause that was forgotten, and not one of a moment ago', async () => {
    const name = 'orders.order-list';
    await waybill.send('POST', `/v1/ops/subscriptions/${name}/pause`, {
      body: { reason: 'work on its table' },
    });
    const paused = async () => (await ofKind('subscription')).filter(({ object }) => object === name);
    expect(await paused()).toEqual([]);
    await sql(
      `update platform.subscriptions set updated_at = now() - interval '31 minutes' where name = $1`,
      name,
    );
    const [item, ...more] = await paused();
    expect([more.length, item!.detail]).toEqual([0, expect.stringMatching(/^paused since .* behind$/)]);
    const resume = item!.actions.find(({ rel }) => rel === 'resume')!;
    await waybill.send(resume.method, resume.href, { body: { reason: 'found again' } });
    expect(await paused()).toEqual([]);
  });

  it('has a subscription that no instance runs, and a rebuild that nobody carries on', async () => {
    // The runner of this instance knows only what was there when it started.
    waybill.app
      .get(SubscriptionRegistry)
      .add({ name: 'spec.nobody', events: [], handle: () => Promise.resolve() });
    await sql(
      `insert into platform.subscriptions (name, lease_until) values ('spec.nobody', now() - interval '3 minutes')`,
    );
    await sql(
      `insert into platform.subscriptions (name, lease_until) values ('spec.retired', now() - interval '3 minutes')`,
    );
    const idle = (await ofKind('subscription')).filter(({ object }) => object.startsWith('spec.'));
    expect(idle).toMatchObject([
      { object: 'spec.nobody', detail: expect.stringContaining('no instance runs it') },
    ]);
    await sql(
      `insert into platform.rebuilds (id, model, mode, shape, requested_by, reason, updated_at)
       values (gen_random_uuid(), 'orders.order-list', 'switch', 99, 'spec', 'a newer shape', now() - interval '3 minutes')`,
    );
    expect(await ofKind('rebuild')).toMatchObject([
      { object: 'orders.order-list', detail: expect.stringContaining('stands still') },
    ]);
    await sql(`delete from platform.rebuilds where shape = 99`);
  });

  it('has a rebuild of snapshots that nobody carries on, or that left streams out, until another is done', async () => {
    await sql(
      `insert into platform.snapshot_rebuilds (id, shapes, requested_by, reason, updated_at)
       values (gen_random_uuid(), '{"spec": 99}', 'spec', 'a newer shape', now() - interval '3 minutes')`,
    );
    const [still] = await ofKind('rebuild');
    expect(still).toMatchObject({ object: 'snapshots', detail: expect.stringContaining('stands still') });
    expect((await waybill.send('GET', still!.actions[0]!.href)).body['state']).toBe('running');
    await sql(
      `update platform.snapshot_rebuilds set state = 'done', skipped = 2, error = 'stock-X: ...', finished_at = now()`,
    );
    const [odd] = await ofKind('rebuild');
    expect(odd!.detail).toBe('2 streams cannot be folded, the last of them stock-X: ...');
    const again = odd!.actions.find(({ rel }) => rel === 'rebuild')!;
    await waybill.send(again.method, again.href, { body: { reason: 'mended' } });
    await eventually(async () => (await ofKind('rebuild')).length === 0);
  });
});

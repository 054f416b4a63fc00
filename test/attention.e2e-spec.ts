import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { SubscriptionRegistry } from '../src/platform/subscriptions/subscription.js';
import { startApp, type TestApp } from './app.js';
import { order, product } from './builders.js';

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
      expect(actions.map(({ rel }) => rel)).toEqual(['look', 'found', 'refund']);
      expect((await waybill.send('GET', actions[0]!.href)).status).toBe(200);
      const payment = await waybill.send('GET', actions[2]!.href.replace(/\/refunds$/, ''));
      expect(payment.body['state']).toBe('captured');
    }
    await tracked(one['shipmentId'], 'delivered');
    const refund = lost.find(({ object }) => object === other['id'])!.actions[2]!.href;
    const body = { amountMinor: 1_250, reason: 'lost' };
    expect((await waybill.send('POST', refund, { key: newId(), body })).status).toBe(201);
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

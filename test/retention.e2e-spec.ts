import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { Retention } from '../src/platform/retention/retention.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { order, product } from './builders.js';

/** A month, and a quarter before it, of rows as each of 3,000 orders leaves them; one for each hour or so. */
const MONTHS = [
  `insert into platform.published (event_id, partition, "offset", published_at)
   select gen_random_uuid(), 0, i, now() - i * interval '1 hour' from generate_series(1, 3000) i`,
  `insert into platform.inbox (consumer, source, message_id, topic, partition, "offset", value_hash, processed_at)
   select 'spec', 'north', gen_random_uuid(), 't', 0, i, 'h', now() - i * interval '1 hour' from generate_series(1, 3000) i`,
  `insert into platform.idempotency (principal, route, key, fingerprint, command_id, status, created_at, expires_at)
   select 'p', 'r', 'k' || i, 'f', gen_random_uuid(), 201, now() - i * interval '1 hour',
     now() - i * interval '1 hour' + interval '48 hours' from generate_series(1, 3000) i`,
  `insert into platform.dead_letters (id, consumer, topic, partition, "offset", headers, reason, error, attempts, state,
     resolved_at, failed_at)
   select gen_random_uuid(), 'spec', 't', 0, i, '[]', 'schema', 'no', 1,
     case when i % 100 = 0 then 'open' else 'discarded' end,
     case when i % 100 <> 0 then now() - i * interval '1 hour' end, now() - i * interval '1 hour'
   from generate_series(1, 3000) i`,
  `insert into platform.parked (id, subscription, sequence, position, event_id, stream_id, version, event_type, state,
     resolved_at, resolution, parked_at, next_attempt_at)
   select gen_random_uuid(), 'orders.order-list', 's' || i, i + 1000000, gen_random_uuid(), 'order-x', 1, 'OrderCreated',
     case when i % 100 = 0 then 'parked' else 'resolved' end, case when i % 100 <> 0 then now() - i * interval '1 hour' end,
     case when i % 100 = 0 then null when i % 100 = 1 then 'discarded' else 'delivered' end,
     now() - i * interval '1 hour', now() + interval '1 year'
   from generate_series(1, 3000) i`,
  `insert into platform.sagas (saga, saga_id, state, version)
   select 'spec', 's' || i, case when i % 100 = 0 then 'running' else 'completed' end, 1 from generate_series(1, 3000) i`,
  `insert into platform.saga_attempts (saga, saga_id, step, direction, attempt, attempts, ended_at)
   select 'spec', 's' || i, 'pay', 'do', 1, 3, now() - i * interval '1 hour' from generate_series(1, 3000) i`,
  `insert into platform.answers (question_id, answer, received_at)
   select gen_random_uuid(), '{}', now() - i * interval '1 hour' from generate_series(1, 3000) i`,
  `insert into platform.rate_limits (principal, time_window, used)
   select 'x', extract(epoch from now())::bigint / 60 - i * 60, 1 from generate_series(1, 3000) i`,
  `insert into simulator.parcels (key, state, tracking_number, attempts, settles_at, created_at)
   select gen_random_uuid(), 'accepted', 'T', 1, now() - i * interval '1 hour', now() - i * interval '1 hour'
   from generate_series(1, 3000) i`,
];

interface Node {
  readonly 'Node Type': string;
  readonly Alias?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}
/** Never long: open work, the last two days, rebuilds, the world of a demo, and what is never removed. */
const small = /saga_tasks|answers|rate_limits|rebuilds|simulator|events|operator_actions/;
/** Of its own, or of the bitmap it reads. */
const hasCondition = ({ Plans = [], ...node }: Node): boolean =>
  node['Index Cond'] !== undefined || Plans.some(hasCondition);

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: Node }];
}
const nodes = ({ 'QUERY PLAN': [{ Plan }] }: Explained): Node[] => {
  const below = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(below)];
  return below(Plan);
};

describe('After months of orders', () => {
  let waybill: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    const config = {
      ...{ RETENTION_PUBLISHED_DAYS: 30, RETENTION_INBOX_DAYS: 40, RETENTION_DEAD_LETTERS_DAYS: 20 },
      ...{ RETENTION_PARKED_DAYS: 10, RETENTION_SAGA_ATTEMPTS_DAYS: 50, RETENTION_ANSWERS_DAYS: 2 },
      ...{ RETENTION_IDEMPOTENCY_DAYS: 2, RETENTION_RATE_LIMITS_DAYS: 1, RETENTION_SIMULATOR_DAYS: 60 },
    };
    waybill = await startApp({ config });
    other = await startApp({ config, databaseUrl: waybill.config.DATABASE_URL! });
  });
  afterAll(async () => {
    await other.close();
    await waybill.close();
  });

  const rows = async (table: string, where = 'true') => {
    const [row] = await waybill.database.query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${where}`,
    );
    return row!.n;
  };
  const items = async () => (await waybill.send('GET', '/v1/ops/retention')).body.items;
  const run = async () => {
    await waybill.database.query('update platform.retention set next_run_at = now()');
    await Promise.all([waybill, other].map(({ app }) => app.get(Retention).runDue()));
    return eventually(async () => {
      const all = await items();
      return (
        all.every(
          ({ owner, nextRunAt }) =>
            owner === null && (nextRunAt === null || Date.parse(String(nextRunAt)) > Date.now()),
        ) && all
      );
    });
  };

  it('tables hold what is open and what is young, and nothing else', async () => {
    await waybill.send('POST', '/v1/products', { body: product('MUG') });
    await waybill.send('POST', '/v1/stock/MUG/receipts', { body: { quantity: 10 }, key: newId() });
    for (const sql of MONTHS) await waybill.database.query(sql);
    const body = order(waybill.customerId);
    const key = newId();
    const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key, body });
    await eventually(
      async () =>
        (await waybill.send('GET', String(placed.headers.get('location')))).body['status'] === 'shipped',
    );
    const done = await run();
    expect(done.filter(({ error }) => error !== null)).toEqual([]);

    const hoursYoung = (days: number) => expect.closeTo(days * 24, -0.5);
    expect(await rows('platform.published')).toEqual(hoursYoung(30));
    expect(await rows('platform.inbox')).toEqual(hoursYoung(40));
    expect(await rows('platform.answers')).toEqual(hoursYoung(2));
    expect(await rows('platform.rate_limits')).toEqual(hoursYoung(1));
    expect(await rows('simulator.parcels')).toEqual(hoursYoung(60));
    expect(await rows('platform.idempotency', `key like 'k%'`)).toEqual(hoursYoung(2));
    expect(await rows('platform.idempotency', 'expires_at < now()')).toBe(0);
    expect(await rows('platform.dead_letters', `state = 'open'`)).toBe(30);
    expect(
      await rows('platform.dead_letters', `state <> 'open' and resolved_at < now() - interval '20 days'`),
    ).toBe(0);
    expect(await rows('platform.parked', 'resolved_at is null')).toBe(30);
    expect(await rows('platform.parked', `resolution = 'discarded'`)).toBe(30);
    expect(
      await rows('platform.parked', `resolution = 'delivered' and resolved_at < now() - interval '10 days'`),
    ).toBe(0);
    expect(await rows('platform.saga_attempts', `ended_at < now() - interval '50 days'`)).toBe(19);
    expect(await rows('platform.saga_tasks', `state = 'done'`)).toBe(0);
    // A repeat of what is young is still answered.
    const again = await waybill.send('POST', '/v1/orders', { as: 'customer', key, body });
    expect([again.status, again.body['id']]).toEqual([placed.status, placed.body['id']]);
  });

  it('each row is removed and counted once, whichever instance did it, and operators see it', async () => {
    const published = (await items()).find(({ table }) => table === 'platform.published')!;
    expect(published).toMatchObject({ days: 30, error: null });
    // A turn of its own may have come in between, which found nothing any more.
    expect(published['deletedTotal']).toBe(3000 - (await rows('platform.published')));
    const oldest = Date.parse(String(published['oldest']));
    expect(Date.now() - oldest).toBeLessThanOrEqual(30 * 86_400_000);
    expect((await run()).find(({ table }) => table === 'platform.published')).toMatchObject({ deleted: 0 });
    const { text } = await waybill.send('GET', '/metrics');
    const counted = /waybill_retention_deleted_total\{table="platform.inbox"\} (\d+)/.exec(text)![1];
    expect(Number(counted)).toBe(3000 - (await rows('platform.inbox')));
  });

  it('an operator can have it done now, with a reason; nobody else can', async () => {
    await waybill.database.query(
      `insert into platform.answers values (gen_random_uuid(), '{}', now() - interval '9 days')`,
    );
    expect((await waybill.send('POST', '/v1/ops/retention/run', { body: {} })).status).toBe(400);
    expect((await waybill.send('GET', '/v1/ops/retention', { as: 'customer' })).status).toBe(403);
    const told = await waybill.send('POST', '/v1/ops/retention/run', {
      body: { reason: 'the disk is full' },
    });
    expect(told.status).toBe(202);
    await eventually(
      async () => (await rows('platform.answers', `received_at < now() - interval '8 days'`)) === 0,
    );
    const log = await waybill.database.query(`select reason from audit.log where action = 'retention.run'`);
    expect(log).toEqual([{ reason: 'the disk is full' }]);
  });

  it('snapshots of a shape that has long had a successor are gone, and no others', async () => {
    const snapshot = (stream: string, shape: number, days: number) =>
      waybill.database.query(
        `insert into platform.snapshots (stream_id, version, shape, event_id, position, occurred_at, state, stored_at)
         select $1, n, $2, gen_random_uuid(), n, now() - interval '1 year', '{}', now() - ($3::int + n) * interval '1 day'
         from generate_series(0, 1) n`,
        [stream, shape, days],
      );
    const kept = [
      ['alone-1', 1, 300],
      ['rolling-1', 1, 300],
      ['rolling-2', 1, 5],
      ['rolling-1', 2, 200],
      ['fresh-1', 1, 300],
      ['fresh-1', 2, 5],
      ['old-1', 3, 40],
    ] as const;
    for (const [stream, shape, days] of kept) await snapshot(stream, shape, days);
    for (const shape of [1, 2]) await snapshot(`old-${shape}`, shape, 60);
    const done = (await run()).find(({ table }) => table === 'platform.snapshots');
    expect(done).toMatchObject({ days: 30, deleted: 4, error: null });
    const left = await waybill.database.query<{ stream: string; shape: number }>(
      `select distinct stream_id as stream, shape from platform.snapshots order by 1, 2`,
    );
    const names = left.map(({ stream, shape }) => `${stream}:${shape}`);
    const ours = (name: string) => /^(alone|rolling|fresh|old)-/.test(name);
    expect(names.filter(ours)).toEqual(kept.map(([stream, shape]) => `${stream}:${shape}`).sort());
  });

  it('what is kept for ever is shown with its size, and is never due', async () => {
    for (const name of ['platform.events', 'platform.operator_actions']) {
      await waybill.database.query(`analyze ${name}`);
      const shown = (await items()).find(({ table }) => table === name)!;
      expect(shown).toMatchObject({ days: 0, nextRunAt: null, deleted: 0 });
      expect([shown['rows'], shown['oldest']]).toEqual([expect.any(Number), expect.any(String)]);
      expect([(shown['rows'] as number) > 0, (shown['bytes'] as number) > 8_000]).toEqual([true, true]);
    }
  });

  it('finds what has served its time, and the oldest, by an index and not by reading all', async () => {
    const large = waybill.app
      .get(Retention)
      .all()
      .filter(({ name }) => !small.test(name));
    const found: unknown[] = [];
    for (const { name, remove, oldest } of large) {
      const [ended, first] = await waybill.database.transaction(async (tx) => {
        // Tables are small here: what is a scan even now could not be anything else.
        await tx.query('set local enable_seqscan = off');
        const plan = async (sql: string, params: number[]) =>
          nodes((await tx.query<Explained>(`explain (format json) ${sql}`, params))[0]!);
        return [await plan(remove, [30, 1_000]), await plan(oldest, [])] as const;
      });
      const reads = ended.filter((node) => node.Alias === 'r');
      found.push([name, reads.every(hasCondition), first.some((node) => node['Node Type'] === 'Limit')]);
    }
    expect(found).toEqual(large.map(({ name }) => [name, true, true]));
  });

  it('an event whose note was removed is still published to an auditor, one that was set aside is not', async () => {
    const types = ['OrderCreated', 'OrderConfirmed'];
    await waybill.database.query(
      `insert into platform.publications select unnest($1::text[]), 'waybill.orders.v1' on conflict do nothing`,
      [types],
    );
    const [at] = await waybill.database.query<{ position: number }>(
      `select position from platform.events where type = 'OrderConfirmed' limit 1`,
    );
    const states = async () => {
      const found = await waybill.database.query<{ type: string; state: string }>(
        `select distinct e.type, o.state from audit.outbox o join platform.events e using (event_id)
         where e.type = any ($1) order by 1`,
        [types],
      );
      return found.map(({ type, state }) => `${type} ${state}`);
    };
    expect(await states()).toEqual(['OrderConfirmed pending', 'OrderCreated pending']);
    await waybill.database.query('delete from platform.published');
    await waybill.database.query(
      `insert into platform.subscriptions (name, position) values ('kafka.relay', $1)`,
      [at!.position],
    );
    await waybill.database.query(
      `insert into platform.parked (id, subscription, sequence, position, event_id, stream_id, version, event_type, state)
       values (gen_random_uuid(), 'kafka.relay', 's', $1, gen_random_uuid(), 'order-x', 1, 'OrderConfirmed', 'parked')`,
      [at!.position],
    );
    expect(await states()).toEqual(['OrderConfirmed pending', 'OrderCreated published']);
  });
});

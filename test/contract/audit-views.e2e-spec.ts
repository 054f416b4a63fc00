import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openShop, type Shop } from '../shop.js';

/** INVARIANTS 2.0, as far as the product goes today, with the types a checker can join and compare by. */
const views: Record<string, Record<string, string>> = {
  events: {
    global_pos: 'bigint',
    stream_type: 'text',
    stream_id: 'text',
    version: 'integer',
    event_id: 'uuid',
    event_type: 'text',
    schema_version: 'smallint',
    payload: 'json',
    command_id: 'uuid',
    correlation_id: 'text',
    causation_id: 'uuid',
    actor: 'text',
    fencing_token: 'bigint',
    recorded_at: 'timestamp with time zone',
    prev_hash: 'text',
    hash: 'text',
    archived_in: 'integer',
  },
  outbox: {
    event_id: 'uuid',
    topic: 'text',
    msg_key: 'text',
    state: 'text',
    partition: 'integer',
    offset: 'bigint',
    published_at: 'timestamp with time zone',
  },
  inbox: {
    consumer: 'text',
    message_id: 'text',
    msg_key: 'text',
    version: 'integer',
    processed_at: 'timestamp with time zone',
  },
  programs: {
    owner: 'text',
    event_type: 'text',
    schema_version: 'integer',
    seen_at: 'timestamp with time zone',
  },
  parked: {
    consumer: 'text',
    message_id: 'text',
    msg_key: 'text',
    version: 'integer',
    reason_code: 'text',
    attempts: 'integer',
    parked_at: 'timestamp with time zone',
    resolved_at: 'timestamp with time zone',
    resolution: 'text',
  },
  idempotency: {
    principal: 'text',
    route: 'text',
    key: 'text',
    fingerprint: 'text',
    state: 'text',
    http_status: 'smallint',
    body_sha256: 'text',
    resource_id: 'text',
    created_at: 'timestamp with time zone',
    completed_at: 'timestamp with time zone',
    expires_at: 'timestamp with time zone',
  },
  orders: {
    order_id: 'uuid',
    customer_id: 'uuid',
    status: 'text',
    total_minor: 'bigint',
    currency: 'text',
    version: 'integer',
  },
  sagas: {
    saga_id: 'text',
    order_id: 'uuid',
    state: 'text',
    lease_owner: 'text',
    lease_until: 'timestamp with time zone',
    fencing_token: 'bigint',
    next_due_at: 'timestamp with time zone',
    updated_at: 'timestamp with time zone',
  },
  saga_steps: {
    saga_id: 'text',
    seq: 'integer',
    step: 'text',
    direction: 'text',
    outcome: 'text',
    external_key: 'text',
    at_global_pos: 'bigint',
  },
  stock: {
    sku: 'text',
    location: 'text',
    received: 'bigint',
    on_hand: 'bigint',
    reserved: 'bigint',
    shipped: 'bigint',
    written_off: 'bigint',
    returned: 'bigint',
  },
  reservations: {
    reservation_id: 'text',
    order_id: 'uuid',
    sku: 'text',
    qty: 'bigint',
    state: 'text',
  },
  payments: {
    payment_id: 'uuid',
    order_id: 'uuid',
    attempt: 'integer',
    gateway_key: 'uuid',
    state: 'text',
    amount_minor: 'bigint',
    captured_minor: 'bigint',
    refunded_minor: 'bigint',
  },
  ledger_entries: {
    entry_id: 'uuid',
    transfer_id: 'uuid',
    account_id: 'uuid',
    account_kind: 'text',
    currency: 'text',
    amount_minor: 'bigint',
    event_id: 'uuid',
  },
  wallets: { account_id: 'uuid', currency: 'text', balance_minor: 'bigint', held_minor: 'bigint' },
  shipments: { shipment_id: 'uuid', order_id: 'uuid', carrier_key: 'uuid', state: 'text' },
  checkpoints: {
    projection: 'text',
    position: 'bigint',
    epoch: 'integer',
    updated_at: 'timestamp with time zone',
  },
  log: {
    seq: 'bigint',
    at: 'timestamp with time zone',
    actor: 'text',
    action: 'text',
    object: 'text',
    outcome: 'text',
    prev_hash: 'text',
    hash: 'text',
  },
};

describe('The audit views', () => {
  let shop: Shop;
  let auditor: pg.Client;
  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 10);
    await shop.rest(await shop.place(), 'shipped');
    auditor = new pg.Client({ connectionString: shop.config.DATABASE_URL });
    await auditor.connect();
    await auditor.query('set role waybill_auditor');
  });
  afterAll(async () => {
    await auditor.end();
    await shop.close();
  });

  it.each(Object.entries(views))('audit.%s has the agreed columns', async (view, columns) => {
    const { rows } = await auditor.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [`audit.${view}`],
    );
    expect(Object.fromEntries(rows.map(({ name, type }) => [name, type]))).toMatchObject(columns);
    await auditor.query(`select * from audit.${view} limit 1`);
  });

  it('join by the ids they name', async () => {
    for (const sql of [
      'select from audit.events e join audit.events c on c.event_id = e.causation_id',
      'select from audit.orders join audit.sagas using (order_id) join audit.saga_steps using (saga_id)',
      'select from audit.orders join audit.payments using (order_id) join audit.shipments using (order_id)',
      'select from audit.orders join audit.reservations using (order_id) join audit.stock using (sku)',
    ]) {
      const { rowCount } = await auditor.query(sql);
      expect([sql, rowCount! > 0]).toEqual([sql, true]);
    }
  });

  it('name every key of a step, and give each reservation an id of its own', async () => {
    const { rows: steps } = await auditor.query(
      'select step, direction, outcome, external_key from audit.saga_steps order by at_global_pos',
    );
    expect(steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'reserve started',
      'reserve done',
      'pay started',
      'pay done',
      'ship started',
      'ship done',
    ]);
    expect(new Set(steps.map(({ external_key: key }) => key)).size).toBe(3);
    const { rows } = await auditor.query(
      'select reservation_id from audit.reservations group by 1 having count(*) > 1',
    );
    expect(rows).toEqual([]);
  });

  it('are all that an auditor can read', async () => {
    const { rows } = await auditor.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'audit')
         and n.nspname not like 'pg_toast%'`,
    );
    const tables = rows.map(({ name }) => name);
    expect(tables).toEqual(
      expect.arrayContaining([
        'platform.events',
        'platform.idempotency',
        'orders.order_heads',
        'payments.payments',
        'simulator.charges',
        'public.schema_migrations',
      ]),
    );
    for (const table of tables) {
      await expect(auditor.query(`select * from ${table} limit 1`)).rejects.toThrow(/permission denied/);
    }
  });

  it('cannot be written by an auditor, nor anything else', async () => {
    for (const sql of [
      `update audit.orders set status = 'delivered'`,
      'delete from audit.events',
      `insert into audit.checkpoints values ('x', 1, 1, now())`,
      'create table audit.mine (a int)',
      'create table public.mine (a int)',
      `select platform.append('[]', '[]')`,
    ]) {
      await expect(auditor.query(sql)).rejects.toThrow(/permission denied/);
    }
  });

  it('still show everything after every read model was rebuilt', async () => {
    const { body } = await shop.get('/v1/ops/subscriptions');
    let rebuilt = 0;
    for (const { name } of body.items) {
      const reply = await shop.post(`/v1/ops/subscriptions/${name}/rebuild`, { reason: 'an audit' });
      if (reply.status === 409) continue;
      expect(reply.status).toBe(202);
      await shop.until(String(reply.headers.get('location')), ({ state }) => state === 'done');
      rebuilt += 1;
    }
    expect(rebuilt).toBeGreaterThan(1);
    const orderId = await shop.place();
    await shop.rest(orderId, 'shipped');
    for (const view of ['orders', 'reservations', 'payments', 'shipments', 'sagas']) {
      const { rows } = await auditor.query(`select from audit.${view} where order_id = $1`, [orderId]);
      expect([view, rows.length]).toEqual([view, 1]);
    }
    const { rows } = await auditor.query(
      `select distinct c.relname from pg_depend d join pg_rewrite r on r.oid = d.objid
         join pg_class v on v.oid = r.ev_class join pg_namespace n on n.oid = v.relnamespace
         join pg_class c on c.oid = d.refobjid
       where n.nspname = 'audit' and c.relname like '%\\_\\_%'`,
    );
    expect(rows).toEqual([]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/platform/event-store/database.js';
import { newId } from '../../src/platform/core/ids.js';
import { card, order, product, to } from '../builders.js';
import { unheard, violations as rules } from '../contract/violations.js';
import type { Instance } from './instance.js';
import type { Reply } from '../client.js';

export interface OrderBody {
  id: string;
  status: string;
  version: number;
  cancellationReason?: { code: string };
}

/** A product with stock. */
export async function stocked(instance: Instance, sku: string, quantity: number): Promise<void> {
  await instance.call('POST', '/v1/products', { key: newId(), body: product(sku) });
  await instance.call('POST', `/v1/stock/${sku}/receipts`, { key: newId(), body: { quantity } });
}

export interface Placed {
  readonly sku: string;
  readonly quantity?: number;
  readonly token?: string;
  readonly country?: string;
  readonly postalCode?: string;
  /** The account that pays, instead of a card. */
  readonly accountId?: string | undefined;
  readonly key?: string;
}

const customerId = '019a9f00-0000-7000-8000-00000000000a';

/** An account of whoever places these orders. */
export async function accountWith(instance: Instance, initialDepositMinor: number): Promise<string> {
  const body = { ownerId: customerId, currency: 'EUR', initialDepositMinor };
  const reply = await instance.call<{ id: string }>('POST', '/v1/accounts', { key: newId(), body });
  return reply.body.id;
}

export const orderBody = ({
  sku,
  quantity = 1,
  token = 'tok_ok',
  country = 'GB',
  postalCode = 'N1 7AA',
  accountId,
}: Placed) =>
  order(customerId, {
    items: [{ sku, quantity }],
    shippingAddress: { ...to(postalCode), country },
    paymentMethod: accountId === undefined ? card(token) : { type: 'wallet', accountId },
  });

/** Places and confirms an order; repeats the request under one key until it is answered for certain. */
export const placed = async (instance: () => Instance, order: Placed): Promise<OrderBody> =>
  (await answered(instance, order)).body;

/** What a client met on the way to an answer: the reply to each try, or how its connection failed. */
export type Met = Reply<OrderBody> | { readonly status: 'broken'; readonly code: string };

/** @param meets is told of every try */
export async function answered(
  instance: () => Instance,
  order: Placed,
  meets: (met: Met) => void = () => undefined,
): Promise<Reply<OrderBody>> {
  const key = order.key ?? newId();
  const body = orderBody(order);
  const heard = new Map<string, number>();
  for (let attempt = 0; attempt < 400; attempt++) {
    const met = await instance()
      .call<OrderBody>('POST', '/v1/orders', { key, body })
      .catch((error: unknown) => ({ status: 'broken' as const, code: codeOf(error) }));
    meets(met);
    const what =
      met.status === 'broken'
        ? met.code
        : `${met.status} ${String((met.body as object as { code?: string } | undefined)?.code)}`;
    heard.set(what, (heard.get(what) ?? 0) + 1);
    if (met.status !== 'broken') {
      if (met.status < 300) return met;
      if (met.status < 500 && met.status !== 409 && met.status !== 429)
        throw new Error(`refused: ${met.text}`);
    }
    await sleep(50 + Math.random() * 50);
  }
  throw new Error(`the order was never answered: ${JSON.stringify([...heard])}`);
}

const codeOf = (error: unknown): string =>
  (error as { cause?: { code?: string } }).cause?.code ?? String(error);

/** Waits until the order and its saga rest, whoever is alive to bring that about. */
export async function rested(database: Database, orderId: string, patienceMs = 45_000): Promise<string> {
  let status = 'unknown';
  for (let waited = 0; waited < patienceMs; waited += 50) {
    const [order] = await database.query<{ status: string }>(
      'select status from audit.orders where order_id = $1',
      [orderId],
    );
    const open = await database.query(
      `select 1 from platform.saga_tasks where saga_id = $1 and state = 'open' and kind = 'command'`,
      [orderId],
    );
    status = order?.status ?? status;
    if (/shipped|cancelled/.test(status) && open.length === 0) return status;
    await sleep(50);
  }
  const tasks = await database.query('select * from platform.saga_tasks where saga_id = $1', [orderId]);
  const subscriptions = await database.query('select * from platform.subscriptions');
  throw new Error(`order ${orderId} still ${status}: ${JSON.stringify({ tasks, subscriptions }, null, 1)}`);
}

/** Whether no order and no saga has anything left to do. */
export async function hasRested(database: Database): Promise<boolean> {
  const waking = `select
    exists (select from audit.orders where status not in ('draft', 'shipped', 'delivered', 'returned', 'cancelled')) or
    exists (select from audit.returns where status = 'received') or
    exists (select from platform.saga_tasks where state = 'open' and kind = 'command') as waking`;
  const [left] = await database.query<{ waking: boolean }>(waking);
  return !left!.waking;
}

/**
 * Waits until every order and every saga rests.
 *
 * @returns how many orders have ended in which way: `shipped`, or the code of the reason for cancelling
 */
export async function allRested(database: Database, patienceMs = 60_000): Promise<Record<string, number>> {
  for (const end = performance.now() + patienceMs; !(await hasRested(database)); await sleep(200)) {
    if (performance.now() > end) throw new Error(`not everything rests: ${await whatKeeps(database)}`);
  }
  const ends = await database.query<{ how: string; n: number }>(
    `select coalesce(e.payload->>'code', o.status) as how, count(*) as n from audit.orders o
     left join audit.events e on e.stream_id = 'order-' || o.order_id and e.event_type = 'OrderCancelled'
     group by 1 order by 1`,
  );
  return Object.fromEntries(ends.map(({ how, n }) => [how, n]));
}

async function whatKeeps(database: Database): Promise<string> {
  const tasks = await database.query(
    `select *, count(*) over () as of from platform.saga_tasks where state <> 'done' limit 5`,
  );
  const parked = await database.query('select * from audit.parked where resolved_at is null limit 5');
  const subscriptions = await database.query('select * from platform.subscriptions');
  return JSON.stringify({ tasks, parked, subscriptions }, null, 1);
}

/** What the fault suites know beyond the rules that hold everywhere. */
const ownRules: typeof rules = [
  [
    'M3: a charge nobody knows',
    `select c.key from simulator.charges c left join audit.payments p on p.gateway_key = c.key
     where p.payment_id is null`,
  ],
  [
    'M4: a shipped order that is not paid',
    `select o.* from audit.orders o left join audit.payments p using (order_id)
     where o.status = 'shipped' and coalesce(p.captured_minor - p.refunded_minor, 0) <> o.total_minor`,
  ],
  [
    'S6: a fencing token of the saga’s lease that goes back anywhere in the log',
    `select * from (
       select stream_id, version, fencing_token, max(fencing_token) over (order by global_pos) as highest
       from audit.events where stream_type = 'fulfilment') e where fencing_token < highest`,
  ],
];

/**
 * What outsiders can check at rest.
 *
 * @param patienceSeconds of payments, where a suite that is slow itself must tell late money from unheard money
 * @returns every violation that does not go away by itself
 */
export async function violations(database: Database, patienceSeconds?: number): Promise<string[]> {
  for (const end = performance.now() + 20_000; ; await sleep(250)) {
    const found: string[] = [];
    for (const [what, sql] of [...rules, unheard(patienceSeconds), ...ownRules]) {
      const rows = await database.transaction(async (tx) => {
        // After a long campaign, joining without statistics row by row would take longer than the campaign.
        await tx.query('set local enable_nestloop = off');
        return tx.query(sql);
      });
      if (rows.length > 0) found.push(`${what}: ${JSON.stringify(rows.slice(0, 3))}`);
    }
    if (found.length === 0 || performance.now() > end) return found;
  }
}

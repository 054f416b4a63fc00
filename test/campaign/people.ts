import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import type { Instance } from '../faults/instance.js';
import type { Reply } from '../client.js';
import { orderBody } from '../faults/orders.js';

/** What a customer is about to do. */
export interface Wish {
  readonly sku: string;
  readonly quantity: number;
  readonly lines: number;
  readonly payer: 'card' | 'account';
  readonly token: string;
  readonly country: string;
  readonly postalCode: string;
  readonly thenMs: number;
  readonly then: 'nothing' | 'cancel' | 'lessen' | 'move' | 'return';
}

const often = <T>(value: T, ...others: T[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(value) },
    { weight: 4, arbitrary: fc.constantFrom(...others) },
  );

/** @param manyLines how many lines the largest orders have */
export const wishes = (manyLines: number): fc.Arbitrary<Wish> =>
  fc.record({
    sku: fc.constantFrom('HOT', 'COLD', 'RARE'),
    quantity: fc.integer({ min: 1, max: 3 }),
    lines: fc.oneof(
      { weight: 30, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.constant(manyLines) },
    ),
    payer: often('card', 'account'),
    token: often(
      'tok_ok',
      'tok_declined',
      'tok_error_then_ok',
      'tok_timeout_charged',
      'tok_timeout_not_charged',
      'tok_slow_300',
    ),
    country: often('GB', 'GB', 'GB', 'XX'),
    postalCode: often('N1 7AA', 'SLOW300', 'LOST-REPLY', 'DOWN'),
    thenMs: fc.integer({ min: 0, max: 900 }),
    then: often('nothing', 'cancel', 'lessen', 'move', 'return'),
  });

/** What the people who use the product have seen of it. */
export interface Witness {
  /** Orders that were answered 2xx. */
  readonly acknowledged: string[];
  /** Orders of which units were let go before the parcel left, and of which units came back. */
  readonly lessened: string[];
  readonly cameBack: string[];
  /** Answers that no fault excuses. */
  readonly inexcusable: string[];
}

const attempts = 400;

/** Places the order under one key until it is answered for certain, then does what the customer wants next. */
export async function shop(next: () => Instance, wish: Wish, witness: Witness): Promise<void> {
  const customer = newId();
  const accountId = wish.payer === 'account' ? await opened(next, customer, witness) : undefined;
  const body = {
    ...orderBody({ ...wish, accountId }),
    customerId: customer,
    ...(wish.lines > 1 && {
      items: Array.from({ length: wish.lines }, (_, i) => ({ sku: `LINE-${i}`, quantity: 1 })),
    }),
  };
  const reply = await insist(next, witness, { method: 'POST', path: '/v1/orders', key: newId(), body });
  const id = (reply?.body as { id?: string } | undefined)?.id;
  if (reply === undefined || reply.status >= 300 || id === undefined) return;
  witness.acknowledged.push(id);
  await sleep(wish.thenMs);
  const ask = (method: string, path: string, body: object = {}) =>
    insist(next, witness, { method, path, ...(method === 'POST' && { key: newId() }), body });
  const one = { items: [{ sku: body.items[0]!.sku, quantity: 1 }], reason: 'changed my mind' };
  switch (wish.then) {
    case 'nothing':
      return;
    case 'cancel':
      await ask('POST', `/v1/orders/${id}/cancel`, { reason: one.reason });
      return;
    case 'lessen':
      if ((await ask('POST', `/v1/orders/${id}/cancel`, one))?.status === 202) witness.lessened.push(id);
      return;
    case 'return':
      if (await sentBack(ask, id, one)) witness.cameBack.push(id);
      return;
    case 'move': {
      const elsewhere = { line1: '2 Other Road', postalCode: 'N2 8BB', country: 'GB' };
      await ask('PUT', `/v1/orders/${id}/shipping-address`, { ...body.shippingAddress, ...elsewhere });
    }
  }
}

type Ask = (method: string, path: string, body?: object) => Promise<Reply | undefined>;

/** One unit comes back, as soon as the order has arrived; answers whether it did. */
async function sentBack(ask: Ask, id: string, one: { items: object[]; reason: string }): Promise<boolean> {
  for (let attempt = 0; (await ask('POST', `/v1/orders/${id}/deliver`))?.status !== 200; attempt++) {
    if (attempt === 20) return false;
    await sleep(250);
  }
  const asked = await ask('POST', `/v1/orders/${id}/returns`, one);
  const path = `/v1/returns/${String(asked?.body['id'])}`;
  await ask('POST', `${path}/approve`, { reason: one.reason });
  const items = one.items.map((line) => ({ ...line, condition: 'sellable' }));
  return (await ask('POST', `${path}/receive`, { items }))?.status === 200;
}

/** With money for one or two things: who wants more is declined. */
async function opened(next: () => Instance, ownerId: string, witness: Witness): Promise<string | undefined> {
  const body = { ownerId, currency: 'EUR', initialDepositMinor: 2_600 };
  const reply = await insist(next, witness, { method: 'POST', path: '/v1/accounts', key: newId(), body });
  return (reply?.body as { id?: string } | undefined)?.id;
}

interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly key?: string;
  readonly body: object;
}

async function insist(
  next: () => Instance,
  { inexcusable }: Witness,
  wanted: Wanted,
): Promise<Reply | undefined> {
  const { method, path, ...rest } = wanted;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const instance = next();
    const reply = await instance.call(method, path, rest).catch(() => undefined);
    if (reply?.status === 500) inexcusable.push(`${method} ${path}: ${causeOf(reply, instance)}`);
    const isDecided = reply && reply.status < 500 && reply.status !== 429 && !isUnderWay(reply);
    if (isDecided) return reply;
    await sleep(50 + 50 * Math.min(attempt, 10));
  }
  inexcusable.push(`${method} ${path} was never answered`);
  return undefined;
}

/** What the instance has logged about its failure. */
function causeOf({ text, body }: Reply, instance: Instance): string {
  const id = String(body['errorId']);
  return (
    instance
      .output()
      .split('\n')
      .find((line) => line.includes(id)) ?? text
  );
}

const isUnderWay = ({ status, headers }: Reply): boolean => status === 409 && headers.has('retry-after');

/** Lets go of every saga that waits for a person, pressing each button twice. Answers how many there were. */
export async function letGo(instance: Instance): Promise<number> {
  const list = await instance
    .call<{ items?: { orderId: string }[] }>('GET', '/v1/ops/sagas?state=needs-attention&limit=100')
    .catch(() => undefined);
  const stuck = list?.body.items ?? [];
  for (const { orderId } of stuck) {
    for (const verb of ['retry', 'compensate']) {
      await twice(instance, `/v1/ops/sagas/${orderId}/${verb}`);
    }
  }
  return stuck.length;
}

/** An operator in a hurry: the same button twice, before the first answer is there. */
export async function twice(instance: Instance, path: string): Promise<void> {
  const press = () =>
    instance.call('POST', path, { key: newId(), body: { reason: 'campaign' } }).catch(() => undefined);
  await Promise.all([press(), press()]);
}

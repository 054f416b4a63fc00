import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import type {} from '../app.js';
import type { Reply } from '../client.js';
import { address, card } from '../builders.js';
import { type Shop } from '../shop.js';

/** A request as its sender remembers it. */
export interface Sent {
  readonly id: string;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly as: 'customer' | 'operator';
  readonly reply: Reply;
}

export interface History {
  readonly requests: Sent[];
  /** Of orders that were confirmed, and of drafts that ended as such. */
  readonly orders: string[];
  /** What operators gave back, by order, in minor units. */
  readonly givenBack: Map<string, number>;
}

/** A customer's afternoon: what they order, and what happens to it then. */
type Story = { readonly over?: object; readonly then?: (orderId: string) => Promise<unknown> };

/** About sixty orders of every kind, eight at a time, and the memory of every request that was sent. */
export async function mixedLoad(shop: Shop): Promise<History> {
  const history: History = { requests: [], orders: [], givenBack: new Map() };
  const send = async (path: string, body: unknown, as: Sent['as'] = 'customer'): Promise<Reply> => {
    const [id, key] = [`load-${newId()}`, newId()];
    const reply = await shop.send('POST', path, { as, key, body, headers: { 'x-request-id': id } });
    history.requests.push({ id, path, key, body, as, reply });
    return reply;
  };
  const account = { ownerId: shop.customerId, currency: 'EUR', initialDepositMinor: 6_000 };
  const { body: opened } = await send('/v1/accounts', account, 'operator');
  const wallet = { type: 'wallet', accountId: String(opened['id']) };
  const stories = [...storiesOf(shop, send, history), ...walletStories(wallet)];
  const customer = async () => {
    for (let story = stories.pop(); story; story = stories.pop()) {
      const { status, body } = await send('/v1/orders', shop.order(story.over));
      if (status >= 300) continue;
      history.orders.push(String(body['id']));
      await story.then?.(String(body['id']));
    }
  };
  await Promise.all(Array.from({ length: 8 }, customer));
  return history;
}

/** More than there is money for; one of them comes back. */
const walletStories = (paymentMethod: object): Story[] => [
  ...Array.from({ length: 5 }, () => ({ over: { paymentMethod } })),
  { over: { paymentMethod, shippingAddress: { ...address, country: 'XX' } } },
];

function storiesOf(
  shop: Shop,
  send: (path: string, body: unknown, as?: Sent['as']) => Promise<Reply>,
  { givenBack }: History,
): Story[] {
  const times = (n: number, story: Story): Story[] => Array.from({ length: n }, () => story);
  const items = (...lines: [string, number][]) => ({
    items: lines.map(([sku, quantity]) => ({ sku, quantity })),
  });
  const paying = (token: string) => ({ paymentMethod: card(token) });
  const bank = { paymentMethod: { type: 'bank_transfer' } };
  const to = (over: object) => ({ shippingAddress: { ...address, ...over } });
  const cancel = (id: string) => send(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' });
  const paymentOf = async (id: string): Promise<string> => {
    const { body } = await shop.until(`/v1/orders/${id}/payments`, ({ items: found }) => found.length === 1);
    return String(body.items[0]!['id']);
  };
  const record = async (id: string, outcome: string) =>
    send(`/v1/payments/${await paymentOf(id)}/record`, { outcome, reference: 'MT940' }, 'operator');
  const late = async (id: string) => {
    await paymentOf(id);
    await cancel(id);
    await sleep(500);
    await record(id, 'captured');
  };
  const refund = async (id: string) => {
    await shop.rest(id, 'shipped');
    for (const amountMinor of [100, 250, 1_000_000]) {
      const reply = await send(
        `/v1/payments/${await paymentOf(id)}/refunds`,
        { amountMinor, reason: 'late' },
        'operator',
      );
      if (reply.status === 201) givenBack.set(id, (givenBack.get(id) ?? 0) + amountMinor);
    }
  };
  const deliver = async (id: string) => {
    await shop.rest(id, 'shipped');
    await send(`/v1/orders/${id}/deliver`, undefined, 'operator');
    await cancel(id);
  };
  return [
    ...times(8, { over: items(['MUG', 1]) }),
    ...times(4, { over: items(['MUG', 1], ['POT', 2], ['MUG', 2]) }),
    ...times(3, { over: items(['POT', 1], ['MUG', 3]) }),
    ...times(5, { over: paying('tok_declined') }),
    ...times(2, { over: paying('tok_insufficient_funds') }),
    ...times(7, { over: items(['SCARCE', 1]) }),
    ...times(2, { over: items(['MUG', 1], ['SCARCE', 50]) }),
    ...times(4, { over: to({ country: 'XX' }) }),
    ...times(3, { over: bank, then: cancel }),
    ...times(4, { over: paying('tok_slow_150'), then: cancel }),
    ...times(3, { over: { confirm: false }, then: cancel }),
    ...times(3, { then: refund }),
    ...times(3, { over: bank, then: (id) => record(id, 'captured') }),
    { over: bank, then: (id) => record(id, 'declined') },
    { over: bank, then: shop.runOutOfPatience },
    { over: bank, then: late },
    ...times(2, { over: paying('tok_timeout_charged') }),
    { over: paying('tok_timeout_not_charged'), then: shop.runOutOfPatience },
    ...times(2, { over: paying('tok_error_then_ok') }),
    { over: to({ postalCode: 'LOST-REPLY' }) },
    { then: deliver },
    { over: items(['NIX', 1]) },
    { over: { currency: 'GBP' } },
    { over: { shippingAddress: undefined } },
  ];
}

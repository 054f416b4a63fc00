import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Found } from '../web/api/lists.js';
import { parseSearch, stringifySearch } from '../web/model/address.js';
import { asOperation } from '../web/model/bulk.js';
import { causesOf } from '../web/model/causes.js';
import { changesBetween } from '../web/model/diff.js';
import { onlyPlaceOf, placeOf } from '../web/model/places.js';
import { absolute, chooseZone, hour, minute } from '../web/model/zone.js';
import { whyItWaits } from '../web/model/why.js';
import { inWords } from '../web/model/amount.js';
import { exponentOf, inWords as onServer, isCurrency } from '../src/platform/core/money.js';

const id = (n: number) => `019a9f00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const stuck = (n: number, detail: string, since = `2026-01-01T10:${String(n).padStart(2, '0')}:00.000Z`) => ({
  id: `fulfilment-${id(n)}`,
  kind: 'saga' as const,
  object: id(n),
  detail,
  since,
  actions: ['retry', 'compensate'].map((rel) => ({
    rel,
    method: 'POST',
    href: `/v1/ops/sagas/${id(n)}/${rel}`,
  })),
});

describe('a verb for many things', () => {
  const told = (hrefs: readonly string[]) => ({
    rel: 'retry',
    targets: hrefs.map((href) => ({ href, name: href })),
  });

  it('is one operation of the server, of just these things, where the server has one', () => {
    const action = told([`/v1/ops/sagas/${id(1)}/retry`, `/v1/ops/sagas/${id(2)}/retry`]);
    expect(asOperation(action, 1)?.targets).toEqual([
      {
        href: '/v1/ops/operations',
        name: '2 things',
        meant: { verb: 'saga.retry', filter: { ids: [id(1), id(2)] }, pace: 1 },
      },
    ]);
  });

  it.each([
    ['one thing', [`/v1/ops/sagas/${id(1)}/retry`]],
    ['things of two kinds', [`/v1/ops/sagas/${id(1)}/retry`, `/v1/ops/parked/${id(2)}/retry`]],
    ['what wants to be told which of several', [1, 2].map((n) => `/v1/ops/sagas/${id(n)}/resolve`)],
    ['what is not told to many', ['/v1/ops/subscriptions/a/pause', '/v1/ops/subscriptions/b/pause']],
  ])('is told one by one to %s', (_what, hrefs) => {
    expect(asOperation(told(hrefs), 10)).toBeUndefined();
  });
});

describe('the inbox', () => {
  it('makes one decision of all that is stuck for one reason, whatever the ids and numbers in it', () => {
    const causes = causesOf([
      stuck(5, `carrier down, try 4 for ${id(5)}`),
      stuck(2, 'card refused'),
      stuck(3, `carrier down, try 11 for ${id(3)}`),
    ]);
    expect(causes.map(({ items, since }) => [items.map(({ object }) => object), since])).toEqual([
      [[id(2)], '2026-01-01T10:02:00.000Z'],
      [[id(3), id(5)], '2026-01-01T10:03:00.000Z'],
    ]);
    expect(causes[1]!.actions.map(({ rel, targets }) => [rel, targets.map(({ name }) => name)])).toEqual([
      ['retry', [id(3), id(5)]],
      ['compensate', [id(3), id(5)]],
    ]);
  });

  it('keeps apart what is of another kind, and offers only what can be done', () => {
    const look = {
      ...stuck(1, 'same'),
      kind: 'worker' as const,
      actions: [{ rel: 'look', method: 'GET', href: '/' }],
    };
    const causes = causesOf([stuck(1, 'same'), look]);
    expect(causes.map(({ kind, actions }) => [kind, actions.length])).toEqual([
      ['saga', 2],
      ['worker', 0],
    ]);
  });
});

describe('what was searched for', () => {
  const found = (kind: Found['kind'], over: object = {}) => ({
    ...{
      kind,
      id: id(1),
      by: 'id' as const,
      orderId: null,
      at: '2026-01-01T10:00:00.000Z',
      href: `/${kind}`,
    },
    ...over,
  });

  it.each([
    ['a payment', found('payment', { orderId: id(2) }), { to: `/orders/${id(2)}`, search: {} }],
    ['a customer', found('customer'), { to: '/orders', search: { customerId: id(1) } }],
    ['a product', found('product', { id: 'MUG' }), { to: '/orders', search: { sku: 'MUG' } }],
    ['an account', found('account'), { to: '/events', search: { stream: `account-${id(1)}` } }],
    [
      'an event',
      found('payment', { orderId: id(2), by: 'event' as const }),
      { to: '/events', search: { stream: `payment-${id(1)}`, event: id(9) } },
    ],
  ])('opens where %s is shown', (_what, one, place) => {
    expect(placeOf(one, id(9).toUpperCase())).toEqual(place);
  });

  it('opens at once where all of it is shown in one place, and otherwise lets choose', () => {
    const [order, payment] = [found('order', { orderId: id(2) }), found('payment', { orderId: id(2) })];
    expect(onlyPlaceOf([order, payment], id(2))).toEqual({ to: `/orders/${id(2)}`, search: {} });
    expect(onlyPlaceOf([order, found('stock')], id(2))).toBeUndefined();
    expect(onlyPlaceOf([], id(2))).toBeUndefined();
  });
});

describe('a time', () => {
  afterEach(() => chooseZone('UTC'));

  it('is told in UTC, or as the clock on the wall has it, and says which', () => {
    const at = '2026-01-01T23:31:07.000Z';
    expect([absolute(at), hour(at), minute(at)]).toEqual([
      '2026-01-01 23:31:07 UTC',
      '23:31 UTC',
      '2026-01-01 23:31 UTC',
    ]);
    chooseZone('local');
    const [date, time, zone] = absolute(at).split(' ');
    expect(Date.parse(`${date}T${time}`)).toBe(Date.parse(at));
    expect(hour(at)).toBe(`${time!.slice(0, 5)} ${zone}`);
  });
});

describe('what changed', () => {
  it('names each field with what it was and is', () => {
    const before = { status: 'draft', items: [{ sku: 'A', quantity: 1 }], note: null };
    const after = { status: 'paid', items: [{ sku: 'A', quantity: 2 }], paidAt: 'now' };
    expect(changesBetween(before, after)).toEqual([
      { path: 'status', before: 'draft', after: 'paid' },
      { path: 'items.0.quantity', before: '1', after: '2' },
      { path: 'paidAt', before: undefined, after: 'now' },
      { path: 'note', before: 'null', after: undefined },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });
});

describe('the address of a screen', () => {
  it.each(['22423', '00042', '12345678901234567890', '1e3', 'true', 'null', '[1]', '{"a":1}'])(
    'holds the text %s as somebody types it, and as it was typed',
    (sku) => {
      const typed = `?${new URLSearchParams({ sku })}`;
      expect(parseSearch(typed)).toEqual({ sku });
      expect(stringifySearch({ sku })).toBe(typed);
    },
  );

  it('opens as it did what stands in quotes, numbers and signs', () => {
    expect(parseSearch('?sku=%2222423%22&at=3&paused=true')).toEqual({
      sku: '22423',
      at: '3',
      paused: 'true',
    });
    expect(stringifySearch({ at: 3, paused: true, sku: undefined })).toBe('?at=3&paused=true');
    expect(stringifySearch({ sku: undefined })).toBe('');
  });

  it('gives back every text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string().map((text) => JSON.stringify(text)),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), texts), (given) => {
        expect(parseSearch(stringifySearch(given))).toEqual({ ...given });
      }),
    );
  });
});

describe('an amount of money', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const currencies = codes.filter(isCurrency);

  it('is shown with the digits that its currency has on the server, whatever the browser thinks of it', () => {
    expect(currencies.length).toBeGreaterThan(150);
    const shown = (currency: string) =>
      /(?:\.(\d+))?$/.exec(inWords({ amountMinor: 1_999, currency }))![1] ?? '';
    expect(currencies.map((currency) => [currency, shown(currency).length])).toEqual(
      currencies.map((currency) => [currency, exponentOf(currency)]),
    );
  });

  it('is shown to the last digit, as the server tells it', () => {
    const amount = fc.record({ amountMinor: fc.maxSafeInteger(), currency: fc.constantFrom(...currencies) });
    fc.assert(
      fc.property(amount, (money) => {
        const [, sign, digits] = /^(-?)\D*([\d,]+(?:\.\d+)?)$/.exec(inWords(money))!;
        expect(`${sign}${digits!.replaceAll(',', '')} ${money.currency}`).toBe(onServer(money));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('why an order waits', () => {
  const step = (over: object = {}) => ({
    ...{ name: 'ship' as const, direction: 'forward' as const, state: 'started' as const, attempts: 3 },
    ...{ startedAt: '2026-01-01T10:31:07.000Z', detail: 'no answer', ...over },
  });
  const running = { orderId: id(1), state: 'running' as const, version: 4, troubles: [] };

  it('says what it waits for, since when, how often it was tried, and when that ends', () => {
    const fulfilment = { ...running, steps: [step()], deadlineAt: '2026-01-01T10:46:00.000Z' };
    expect(whyItWaits({ status: 'paid' }, fulfilment)).toBe(
      'It waits for the carrier to take the parcel since 10:31 UTC: 3 tries; the last said: no answer. ' +
        'At 2026-01-01 10:46 UTC it gives up by itself.',
    );
  });

  it('says when it is tried again, and that somebody may be quicker', () => {
    const late = step({ attempts: 2, detail: 'no answer', nextAttemptAt: '2026-01-01T10:33:00.000Z' });
    expect(whyItWaits({ status: 'paid' }, { ...running, steps: [late] })).toMatch(
      /2 tries; the last said: no answer, the next at 10:33 UTC by itself\..* whoever will not wait retries now/,
    );
  });

  it('says who can end it when it does not end by itself', () => {
    const trouble = { step: 'pay', direction: 'compensate' as const, detail: 'gateway down' };
    const undo = step({ name: 'pay' as const, direction: 'compensate', attempts: 1 });
    const fulfilment = { ...running, state: 'needs-attention' as const, steps: [undo], troubles: [trouble] };
    expect(whyItWaits({ status: 'paid' }, fulfilment)).toBe(
      'It waits for a person: the money to be given back failed after 1 try since 10:31 UTC (gateway down). ' +
        'Retry it, or resolve it by hand.',
    );
  });

  it('is silent about what waits for nothing', () => {
    const done = { ...running, state: 'completed' as const, steps: [step({ state: 'done' })] };
    expect(whyItWaits({ status: 'shipped' }, done)).toBeUndefined();
    expect(whyItWaits({ status: 'draft' }, undefined)).toMatch(/waits for its customer/);
  });
});

import { expect, it } from '@jest/globals';
import {
  isTraceparent,
  isTracestate,
  traceHeaders,
  traceIdFor,
  traceIdsOf,
  traceOf,
  traceparentOf,
} from './trace-context.js';

const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

it('what came with a fact is its place in a trace', () => {
  const fact = { id: 'e1', metadata: { correlationId: 'c', traceparent: given } };
  expect(traceparentOf(fact)).toBe(given);
  expect(traceIdsOf(given)).toEqual({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
  });
});

it('facts of one chain of causes are one trace, each in a place of its own, always the same', () => {
  const [one, again, other, stranger] = ['e1 c', 'e1 c', 'e2 c', 'e1 d'].map((ids) => {
    const [id, correlationId] = ids.split(' ') as [string, string];
    return traceparentOf({ id, metadata: { correlationId } });
  }) as [string, string, string, string];
  for (const each of [one, other, stranger]) expect(isTraceparent(each)).toBe(true);
  expect(again).toBe(one);
  expect(traceIdsOf(other).traceId).toBe(traceIdsOf(one).traceId);
  expect(traceIdsOf(other).spanId).not.toBe(traceIdsOf(one).spanId);
  expect(traceIdsOf(stranger).traceId).not.toBe(traceIdsOf(one).traceId);
  expect(traceIdFor('c')).toBe(traceIdsOf(one).traceId);
});

it.each(['', `${given}-more`, given.replace('00-4', 'ff-4'), `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, 7])(
  '%s is nothing to go on with',
  (wrong) => expect(isTraceparent(wrong)).toBe(false),
);

it.each([
  'shop=42',
  'rojo=00f067aa0ba902b7, congo=t61rcWkgMzE',
  'tenant@vendor=a b!~',
  'a=1,,b=2',
  `k=${'v'.repeat(256)}`,
])('%s is what others said about the trace', (right) => expect(isTracestate(right)).toBe(true));

it.each([
  '',
  ',',
  'shop',
  'Shop=1',
  'shop=',
  'shop=a=b',
  'a=1,a=2',
  'a=ü',
  'a=1\r\nb=2',
  `k=${'v'.repeat(257)}`,
  Array.from({ length: 33 }, (_, n) => `k${n}=1`).join(','),
  `a=${'v'.repeat(250)},b=${'v'.repeat(250)},c=${'v'.repeat(20)}`,
  ['a=1'],
])('%s is not, and is dropped', (wrong) => expect(isTracestate(wrong)).toBe(false));

it('what was said about a trace goes on with the place in it, and not without', () => {
  const [tracestate, fact] = ['shop=42', { id: 'e1', metadata: { correlationId: 'c' } }];
  const place = { traceparent: given, tracestate };
  expect(traceHeaders({ ...fact, metadata: { ...fact.metadata, ...place } })).toEqual(place);
  expect(traceHeaders(fact)).toEqual({ traceparent: traceparentOf(fact) });
  expect(traceOf({ traceparent: null, tracestate })).toEqual({});
});

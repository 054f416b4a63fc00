import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from './differences.js';

describe('What differs between two views', () => {
  it.each([
    [{ status: 'draft' }, { status: 'paid' }, [{ path: '/status', before: 'draft', after: 'paid' }]],
    [null, { a: 1 }, [{ path: '/a', before: null, after: 1 }]],
    [{ a: { b: 1 }, c: 2 }, { c: 2 }, [{ path: '/a/b', before: 1, after: null }]],
    [{ version: 1 }, { version: 2 }, []],
    [{ 'a/b~': 1 }, { 'a/b~': 2 }, [{ path: '/a~1b~0', before: 1, after: 2 }]],
    [{ list: [] }, { list: ['x'] }, [{ path: '/list/0', before: null, after: 'x' }]],
    [{ a: [] }, {}, [{ path: '/a', before: [], after: null }]],
    [{ a: 1 }, { a: { b: 1 } }, [{ path: '/a', before: 1, after: { b: 1 } }]],
    [
      {
        items: [
          { sku: 'A', n: 1 },
          { sku: 'B', n: 1 },
        ],
      },
      { items: [{ sku: 'B', n: 2 }] },
      [
        { path: '/items/A/sku', before: 'A', after: null },
        { path: '/items/A/n', before: 1, after: null },
        { path: '/items/B/n', before: 1, after: 2 },
      ],
    ],
  ])('%j -> %j', (before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  it('is nothing for the same, something for anything else, and the other way round the same places', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => ({ value }));
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(differences(one, structuredClone(one))).toEqual([]);
        const there = differences(one, other);
        expect(there.length === 0).toBe(differences(other, one).length === 0);
      }),
    );
  });
});

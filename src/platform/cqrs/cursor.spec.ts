import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decodeCursor, encodeCursor, paginate } from './cursor.js';

const key = z.object({ createdAt: z.string(), id: z.string() });
const after = { createdAt: '2026-01-01T00:00:00.000Z', id: 'a' };

describe('a cursor', () => {
  it('comes back as it went out', () => {
    expect(decodeCursor(encodeCursor(after, { status: 'paid' }), key, { status: 'paid' })).toEqual(after);
  });

  it('does not mind page size, absent filters or their order', () => {
    const cursor = encodeCursor(after, { a: 1, b: 2, limit: 20 });
    expect(decodeCursor(cursor, key, { b: 2, a: 1, c: undefined, limit: 5, cursor })).toEqual(after);
  });

  it('is refused under another filter', () => {
    const cursor = encodeCursor(after, { status: 'paid' });
    expect(() => decodeCursor(cursor, key, { status: 'shipped' })).toThrow('another filter');
  });

  it.each(['', 'nonsense', encodeCursor({ other: 1 }), Buffer.from('[1,2]').toString('base64url')])(
    'is refused when this list did not make it: %j',
    (cursor) => expect(() => decodeCursor(cursor, key)).toThrow('was not made by this list'),
  );
});

describe('a page', () => {
  it('tells whether there is more from one row too many', () => {
    const rows = [1, 2, 3].map((n) => ({ n }));
    const page = paginate(rows, 2, ({ n }) => ({ n }));
    expect(page.items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(decodeCursor(page.nextCursor!, z.object({ n: z.number() }))).toEqual({ n: 2 });
    expect(paginate(rows, 3, ({ n }) => ({ n })).nextCursor).toBeNull();
    expect(paginate([], 3, () => ({})).nextCursor).toBeNull();
  });
});

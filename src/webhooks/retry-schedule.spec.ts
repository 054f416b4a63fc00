import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryAfterMs, waitAfter } from './retry-schedule.js';

const published = [5, 30, 120, 900, 3_600, 21_600, 86_400];

describe('When a webhook is tried again', () => {
  it('waits as published, each time a little longer by chance, and ends', () => {
    const waits = published.map((_, at) => waitAfter(published, { failures: at + 1, chance: 0 }));
    expect(waits).toEqual(published.map((seconds) => seconds * 1_000));
    expect(waitAfter(published, { failures: 1, chance: 0.5 })).toBe(5_500);
    expect(waitAfter(published, { failures: 8, chance: 0 })).toBeUndefined();
  });

  it('waits as long as the receiver asks, but no longer than a day and never less than the schedule says', () => {
    const first = (asked: number) => waitAfter(published, { failures: 1, chance: 0, retryAfterMs: asked });
    expect(first(60_000)).toBe(60_000);
    expect(first(1_000)).toBe(5_000);
    expect(first(10 ** 12)).toBe(86_400_000);
  });

  it('never comes earlier than the schedule says, nor twice as late', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: published.length }), chance, (failures, by) => {
        const ms = published[failures - 1]! * 1_000;
        const wait = waitAfter(published, { failures, chance: by })!;
        expect(wait >= ms && wait < ms * 1.2 + 1).toBe(true);
      }),
    );
  });

  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['99999999999', undefined],
    [undefined, undefined],
  ])('reads Retry-After %s', (header, ms) => {
    expect(retryAfterMs(header, Date.UTC(2026, 0, 1))).toBe(ms);
  });
});

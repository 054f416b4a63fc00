import { describe, expect, it } from '@jest/globals';
import { QueueLooks } from './queue-looks.js';

const EVER = 3e12;
const found = { leftMs: 0, tookMs: 1 };

/** Looks that were taken at these times, each with its end. */
function after(...ends: [number, { leftMs: number; tookMs: number }][]) {
  const looks = new QueueLooks();
  for (const [at, end] of ends) looks.taken(looks.next(at), end);
  return looks;
}

describe('How far a claim looks back', () => {
  it('is everything at first', () => {
    expect(new QueueLooks().next(500).backMs).toBe(EVER);
  });

  it('is the time since the last look and that of a usual commit', () => {
    expect(after([1_000, found]).next(1_300).backMs).toBe(400);
  });

  it('covers a slow commit once a second, and everything once a minute', () => {
    const looks = after([0, found], [900, found]);
    expect(looks.next(1_000).backMs).toBe(3_000);
    looks.taken(looks.next(1_000), found);
    expect(looks.next(1_010).backMs).toBe(110);
    expect(looks.next(59_999).backMs).toBe(60_999);
    expect(looks.next(60_000).backMs).toBe(EVER);
  });

  it('begins where a full look has stopped, however long there is more than can be taken', () => {
    const looks = after([0, { leftMs: 5_000, tookMs: 1 }]);
    expect(looks.next(10).backMs).toBe(5_110);
    looks.taken(looks.next(10), { leftMs: 4_000, tookMs: 1 });
    expect(looks.next(20).backMs).toBe(4_110);
  });

  it('spends a small part of the time on everything, however long that takes', () => {
    const looks = after([0, { leftMs: 0, tookMs: 4_000 }]);
    expect(looks.next(60_000).backMs).toBeLessThan(EVER);
    expect(looks.next(200_000).backMs).toBe(EVER);
  });

  it('does not count a look that failed', () => {
    const looks = after([0, found]);
    looks.next(500);
    expect(looks.next(700).backMs).toBe(800);
  });
});

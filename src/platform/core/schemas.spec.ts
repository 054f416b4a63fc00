import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, instantInUtc, timestamp } from './schemas.js';

const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
/** Also at both ends of the calendar, where an offset leads out of it. */
const year = fc
  .oneof(fc.constantFrom(0, 1, 2, 1999, 9998, 9999), fc.integer({ min: 0, max: 9999 }))
  .map((n) => String(n).padStart(4, '0'));
const day = fc.constantFrom('01-01', '02-28', '02-29', '12-31');
const offset = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), two(23), two(59)).map(([sign, h, m]) => `${sign}${h}:${m}`),
);
const written = fc
  .tuple(year, day, two(23), two(59), fc.constantFrom('', '.1', '.123', '.123456789'), offset)
  .map(([y, d, h, m, fraction, zone]) => `${y}-${d}T${h}:${m}:59${fraction}${zone}`);

describe('A moment that an outsider gives', () => {
  it('can be written as we write all of them, if it is taken', () => {
    fc.assert(
      fc.property(written, (given) => {
        const kept = instantInUtc.safeParse(given);
        expect(kept.success).toBe(instant.safeParse(given).success);
        if (!kept.success) return;
        expect(timestamp.safeParse(kept.data).success).toBe(true);
        expect(Date.parse(kept.data)).toBe(Date.parse(given));
      }),
    );
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T01:00:00+01:00',
    '2026-11-27T20:00:00.5-03:30',
    '9999-12-31T23:59:59.999Z',
  ])('is taken: %s', (given) => expect(instant.parse(given)).toBe(given));

  it.each([
    'yesterday',
    '2026-02-29T00:00:00Z',
    '0000-12-31T23:59:59Z',
    '0000-01-01T00:00:00+01:00',
    '0001-01-01T00:59:59+01:00',
    '9999-12-31T23:00:00-01:00',
  ])('is refused, with one word about it: %s', (given) => {
    for (const schema of [instant, instantInUtc])
      expect(schema.safeParse(given).error?.issues).toHaveLength(1);
  });
});

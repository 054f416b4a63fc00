import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distance, exchanged, forgiven } from './spelling.js';

describe('What a person meant to type', () => {
  it.each([
    ['heart', 'heart', 0],
    ['haert', 'heart', 1],
    ['hart', 'heart', 1],
    ['heartt', 'heart', 1],
    ['hesrt', 'heart', 1],
    ['hraet', 'heart', 2],
    ['', 'mug', 3],
    ['𝔪ug', 'mug', 1],
  ])('%s is %s but for %i letters', (typed, meant, wrong) => {
    expect(distance(typed, meant)).toBe(wrong);
  });

  it('is as far from here to there as from there to here, and an exchange is one mistake', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '漢', '𝔪'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        for (const variant of exchanged(a)) expect(distance(a, variant)).toBe(1);
      }),
    );
  });

  it('forgives the more the longer the word is', () => {
    expect([1, 2, 3, 5, 6, 30].map(forgiven)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { faultOfCountry } from './countries.js';

describe('A country', () => {
  it.each(['GB', 'DE', 'GR', 'TW', 'AX', 'BQ'])('is %s', (code) =>
    expect(faultOfCountry(code)).toBeUndefined(),
  );

  it('is also the one no carrier serves', () => expect(faultOfCountry('XX')).toBeUndefined());

  it.each([
    ['UK', /did you mean GB/],
    ['EL', /did you mean GR/],
    ['EU', /no country/],
    ['ZZ', /no country/],
    ['XK', /no country/],
    ['QM', /no country/],
    ['AA', /no country/],
    ['OO', /no country/],
  ])('is not %s', (code, said) => expect(faultOfCountry(code)).toMatch(said));
});

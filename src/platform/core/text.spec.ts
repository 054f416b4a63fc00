import { describe, expect, it } from '@jest/globals';
import { faultOfText, folded } from './text.js';

const zeroWidthSpace = '\u200B';

describe('Text that a person typed', () => {
  it.each([
    ['a name', 'Ada Byron'],
    ['an address', "Rue de l'Église 12/3, 2ᵉ étage"],
    ['Arabic', 'شارع الملك فهد'],
    ['Persian with the non-joiner it needs', 'می\u200Cخواهم'],
    ['Sinhala with the joiner it needs', 'ශ්\u200Dරී'],
    ['a family of joined emoji', '👩\u200D👩\u200D👧'],
    ['a heart in colour', '❤\uFE0F'],
    ['a Japanese name with a variant of its character', '葛\u{E0100}城'],
    ['a full stop', '.'],
    ['a price tag', '€'],
  ])('is fine: %s', (_, text) => expect(faultOfText(text, 'one line')).toBeUndefined());

  it.each([
    ['a zero-width space between letters', `Ada${zeroWidthSpace}Byron`],
    ['a zero-width space alone', zeroWidthSpace],
    ['a joiner alone', '\u200D'],
    ['a non-joiner between Latin letters', 'A\u200Cda'],
    ['a byte order mark', '\uFEFFAda'],
    ['a soft hyphen', 'A\u00ADda'],
    ['an override of direction', 'Ada \u202Etxt.exe'],
    ['an isolate of direction', '\u2066Ada\u2069'],
    ['a mark of direction', 'Ada\u200E'],
    ['a Hangul filler', '\u3164'],
    ['a hidden tag', 'Ada\u{E0041}'],
    ['a line separator', 'Ada\u2028Byron'],
    ['a noncharacter', 'Ada\uFFFE'],
    ['NUL', 'Ada\u0000'],
    ['an escape sequence', 'Ada\u001B[31m'],
    ['a C1 control', 'Ada\u0085'],
    ['half of a surrogate pair', 'Ada\uD83D'],
    ['an empty pattern of Braille', '\u2800'],
    ['a mark on nothing', '\u0301'],
  ])('is refused: %s', (_, text) => {
    expect(faultOfText(text, 'one line')).toMatch(/^must/);
    expect(faultOfText(text, 'many lines')).toMatch(/^must/);
  });

  it('has line breaks only where there may be several lines', () => {
    expect(faultOfText('Holds 300 ml\n\tDishwasher safe', 'many lines')).toBeUndefined();
    expect(faultOfText('1 Analytical St\nLondon', 'one line')).toMatch(/control/);
  });

  it('is judged in a time that grows with its length and no faster', () => {
    for (const text of ['\u200D'.repeat(200_000), '👩\u200D'.repeat(60_000), ' '.repeat(200_000)]) {
      expect(faultOfText(text, 'many lines')).toMatch(/^must/);
    }
  });
});

describe('Text as a search compares it', () => {
  it.each([
    ['composed and decomposed', 'Käse', 'Ka\u0308se'],
    ['full width', 'ＭＵＧ１２', 'mug12'],
    ['half-width Katakana', 'ｶﾞ', 'ガ'],
    ['a ligature', 'eﬃcient', 'EFFICIENT'],
    ['a dotted capital I', 'İstanbul', 'istanbul'],
    ['a dotless small i', 'ısı', 'ISI'],
    ['sharp s, small and capital', 'STRAẞE straße', 'strasse STRASSE'],
    ['sigma at the end of a word', 'ΟΔΟΣ', 'οδος'],
    ['an accent', 'Crème Brûlée', 'creme brulee'],
    ['a Kelvin sign', '300 \u212A', '300 k'],
  ])('takes for the same: %s', (_, one, other) => expect(folded(one)).toBe(folded(other)));

  it('is the same when it is folded again', () => {
    for (const text of ['İI ıi ẞß ΣΣ ﬁ Ｋ ｶﾞ', 'हिन्दी', '한국어', 'ŉ ǰ ΐ', '\u1E9B\u0323'])
      expect(folded(folded(text))).toBe(folded(text));
  });

  it('keeps the signs that are letters of their script', () =>
    expect(folded('हिन्दी')).not.toBe(folded('हनद')));
});

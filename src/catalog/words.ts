import { folded } from '../platform/core/text.js';

/** A lexeme of PostgreSQL holds 2,046 bytes; nobody types a longer word than this to find something. */
const LONGEST_WORD = 100;

/** The words of what is sold and of what is asked for, made alike. */
export const wordsOf = (text: string): string[] =>
  (folded(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).map((word) =>
    [...word].slice(0, LONGEST_WORD).join(''),
  );

/** So much of a name decides where it stands in a list by name; a cursor has room for it. */
const KEY_LENGTH = 60;

/** Names that sort and compare alike whatever their case and accents. */
export const nameKey = (name: string): string => [...wordsOf(name).join(' ')].slice(0, KEY_LENGTH).join('');

/** A word finds more where it stands in the name (A) than where a description mentions it (D). */
const FIELDS = [
  ['A', 'name'],
  ['A', 'sku'],
  ['D', 'description'],
] as const;
/** PostgreSQL counts no further. */
const LAST_POSITION = 16_383;

/**
 * What a search looks through, as a `tsvector`. No parser and no dictionary of the server comes between, so it does not
 * depend on its locale.
 */
export function searchVector(product: {
  readonly name: string;
  readonly sku: string;
  readonly description: string | null;
}): string {
  let position = 0;
  const lexemes = FIELDS.flatMap(([weight, field]) =>
    [...new Set(wordsOf(product[field] ?? ''))].map((word) => {
      position = Math.min(position + 1, LAST_POSITION);
      return `'${word}':${position}${weight}`;
    }),
  );
  return lexemes.join(' ');
}

/** Of letters only: what a person may mistype, and what it may have been meant to be. */
export const canBeMistyped = (word: string): boolean => /^[\p{L}\p{M}]{3,40}$/u.test(word);

/** Seen by nobody, though they are there: joiners, fillers, marks of direction, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;
/** Which of them a script or an emoji needs: variation selectors, and joiners between characters that join. */
const NEEDED =
  /(?<=\S)[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|(?<=[^\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D](?=[^\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/gu;
const CONTROL = /\p{Cc}/u;
const CONTROL_OR_BREAK = /[^\P{Cc}\n\r\t]/u;
/** Something to see. A combining mark alone and the empty pattern of Braille are nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}]|[^\P{S}\u2800]/u;

/**
 * What is wrong with text that a person typed, or undefined.
 *
 * @param text in NFC, without spaces around it
 * @param lines whether it may have more than one
 */
export function faultOfText(text: string, lines: 'one line' | 'many lines'): string | undefined {
  if (!text.isWellFormed()) return 'must be well-formed Unicode';
  if ((lines === 'one line' ? CONTROL : CONTROL_OR_BREAK).test(text))
    return 'must not contain control characters';
  if (INVISIBLE.test(text.replace(NEEDED, ''))) {
    return 'must not contain invisible characters, such as zero-width spaces and marks of direction';
  }
  return VISIBLE.test(text) ? undefined : 'must not be blank';
}

/**
 * Text as a search compares it: two that look alike are alike. Compatibility forms (ligatures, full width), accents,
 * case, and the two forms of i and of sigma make no difference.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC');
}

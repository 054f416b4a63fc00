/** As much of a text as is looked at; what a log line needs stands at its beginning. */
const MAX_READ = 16_384;

const words = /[\w.-]+/g;
/** JSON in base64url, as every JWT begins. */
const TOKEN_START = 'eyJ';
const TOKEN_LEAST = 12;

/** Each begins at a fixed word and ends where its class of characters ends: no text makes them go back over it. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [hidden]'],
  [/:\/\/[^\s/@]+@/g, '://[hidden]@'],
  [/\b(password|secret|token|api[_-]?key|authorization)(["']?\s*[:=]\s*["']?)[^\s"',;)}]+/gi, '$1$2[hidden]'],
  [/\btok_\w+/g, 'tok_[hidden]'],
];

/**
 * Takes out of a text what looks like a credential: the last net, not the first.
 *
 * @param max characters of the result; what is cut off is left out after it was cleaned, so that no half of a secret stays
 */
export function redact(text: string, max = MAX_READ): string {
  const cleaned = secrets.reduce(
    (left, [pattern, instead]) => left.replace(pattern, instead),
    text.slice(0, MAX_READ).replace(words, withoutToken),
  );
  return cleaned.length > max ? `${cleaned.slice(0, max)}...` : cleaned;
}

function withoutToken(word: string): string {
  const start = word.indexOf(TOKEN_START);
  return start < 0 || word.length - start < TOKEN_LEAST ? word : `${word.slice(0, start)}[hidden token]`;
}

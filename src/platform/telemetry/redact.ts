const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [hidden]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[hidden token]'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[hidden]@'],
  [/\b(password|secret|token|api[_-]?key|authorization)(["']?\s*[:=]\s*["']?)[^\s"',;)}]+/gi, '$1$2[hidden]'],
  [/\btok_\w+/g, 'tok_[hidden]'],
];

/** Takes out of a text what looks like a credential: the last net, not the first. */
export const redact = (text: string): string =>
  secrets.reduce((cleaned, [pattern, instead]) => cleaned.replace(pattern, instead), text);

import { Rejection } from '../core/rejection.js';

const MAX_DEPTH = 20;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body the strict way: UTF-8 only, at most 20 levels, and no name twice in one object, because the next
 * reader of the same bytes might take the other one.
 *
 * @returns undefined for an empty body
 * @throws Rejection `malformed-request`
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw malformed('the body is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
  inspect(text);
  return value;
}

const malformed = (detail: string): Rejection => new Rejection('malformed-request', detail);

/** One walk over a text that is known to be JSON: outside of strings nothing but brackets and colons matters here. */
function inspect(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) throw malformed(`the body is more than ${MAX_DEPTH} levels deep`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      isName.lastIndex = end + 1;
      if (isName.test(text)) admit(text.slice(at, end + 1), open.at(-1));
      at = end;
    }
  }
}

const isName = /\s*:/y;

/** @returns where the closing quote stands */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function admit(token: string, names: Set<string> | null | undefined): void {
  const name = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  if (name === '__proto__') throw malformed('the name __proto__ is refused');
  if (names?.has(name)) throw malformed('a name stands twice in one object');
  names?.add(name);
}

import { personalFieldsOf } from '../core/personal.js';
import type { z } from 'zod';

/** Shorter ones would make holes in words that have nothing to do with anybody. */
const SHORTEST = 5;

/**
 * What somebody outside said, without the personal fields that they were told: mail servers and carriers like to repeat
 * them, and what they say is kept.
 */
export function unnamed(text: string, schema: z.ZodObject, told: object): string {
  const given = new Map<string, unknown>(Object.entries(told));
  return personalFieldsOf(schema)
    .map((field) => given.get(field))
    .filter((word): word is string => typeof word === 'string' && word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => withoutWord(rest, word), text);
}

function withoutWord(text: string, word: string): string {
  const [lower, sought] = [text.toLowerCase(), word.toLowerCase()];
  if (lower.length !== text.length) return text.replaceAll(word, '…');
  let rest = '';
  let from = 0;
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
    rest += `${text.slice(from, at)}…`;
    from = at + sought.length;
  }
  return rest + text.slice(from);
}

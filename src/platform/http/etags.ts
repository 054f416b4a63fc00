import type { IncomingHttpHeaders } from 'node:http';
import { Rejection } from '../core/rejection.js';
import type { ExpectedVersion } from '../cqrs/expected-version.js';

interface EntityTag {
  readonly weak: boolean;
  /** What stands between the quotes. */
  readonly opaque: string;
}

const tag = /[ \t]*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*(?:,|$)/y;
const version = /^[1-9]\d{0,8}$/;

export const etagOf = (streamVersion: number): string => `"${streamVersion}"`;

/** @returns undefined for what RFC 9110 8.8.3 does not know as a list of entity tags */
function tagsIn(header: string): EntityTag[] | undefined {
  const tags: EntityTag[] = [];
  for (tag.lastIndex = 0; tag.lastIndex < header.length;) {
    const found = tag.exec(header);
    if (!found) return undefined;
    tags.push({ weak: found[1] !== undefined, opaque: found[2]! });
  }
  return tags.length === 0 ? undefined : tags;
}

/**
 * What a write demands of the thing it changes. Tags compare strongly, so a weak one never fits; neither does one that
 * this server did not make (RFC 9110 13.1.1).
 *
 * @throws Rejection `invalid-if-match`
 */
export function expectedBy(headers: IncomingHttpHeaders): ExpectedVersion | undefined {
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return headers['if-none-match']?.trim() === '*' ? 'none' : undefined;
  if (ifMatch.trim() === '*') return 'any';
  const tags = tagsIn(ifMatch);
  if (!tags) throw new Rejection('invalid-if-match', 'If-Match must be *, or ETags such as "7"');
  return tags.filter(({ weak, opaque }) => !weak && version.test(opaque)).map(({ opaque }) => Number(opaque));
}

/** Whether a reader has this version already: here tags compare weakly (RFC 9110 13.1.2). */
export function hasAlready(ifNoneMatch: string | undefined, streamVersion: number): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return tagsIn(ifNoneMatch)?.some(({ opaque }) => opaque === String(streamVersion)) ?? false;
}

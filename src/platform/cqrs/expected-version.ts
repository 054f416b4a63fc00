import { Rejection } from '../core/rejection.js';

/** What a caller demands of a stream before it changes: one of these versions, any at all, or that there is none yet. */
export type ExpectedVersion = number | readonly number[] | 'any' | 'none';

/**
 * @param version where the stream stands; 0 while there is nothing
 * @throws Rejection `precondition-failed`
 */
export function demandVersion(expected: ExpectedVersion | undefined, version: number): void {
  if (expected === undefined || fits(expected, version)) return;
  throw new Rejection('precondition-failed', `it does not stand where ${demandOf(expected)}`, {
    currentVersion: version,
  });
}

function fits(expected: ExpectedVersion, version: number): boolean {
  if (expected === 'any') return version > 0;
  if (expected === 'none') return version === 0;
  return typeof expected === 'number' ? expected === version : expected.includes(version);
}

function demandOf(expected: ExpectedVersion): string {
  if (expected === 'any') return 'If-Match asks for anything that exists';
  if (expected === 'none') return 'If-None-Match asks for nothing yet';
  return `If-Match asks for version ${[expected].flat().slice(0, 10).join(' or ') || 'of another server'}`;
}

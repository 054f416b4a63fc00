import type { PlatformProblem } from '../platform-problems.js';
import { platformProblems } from '../platform-problems.js';
import type { Problems } from '../../problems.js';

/** What decides how an operation can fail, before anybody looks at what it asks for. */
export interface Nature {
  readonly isPublic: boolean;
  readonly writes: boolean;
  readonly isLive: boolean;
  /** Whether a path names a thing, or the page may be hidden. */
  readonly mayBeMissing: boolean;
  readonly demandsKey: boolean;
  readonly hasCursor: boolean;
}

const always: readonly PlatformProblem[] = [
  'invalid-request',
  'malformed-request',
  'request-timeout',
  'invalid-if-match',
  'precondition-failed',
  'uri-too-long',
  'rate-limited',
  'headers-too-large',
  'internal-error',
  'overloaded',
  'shutting-down',
  'deadline-exceeded',
  'store-unavailable',
  'written-by-newer-program',
];
const writing: readonly PlatformProblem[] = [
  'invalid-idempotency-key',
  'conflict',
  'concurrent-change',
  'idempotency-in-progress',
  'idempotency-key-expired',
  'payload-too-large',
  'unsupported-media-type',
  'idempotency-key-reused',
  'not-settled',
];

function ofPlatform(nature: Nature): PlatformProblem[] {
  return [
    ...always,
    ...(nature.isPublic ? [] : (['unauthenticated', 'forbidden', 'keys-unavailable'] as const)),
    ...(nature.isPublic ? [] : (['still-reading', 'archive-unavailable', 'projection-behind'] as const)),
    ...(nature.mayBeMissing ? (['not-found', 'not-served-here'] as const) : []),
    ...(nature.writes ? writing : []),
    ...(nature.demandsKey ? (['idempotency-key-required'] as const) : []),
    ...(nature.hasCursor ? (['invalid-cursor'] as const) : []),
    ...(nature.isLive ? (['too-many-live-views'] as const) : []),
  ];
}

/** Looking changes nothing, so nothing stands in its way but that it is not there, or not for you. */
const ofLooking = new Set([400, 403, 404, 410]);

/**
 * The problem codes that an operation can be answered with, by status.
 *
 * @param ofRoom what the room of the operation makes known
 * @param others what it says of itself: codes of other rooms that it asks
 */
export function possibleProblems(nature: Nature, ofRoom: Problems, others: Problems): Map<number, string[]> {
  const known: Problems = platformProblems;
  const own = Object.entries(ofRoom).filter(([, { status }]) => nature.writes || ofLooking.has(status));
  const all: Problems = {
    ...Object.fromEntries(ofPlatform(nature).map((code) => [code, known[code]!])),
    ...(nature.isPublic ? {} : Object.fromEntries(own)),
    ...others,
  };
  const byStatus = new Map<number, string[]>();
  for (const code of Object.keys(all).sort()) {
    const { status } = all[code]!;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

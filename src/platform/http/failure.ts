import { HttpException } from '@nestjs/common';
import { ArchiveUnavailable } from '../archive/archive-unavailable.js';
import { NewerEvent } from '../core/event.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import { databaseErrorKind, InexactNumber, RolledBack, sqlStateOf } from '../event-store/database-errors.js';
import { StillReading } from '../event-store/stream-loader.js';
import type { PlatformProblem } from './platform-problems.js';

/** What may be told about an error: a code of the catalogue and words that give nothing away. */
export interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const byStatus: Readonly<Record<number, readonly [PlatformProblem, string]>> = {
  400: ['malformed-request', 'the request cannot be read'],
  401: ['unauthenticated', 'send a valid token in the Authorization header'],
  403: ['forbidden', 'this is not allowed'],
  404: ['not-found', 'nothing is served at this path'],
  405: ['method-not-allowed', 'the path is right, the method is not'],
  406: ['malformed-request', 'the answer is not available in the asked format'],
  408: ['request-timeout', 'the request did not arrive in time'],
  409: ['conflict', 'it is in the way of something that exists'],
  413: ['payload-too-large', 'the body is larger than this route takes'],
  414: ['uri-too-long', 'a part of the address is too long'],
  415: ['unsupported-media-type', 'send JSON in UTF-8'],
  429: ['rate-limited', 'too many requests'],
  431: ['headers-too-large', 'the headers are too large'],
  503: ['overloaded', 'not now'],
};

/** @returns undefined for an error nobody expected: answer 500 and tell nothing */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Rejection)
    return { code: error.code, detail: error.message, extensions: error.extensions };
  if (error instanceof StillReading) return stillReading(error);
  if (error instanceof OutcomePending) return notSettled(error);
  if (error instanceof ArchiveUnavailable) return notThere();
  if (error instanceof NewerEvent) return notUpgraded(error);
  if (error instanceof InexactNumber) return tooMuch();
  return ofDatabase(error) ?? failureOfStatus(statusOf(error));
}

/** The failure for a bare HTTP status, as Fastify and Nest report theirs. */
export function failureOfStatus(status: number | undefined): Failure | undefined {
  const known = status === undefined ? undefined : byStatus[status];
  return known && { code: known[0], detail: known[1] };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number'
    ? statusCode
    : undefined;
}

function ofDatabase(error: unknown): Failure | undefined {
  const code = problemOfDatabase(error);
  if (!code) return undefined;
  const details: Partial<Record<PlatformProblem, string>> = {
    conflict: 'something with the same identity exists already',
    'invalid-request': 'a value cannot be stored: NUL, a lone surrogate, or out of range',
  };
  const isAnswer = sqlStateOf(error) !== undefined;
  const otherwise = isAnswer
    ? 'the database could not do it now'
    : 'the database did not answer; the outcome is not known';
  return { code, detail: details[code] ?? otherwise };
}

/** @returns undefined for what is a mistake of ours, or of the database itself: that is logged, and answered with 500 */
function problemOfDatabase(error: unknown): PlatformProblem | undefined {
  const state = sqlStateOf(error) ?? '';
  if (state === '55P03' || state === '57014') return 'overloaded';
  if (state === '23505') return 'conflict';
  if (state.startsWith('22')) return 'invalid-request';
  if (state.startsWith('XX')) return undefined;
  if (error instanceof RolledBack) return 'store-unavailable';
  const kind = databaseErrorKind(error);
  if (kind === 'conflict') return 'concurrent-change';
  return kind === 'transient' ? 'store-unavailable' : undefined;
}

/** An instance is replaced in minutes, not in seconds. */
const UPGRADE_S = 30;

const notUpgraded = ({ type, version }: NewerEvent): Failure => ({
  code: 'written-by-newer-program',
  detail: `a newer Waybill has stored ${type} in version ${version}; this instance must be upgraded to read it`,
  extensions: { retryAfter: UPGRADE_S, needs: { eventType: type, version } },
});

/** Where files lie is nothing for callers; it is logged. */
const notThere = (): Failure => ({
  code: 'archive-unavailable',
  detail: 'a part of this history lies in an archive file that is not there, or is not as it was written',
  extensions: { retryAfter: UPGRADE_S },
});

const tooMuch = (): Failure => ({
  code: 'invalid-request',
  detail:
    'a sum in the answer leaves the exact range of integers (9007199254740991): ask for less, such as a shorter period',
});

const stillReading = ({ message }: StillReading): Failure => ({
  code: 'still-reading',
  detail: message,
  extensions: { retryAfter: 2 },
});

function notSettled({ message, options }: OutcomePending): Failure {
  const retryAfter = Math.max(1, Math.ceil((options.retryAfterMs ?? 1000) / 1000));
  return { code: 'not-settled', detail: message, extensions: { retryAfter } };
}

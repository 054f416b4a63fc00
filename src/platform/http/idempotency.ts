import { createHash } from 'node:crypto';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { actorName } from '../core/actor.js';
import { namedId, withSmallIds } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import { routeOf } from './call.js';
import { callerOf } from './caller.js';

const IDEMPOTENT = 'waybill:idempotent';

/** Requires an Idempotency-Key: the same request under the same key has one effect and one answer. */
export const Idempotent = () =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work',
      example: 'new-key-for-each-try',
    }),
  );

export const isIdempotent = (handler: object): boolean => Reflect.getMetadata(IDEMPOTENT, handler) === true;

/** One intent of one caller: everything that happens under it happens once. */
export interface Intent {
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  /** SHA-256 in hex of method, address and body. */
  readonly fingerprint: string;
  /** Follows from principal, route and key, so the log recognises a repeat long after the record is gone. */
  readonly commandId: string;
}

/** @throws Rejection `idempotency-key-required`, `invalid-idempotency-key` */
export function intentOf(request: FastifyRequest): Intent {
  const key = keyOf(request.headers['idempotency-key']);
  const principal = actorName(callerOf(request));
  const route = routeOf(request);
  return {
    principal,
    route,
    key,
    fingerprint: fingerprintOf(request),
    commandId: namedId('idempotency', principal, route, key),
  };
}

/** Accepts the quoted string of the IETF draft and the bare text that everybody sends; both name the same key. */
function keyOf(header: string | string[] | undefined): string {
  if (header === undefined) {
    throw new Rejection('idempotency-key-required', 'the Idempotency-Key header is missing');
  }
  const given = String(header).trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(given)?.[1];
  const key = quoted === undefined ? given : quoted.replace(/\\(["\\])/g, '$1');
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw new Rejection(
    'invalid-idempotency-key',
    'the Idempotency-Key must be 1-255 printable ASCII characters',
  );
}

const fingerprintOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([request.method, canonical(request.url), canonical(request.body)]))
    .digest('hex');

/** The order of properties carries no meaning in JSON, nor do capitals in an id; the order of array items does. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return withSmallIds(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const given = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(given).sort()) sorted[name] = canonical(given[name]);
  return sorted;
}

import type { FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import { isJson, isUtf8 } from './media-type.js';

/** What RFC 9110 4.1 asks everybody to support. */
const MAX_ADDRESS = 8_000;
const MAX_PATH = 1_024;
const MAX_PATH_PART = 200;

const bodyless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Two readers of the same request might take one each. */
const singles = ['host', 'authorization', 'content-type'];

/** @throws Rejection `malformed-request`, `uri-too-long` */
export function admitAddress({ url, headers, raw }: FastifyRequest): void {
  if (headers.host === undefined && raw.httpVersion === '1.1') {
    throw new Rejection('malformed-request', 'the Host header is missing');
  }
  if (singles.some((name) => (raw.headersDistinct[name]?.length ?? 0) > 1)) {
    throw new Rejection('malformed-request', `one of ${singles.join(', ')} stands twice`);
  }
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (url.length > MAX_ADDRESS || path.length > MAX_PATH) {
    throw new Rejection(
      'uri-too-long',
      `send at most ${MAX_PATH} characters of path and ${MAX_ADDRESS} in all`,
    );
  }
  if (path.length > MAX_PATH_PART && path.split('/').some((part) => part.length > MAX_PATH_PART)) {
    throw new Rejection('uri-too-long', 'a part of the path is too long');
  }
}

export const bringsBody = ({ method, headers }: FastifyRequest): boolean =>
  !bodyless.has(method) &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/**
 * JSON in UTF-8 and nothing else. Nothing here unpacks: a small compressed body can be a large one.
 *
 * @throws Rejection `unsupported-media-type`
 */
export function admitContent({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') {
    throw new Rejection('unsupported-media-type', 'send the body without Content-Encoding');
  }
  const type = headers['content-type'] ?? '';
  if (!isJson(type)) throw new Rejection('unsupported-media-type', 'send application/json');
  if (!isUtf8(type)) throw new Rejection('unsupported-media-type', 'send JSON in UTF-8');
}

import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';

/** Browsers keep 4096 bytes of a cookie, its name and attributes included. */
export const MAX_SESSION_TOKEN = 3_800;
const LASTS_S = 12 * 3600;

export const consoleIsServed = ({ CONSOLE_ENABLED, NODE_ENV }: Config): boolean =>
  CONSOLE_ENABLED ?? NODE_ENV !== 'production';

/** Whether a page of this very origin sent it: what other sites make a browser send says so, and cannot say otherwise. */
export const isFromOurPages = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] === 'same-origin';

/**
 * What stands for the Authorization header in a request of our own pages, which never see the token. The cookie holds
 * the caller's token itself, so a session ends when the token does and every instance knows it.
 */
export function authorizationInCookie(request: FastifyRequest): string | undefined {
  if (!isFromOurPages(request)) return undefined;
  const start = `${nameFor(request)}=`;
  const found = request.headers.cookie?.split('; ').filter((pair) => pair.startsWith(start)) ?? [];
  return found.length === 1 && found[0]!.length > start.length
    ? `Bearer ${found[0]!.slice(start.length)}`
    : undefined;
}

/** @param token empty to forget it */
export function sessionCookie(request: FastifyRequest, token: string): string {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const age = token === '' ? 0 : LASTS_S;
  return `${nameFor(request)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`;
}

/** Over https a name that neither a plain page nor a neighbour of the domain can set. */
const nameFor = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Host-waybill' : 'waybill';

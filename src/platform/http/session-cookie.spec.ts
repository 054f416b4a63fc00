import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { authorizationInCookie, consoleIsServed, sessionCookie } from './session-cookie.js';

const asked = (headers: object, protocol = 'http') => ({ headers, protocol }) as FastifyRequest;
const ours = { 'sec-fetch-site': 'same-origin' };

describe('the console', () => {
  it.each([
    ['development', undefined, true],
    ['development', false, false],
    ['production', undefined, false],
    ['production', true, true],
  ])('in %s with CONSOLE_ENABLED=%s is served: %s', (NODE_ENV, CONSOLE_ENABLED, served) => {
    expect(consoleIsServed({ NODE_ENV, CONSOLE_ENABLED } as Config)).toBe(served);
  });
});

describe('a session in a cookie', () => {
  it('has a name that nobody else can set and never leaves https, where there is https', () => {
    expect(sessionCookie(asked({}, 'https'), 'abc')).toBe(
      '__Host-waybill=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure',
    );
    const both = { ...ours, cookie: 'waybill=planted; __Host-waybill=abc' };
    expect(authorizationInCookie(asked(both, 'https'))).toBe('Bearer abc');
    expect(authorizationInCookie(asked({ ...ours, cookie: 'waybill=planted' }, 'https'))).toBeUndefined();
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', cookie: 'waybill=abc' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', cookie: 'waybill=abc' }],
    ['an address that was typed', { 'sec-fetch-site': 'none', cookie: 'waybill=abc' }],
    ['a program that does not say', { cookie: 'waybill=abc' }],
    ['a page with two of them', { ...ours, cookie: 'waybill=abc; waybill=def' }],
    ['a page with an empty one', { ...ours, cookie: 'waybill=' }],
    ['a page with another one', { ...ours, cookie: 'not-waybill=abc' }],
  ])('is nothing in a request of %s', (_, headers) => {
    expect(authorizationInCookie(asked(headers))).toBeUndefined();
  });

  it('is the token in a request of our own page', () => {
    expect(authorizationInCookie(asked({ ...ours, cookie: 'a=b; waybill=x.y.z; c=d' }))).toBe('Bearer x.y.z');
  });
});

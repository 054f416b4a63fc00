import { SignJWT } from 'jose';
import type { Role } from '../core/actor.js';
import type { Config } from '../config.js';

/** The two customers of the demo: always the same, so that what they ordered at an earlier start stays theirs. */
export const demoCustomerId = '019a9f00-0000-7000-8000-00000000000a';
export const demoOtherCustomerId = '019a9f00-0000-7000-8000-00000000000b';

/** A page of somebody else that has had its name point at this machine is not one of these. */
const thisMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether who asks sits at this machine, and may be any of the demo. */
export const mayBeAnybody = (config: Config, hostname: string): boolean =>
  isDemo(config) && thisMachine.test(hostname);

/** Whether pages may hand out demo tokens. */
export const isDemo = ({ AUTH_DEMO_TOKENS, AUTH_JWT_SECRET, NODE_ENV }: Config): boolean =>
  AUTH_DEMO_TOKENS && AUTH_JWT_SECRET !== undefined && NODE_ENV !== 'production';

/** One for each role, and a second customer. */
export const demoSubjects = {
  operator: 'demo-operator',
  service: 'demo-service',
  customer: demoCustomerId,
} as const satisfies Record<Role, string>;

/**
 * A demo token; refused in production by its `demo` claim.
 *
 * @param config must hold AUTH_JWT_SECRET
 * @param lifetime such as `12h`
 */
export const demoToken = (config: Config, role: Role, subject: string, lifetime = '12h'): Promise<string> =>
  new SignJWT({ role, demo: true })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuer(config.AUTH_ISSUER)
    .setAudience(config.AUTH_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(new TextEncoder().encode(config.AUTH_JWT_SECRET));

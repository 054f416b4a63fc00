import { SignJWT } from 'jose';
import type { Role } from '../core/actor.js';
import type { Config } from '../config.js';

/** The two customers of the demo: always the same, so that what they ordered at an earlier start stays theirs. */
export const demoCustomerId = '019a9f00-0000-7000-8000-00000000000a';
export const demoOtherCustomerId = '019a9f00-0000-7000-8000-00000000000b';

/** Whether pages may hand out demo tokens. */
export const isDemo = ({ AUTH_DEMO_TOKENS, AUTH_JWT_SECRET, NODE_ENV }: Config): boolean =>
  AUTH_DEMO_TOKENS && AUTH_JWT_SECRET !== undefined && NODE_ENV !== 'production';

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

import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { CONFIG, type Config } from '../config.js';
import { uuid } from '../core/schemas.js';
import { JwtVerifier, TokenRefused, type Claims } from './jwt-verifier.js';

const MAX_TOKEN_BYTES = 8192;
/** A verdict is remembered this long at most, so a key that was rotated out stops working within it. */
const REMEMBER_MS = 60_000;
const REMEMBER = 2_000;

const claimsOfCaller = z.union([
  z.object({ role: z.literal('customer'), sub: uuid }),
  z.object({ role: z.enum(['operator', 'service']), sub: z.string().regex(/^[\w.@:|-]{1,128}$/) }),
]);

const tokenIn = (header: string): string | undefined => /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];

/** Turns the Authorization header into an Actor. */
@Injectable()
export class Authenticator {
  private readonly known = new Map<string, { readonly actor: Actor; readonly until: number }>();
  private readonly jwt: JwtVerifier;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.jwt = new JwtVerifier(config);
  }

  /**
   * @param header the Authorization header
   * @returns undefined without one
   * @throws TokenRefused, KeysUnavailable
   */
  async actorOf(header: string | undefined): Promise<Actor | undefined> {
    if (header === undefined) return undefined;
    const token = tokenIn(header);
    if (token === undefined) throw new TokenRefused('not a bearer token');
    if (token.length > MAX_TOKEN_BYTES) throw new TokenRefused('too long');
    const known = this.known.get(token);
    if (known && known.until > Date.now()) return known.actor;
    if (token.split('.', 4).length !== 3) return this.remember(token, this.ofApiKey(token), Infinity);
    const claims = await this.jwt.verify(token);
    return this.remember(token, this.actorIn(claims), claims.exp * 1000);
  }

  /** Whether this very token was right a while ago: whoever sends it is not guessing. */
  hasKnown(header: string): boolean {
    const token = tokenIn(header);
    return token !== undefined && this.known.has(token);
  }

  private actorIn(claims: Claims): Actor {
    if (claims['demo'] === true && this.config.NODE_ENV === 'production') {
      throw new TokenRefused('a demo token in production');
    }
    const caller = claimsOfCaller.safeParse(claims);
    if (!caller.success) throw new TokenRefused('role or sub is not one of ours');
    return { role: caller.data.role, id: caller.data.sub };
  }

  private remember(token: string, actor: Actor, expires: number): Actor {
    this.known.delete(token);
    this.known.set(token, { actor, until: Math.min(expires, Date.now() + REMEMBER_MS) });
    if (this.known.size > REMEMBER) this.known.delete(this.known.keys().next().value!);
    return actor;
  }

  /** Compares with every key, in the same time whichever fits: only hashes are kept, so lengths are equal. */
  private ofApiKey(key: string): Actor {
    const given = createHash('sha256').update(key).digest();
    let actor: Actor | undefined;
    for (const { role, id, sha256 } of this.config.AUTH_API_KEYS) {
      if (timingSafeEqual(given, Buffer.from(sha256, 'hex'))) actor = { role, id };
    }
    if (!actor) throw new TokenRefused('no such API key');
    return actor;
  }
}

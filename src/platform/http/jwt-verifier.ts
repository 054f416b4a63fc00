import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { Config } from '../config.js';
import { KeysUnavailable, RemoteKeys } from './remote-keys.js';

const ASYMMETRIC = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_S = 60;
/** Keys and addresses of keys come from our settings, never from the token. */
const REFUSED_HEADERS = ['jwk', 'jku', 'x5u', 'x5c', 'crit'];

/** Why a token was refused; for the log, never for the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export type Claims = JWTPayload & { readonly exp: number };

/**
 * RFC 8725: a fixed list of algorithms for each kind of key, so that a public key can never be taken for a secret;
 * issuer, audience, subject, role and expiry are all demanded.
 */
export class JwtVerifier {
  private readonly secret: Uint8Array | undefined;
  private readonly keys: RemoteKeys | undefined;
  private readonly rules: JWTVerifyOptions;

  constructor(config: Config) {
    this.secret = config.AUTH_JWT_SECRET ? new TextEncoder().encode(config.AUTH_JWT_SECRET) : undefined;
    this.keys = config.AUTH_JWKS_URL ? new RemoteKeys(config.AUTH_JWKS_URL) : undefined;
    this.rules = {
      issuer: config.AUTH_ISSUER,
      audience: config.AUTH_AUDIENCE,
      requiredClaims: ['sub', 'role', 'iss', 'aud', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_S,
    };
  }

  /** @throws TokenRefused, KeysUnavailable */
  async verify(token: string): Promise<Claims> {
    try {
      const { alg, typ, ...header } = decodeProtectedHeader(token);
      if (REFUSED_HEADERS.some((name) => name in header)) throw new TokenRefused('it brings its own key');
      if (typ !== undefined && !/^(at\+)?jwt$/i.test(typ)) throw new TokenRefused(`typ ${typ.slice(0, 20)}`);
      return (await this.verified(token, alg)) as Claims;
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof KeysUnavailable) throw error;
      const reason = error instanceof errors.JOSEError ? error.code : 'cannot be read';
      throw new TokenRefused(reason);
    }
  }

  private async verified(token: string, alg: string | undefined): Promise<JWTPayload> {
    if (alg === 'HS256' && this.secret) {
      return (await jwtVerify(token, this.secret, { ...this.rules, algorithms: ['HS256'] })).payload;
    }
    if (alg !== undefined && ASYMMETRIC.includes(alg) && this.keys) {
      return this.verifiedByAny(token, this.keys, { ...this.rules, algorithms: ASYMMETRIC });
    }
    throw new TokenRefused(`algorithm ${String(alg).slice(0, 10)}`);
  }

  /** While keys are rotated several may fit a token that names none. */
  private async verifiedByAny(token: string, keys: RemoteKeys, rules: JWTVerifyOptions): Promise<JWTPayload> {
    try {
      return (await jwtVerify(token, keys.keyOf, rules)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      for await (const key of error) {
        const verified = await jwtVerify(token, key, rules).catch(() => undefined);
        if (verified) return verified.payload;
      }
      throw new TokenRefused('no key fits', { cause: error });
    }
  }
}

import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

const TIMEOUT_MS = 3_000;
const FRESH_MS = 300_000;
/** The provider is asked at most once in this time, however many tokens name keys that nobody knows. */
const ASK_EVERY_MS = 1_000;
const MAX_WAITING = 100;

/** The keys could not be fetched: nothing is known about the token. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

class TooSoon extends Error {}

type KeyOf = Parameters<JWTVerifyGetKey>;
type Key = Awaited<ReturnType<ReturnType<typeof createRemoteJWKSet>>>;

/**
 * The keys of a JWKS. A token of a key that is not known waits for the next moment in which the provider may be
 * asked: a rotated key is honoured at once, and strangers with invented keys cannot make us hammer the provider.
 */
export class RemoteKeys {
  private readonly remote: (...token: KeyOf) => Promise<Key>;
  private askedAt = Number.NEGATIVE_INFINITY;
  private answered = true;
  private waiting = 0;

  constructor(url: string) {
    this.remote = createRemoteJWKSet(new URL(url), {
      timeoutDuration: TIMEOUT_MS,
      cacheMaxAge: FRESH_MS,
      cooldownDuration: 0,
      [customFetch]: (address, options) => this.ask(address, options),
    });
  }

  /** @throws KeysUnavailable, and what jose says of a token that no key fits */
  readonly keyOf = async (...token: KeyOf): Promise<Key> => {
    try {
      return await this.look(token);
    } catch (error) {
      if (!(error instanceof TooSoon)) throw error;
    }
    if (!this.answered) throw unavailable();
    await this.nextTurn();
    return this.look(token).catch((error: unknown) => {
      if (!(error instanceof TooSoon)) throw error;
      throw this.answered ? new errors.JWKSNoMatchingKey() : unavailable();
    });
  };

  private async look(token: KeyOf): Promise<Key> {
    try {
      return await this.remote(...token);
    } catch (error) {
      if (error instanceof TooSoon || isAboutTheToken(error)) throw error;
      this.answered = false;
      throw unavailable(error);
    }
  }

  private async ask(address: string, options: RequestInit): Promise<Response> {
    if (performance.now() - this.askedAt < ASK_EVERY_MS) throw new TooSoon();
    this.askedAt = performance.now();
    this.answered = true;
    return fetch(address, options);
  }

  private async nextTurn(): Promise<void> {
    if (this.waiting >= MAX_WAITING) throw unavailable();
    this.waiting += 1;
    const last = this.askedAt;
    let ms = last + ASK_EVERY_MS - performance.now();
    // A timer may fire a little before the clock says so; and whoever asked meanwhile asked for us, too.
    for (; ms > 0 && this.askedAt === last; ms = last + ASK_EVERY_MS - performance.now()) {
      const wait = Math.ceil(ms);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    this.waiting -= 1;
  }
}

const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

const unavailable = (cause?: unknown): KeysUnavailable =>
  new KeysUnavailable('the keys of AUTH_JWKS_URL cannot be fetched', { cause });

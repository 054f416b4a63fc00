import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { rateLimited } from '../telemetry/counters.js';
import { Authenticator } from './authenticator.js';
import { TokenRefused } from './jwt-verifier.js';
import { networkOf, RateLimit } from './rate-limit.js';
import { KeysUnavailable } from './remote-keys.js';
import { authorizationInCookie, consoleIsServed } from './session-cookie.js';

/** Learns from the token who asks; whoever guesses tokens is soon not listened to any more. */
@Injectable()
export class Identification {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly rateLimit: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sets `caller`, or why there is none.
   *
   * @param authorization from elsewhere than the request's own header
   * @throws Rejection `rate-limited` for an unknown token after too many that were refused
   */
  async identify(request: FastifyRequest, authorization = this.authorizationOf(request)): Promise<void> {
    if (authorization === undefined) return;
    const { call, ip } = request;
    const network = networkOf(ip);
    this.stopGuessing(network, authorization);
    try {
      const caller = await this.authenticator.actorOf(authorization);
      if (caller) call.caller = caller;
    } catch (error) {
      if (error instanceof KeysUnavailable) {
        call.unknown = new Rejection(
          'keys-unavailable',
          'the keys to check the token with cannot be fetched',
        );
      } else if (error instanceof TokenRefused) this.rateLimit.countRefusal(network);
      else throw error;
      call.refusal = error.message;
    }
  }

  private authorizationOf(request: FastifyRequest): string | undefined {
    const { authorization } = request.headers;
    if (authorization !== undefined || !consoleIsServed(this.config)) return authorization;
    return authorizationInCookie(request);
  }

  private stopGuessing(network: string, authorization: string): void {
    const retryAfter = this.rateLimit.waitAfterRefusals(network);
    if (retryAfter === undefined || this.authenticator.hasKnown(authorization)) return;
    rateLimited.inc();
    throw new Rejection('rate-limited', 'too many tokens from this address were refused', { retryAfter });
  }
}

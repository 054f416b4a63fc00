import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import { rateLimited } from '../telemetry/counters.js';
import { Authenticator } from './authenticator.js';
import { TokenRefused } from './jwt-verifier.js';
import { networkOf, RateLimit } from './rate-limit.js';
import { KeysUnavailable } from './remote-keys.js';

/** Learns from the token who asks; whoever guesses tokens is soon not listened to any more. */
@Injectable()
export class Identification {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly rateLimit: RateLimit,
  ) {}

  /**
   * Sets `caller`, or why there is none.
   *
   * @throws Rejection `rate-limited` for an unknown token after too many that were refused
   */
  async identify({ call, headers: { authorization }, ip }: FastifyRequest): Promise<void> {
    if (authorization === undefined) return;
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

  private stopGuessing(network: string, authorization: string): void {
    const retryAfter = this.rateLimit.waitAfterRefusals(network);
    if (retryAfter === undefined || this.authenticator.hasKnown(authorization)) return;
    rateLimited.inc();
    throw new Rejection('rate-limited', 'too many tokens from this address were refused', { retryAfter });
  }
}

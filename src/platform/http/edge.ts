import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { rateLimited, requestSeconds, shed } from '../telemetry/counters.js';
import { Authenticator } from './authenticator.js';
import { currentCall, pathOf, type Call } from './call.js';
import { TokenRefused } from './jwt-verifier.js';
import { Lifecycle } from './lifecycle.js';
import { Pressure } from './pressure.js';
import { RateLimit } from './rate-limit.js';
import { Traffic } from './traffic.js';

/** Must answer while everything else is turned away: probes, scrapes, and whoever is repairing it. */
const exempt = /^\/(health\/|metrics$|v1\/ops\/)/;
const traceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What happens to every request before its body is read: named, admitted or turned away, authenticated, counted. */
@Injectable()
export class Edge {
  private readonly logger = new Logger('http');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly lifecycle: Lifecycle,
    private readonly traffic: Traffic,
    private readonly pressure: Pressure,
    private readonly authenticator: Authenticator,
    private readonly rateLimit: RateLimit,
  ) {}

  attach(server: FastifyInstance): void {
    server.decorateRequest('call');
    server.addHook('onRequest', (request, reply, done) => this.begin(request, reply, done));
    server.addHook('onRequest', (request, reply) => this.admit(request, reply));
    server.addHook('preParsing', (request, _reply, _payload, done) => done(encodingOf(request)));
  }

  private begin(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const trace = request.headers['traceparent'];
    const call: Call = {
      requestId: request.id,
      traceparent: typeof trace === 'string' && traceparent.test(trace) ? trace : undefined,
      startedAt: performance.now(),
    };
    request.call = call;
    reply.header('X-Request-Id', request.id);
    if (call.traceparent !== undefined) reply.header('traceparent', call.traceparent);
    this.traffic.enter(call);
    reply.raw.once('close', () => this.end(request, reply));
    currentCall.run(call, done);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
      throw new Rejection('malformed-request', 'the Host header is missing');
    }
    const path = pathOf(request);
    if (!exempt.test(path)) this.turnAway(reply);
    try {
      const caller = await this.authenticator.actorOf(request.headers.authorization);
      if (caller) request.call.caller = caller;
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      request.call.refusal = error.message;
    }
    if (!exempt.test(path)) this.count(request, reply);
  }

  private turnAway(reply: FastifyReply): void {
    if (this.lifecycle.isClosing) {
      reply.header('Connection', 'close');
      throw new Rejection('shutting-down', 'this instance is stopping');
    }
    const reason = this.pressure.overload;
    if (!reason) return;
    shed.inc({ reason });
    throw new Rejection('overloaded', 'there is too much to do right now');
  }

  private count(request: FastifyRequest, reply: FastifyReply): void {
    const { caller } = request.call;
    const allowance = this.rateLimit.count(caller ? `${caller.role}:${caller.id}` : `address:${request.ip}`);
    if (!allowance) return;
    const { limit, left, reset, exceeded } = allowance;
    reply.header('RateLimit-Policy', `"default";q=${limit};w=60`);
    reply.header('RateLimit', `"default";r=${left};t=${reset}`);
    if (!exceeded) return;
    rateLimited.inc();
    throw new Rejection('rate-limited', `more than ${limit} requests in a minute`, { retryAfter: reset });
  }

  private end(request: FastifyRequest, reply: FastifyReply): void {
    const { call } = request;
    this.traffic.leave(call);
    const ms = performance.now() - call.startedAt;
    const { method } = request;
    const route = request.routeOptions.url ?? 'unmatched';
    const status = reply.raw.writableFinished ? reply.statusCode : 499;
    requestSeconds.observe({ method, route, status: String(status) }, ms / 1000);
    if (this.config.LOG_LEVEL === 'silent') return;
    const quiet = status < 400 && /^\/(health|metrics)/.test(route);
    this.logger[quiet ? 'debug' : status >= 500 ? 'warn' : 'log']({
      msg: 'request',
      requestId: call.requestId,
      traceparent: call.traceparent,
      method,
      route,
      path: pathOf(request),
      status,
      ms: Math.round(ms * 10) / 10,
      actor: call.caller && `${call.caller.role}:${call.caller.id}`,
      refusal: call.refusal,
      position: call.position,
    });
  }
}

/** Nothing here unpacks: a small compressed body can be a large one. */
function encodingOf({ headers }: FastifyRequest): Error | null {
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return null;
  return new Rejection('unsupported-media-type', 'send the body without Content-Encoding');
}

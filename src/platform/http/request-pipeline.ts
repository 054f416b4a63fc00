import { Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import { rateLimited, requestSeconds, shed } from '../telemetry/counters.js';
import { isTraceparent, isTracestate, type TraceContext } from '../tracing/trace-context.js';
import { beginSpan, type LiveSpan } from '../tracing/tracing.js';
import { admitAddress, admitContent, bringsBody } from './admission.js';
import { callIds, pathOf, type Call } from './call.js';
import { callerOf } from './caller.js';
import type { EdgeConfig } from './edge-config.js';
import { Identification } from './identification.js';
import { PersonalData } from '../personal-data/personal-data.js';
import { Lifecycle } from './lifecycle.js';
import { METRICS, Pages } from './pages.js';
import { Pressure } from './pressure.js';
import { PRIVATE } from './problem-writer.js';
import { networkOf, RateLimit } from './rate-limit.js';
import { Traffic } from './traffic.js';

/** Whoever repairs an instance is served while others are turned away. */
const REPAIRS = '/v1/ops/';

/** What happens to every request before its body is read: named, admitted or turned away, authenticated, counted. */
@Injectable()
export class RequestPipeline {
  private readonly logger = new Logger('http');

  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly traffic: Traffic,
    private readonly pressure: Pressure,
    private readonly identification: Identification,
    private readonly rateLimit: RateLimit,
    private readonly pages: Pages,
    private readonly personalData: PersonalData,
  ) {}

  attach(server: FastifyInstance): void {
    server.decorateRequest('call');
    server.addHook('onRequest', (request, reply, done) => this.begin(request, reply, done));
    server.addHook('onRequest', (request, reply) => this.admit(request, reply));
    server.addHook('preParsing', (request, _reply, _payload, done) => {
      try {
        beforeBody(request);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
    // What is kept for repeats, and what every view is made of, is sealed: this is the door.
    server.addHook('onSend', ({ call }, _reply, payload) =>
      typeof payload === 'string'
        ? this.personalData.openJson(payload, call.caller)
        : Promise.resolve(payload),
    );
  }

  private begin(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const { traceparent, tracestate } = request.headers;
    const given = isTraceparent(traceparent) ? traceparent : undefined;
    const state = given && isTracestate(tracestate) ? tracestate : undefined;
    const span = spanOf(request, { traceparent: given, tracestate: state });
    const call: Call = {
      requestId: request.id,
      traceparent: span?.traceparent ?? given,
      tracestate: state,
      span,
      startedAt: performance.now(),
    };
    request.call = call;
    reply.header('X-Request-Id', request.id);
    // Answers of the API are somebody's own: no cache on the way may keep one.
    if ((request.routeOptions.url ?? request.url).startsWith('/v1/')) reply.header('Cache-Control', PRIVATE);
    if (call.traceparent !== undefined) reply.header('traceparent', call.traceparent);
    this.traffic.enter(call);
    reply.raw.once('close', () => this.end(request, reply));
    done();
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    admitAddress(request);
    const { url: route } = request.routeOptions;
    // An instance with too much to do is neither dead nor to be restarted; nobody needs a token here.
    if (route?.startsWith('/health/')) return this.count(request, reply, 'probe');
    const repairs = pathOf(request).startsWith(REPAIRS);
    if (!repairs && route !== METRICS) this.turnAway(reply);
    await this.identification.identify(request);
    const { caller } = request.call;
    if (repairs && caller?.role !== 'operator') this.turnAway(reply);
    this.count(request, reply, 'address');
    if (!this.traffic.claim(request.call)) {
      rateLimited.inc();
      throw new Rejection('rate-limited', 'too many requests of yours are under way', { retryAfter: 1 });
    }
    this.pages.admit(request);
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

  /** @param anonymous what somebody unknown is counted as, beside the address */
  private count(request: FastifyRequest, reply: FastifyReply, anonymous: 'address' | 'probe'): void {
    const { caller } = request.call;
    const allowance = this.rateLimit.count(
      caller ? `${caller.role}:${caller.id}` : `${anonymous}:${networkOf(request.ip)}`,
    );
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
    call.span?.set({ 'http.response.status_code': status });
    call.span?.end(status >= 500 ? String(status) : undefined);
    requestSeconds.observe({ method, route, status: String(status) }, ms / 1000);
    const quiet = status < 400 && /^\/(health|metrics)/.test(route);
    this.logger[quiet ? 'debug' : status >= 500 ? 'warn' : 'log']({
      msg: 'request',
      ...callIds(call),
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

/** The path stands there only where it is one of ours: what strangers ask for may be anything. */
const spanOf = (request: FastifyRequest, parent: TraceContext): LiveSpan | undefined =>
  beginSpan(() => {
    const { url: route } = request.routeOptions;
    const { method, protocol } = request;
    return {
      name: route === undefined ? method : `${method} ${route}`,
      kind: 'server',
      parent,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'url.scheme': protocol,
        'url.path': route && pathOf(request),
      },
    };
  });

/** A body is read only of somebody known, for a route that is open to strangers, and in a form that is understood. */
function beforeBody(request: FastifyRequest): void {
  if (!bringsBody(request)) return;
  const { open } = request.routeOptions.config as EdgeConfig;
  if (!open) callerOf(request);
  admitContent(request);
}

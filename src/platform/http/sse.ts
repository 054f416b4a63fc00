import {
  createParamDecorator,
  Inject,
  Injectable,
  type ExecutionContext,
  type MessageEvent,
} from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { Observable, type Subscriber } from 'rxjs';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { LogTail } from '../cqrs/log-tail.js';
import { PersonalData } from '../personal-data/personal-data.js';
import { liveViews, liveViewsCut } from '../telemetry/counters.js';
import { callerOf } from './caller.js';
import { Lifecycle } from './lifecycle.js';
import { LiveFigures, type Figures } from './live-figures.js';
import { LiveView, type Follower, type View } from './live-view.js';
import { authorizationInCookie } from './session-cookie.js';
import { Traffic } from './traffic.js';

const RECONNECT_MS = 2_000;
const TICK_MS = 250;
const RETRY_AFTER_S = 10;

export const isLive = (handler: object): boolean => Reflect.getMetadata(SSE_METADATA, handler) === true;

/** Who follows, until when, and after which event: see Follower. */
export const Following = createParamDecorator((_: unknown, context: ExecutionContext): Follower => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const expiresAt = expiryOf(request.headers.authorization ?? authorizationInCookie(request));
  return {
    call: request.call,
    principal: actorName(callerOf(request)),
    after: lastEventId(request.headers['last-event-id']),
    response: http.getResponse<FastifyReply>().raw,
    ...(expiresAt !== undefined && { expiresAt }),
  };
});

function lastEventId(given: string | string[] | undefined): number {
  if (given === undefined || given === '') return 0;
  if (/^\d{1,15}$/.test(String(given))) return Number(given);
  throw new Rejection('invalid-request', 'Last-Event-ID must be an id of this stream');
}

/** The token has been verified at the edge; an API key has no end. */
function expiryOf(authorization: string | undefined): number | undefined {
  const token = authorization?.split(' ').at(-1) ?? '';
  const exp = token.split('.').length === 3 ? decodeJwt(token).exp : undefined;
  return exp === undefined ? undefined : exp * 1000;
}

/** A view that is open. */
interface Open {
  tick(now: number): void;
  close(): void;
}

/** Live views of streams as server-sent events; the id of each is its global position, so a reader can resume. */
@PartOf('serving')
@Injectable()
export class LiveEvents implements Background {
  private readonly views = new Set<Open>();
  private readonly ofCaller = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly tail: LogTail,
    private readonly lifecycle: Lifecycle,
    private readonly traffic: Traffic,
    @Inject(CONFIG) private readonly config: Config,
    private readonly personalData: PersonalData,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      const now = Date.now();
      for (const view of [...this.views]) view.tick(now);
    }, TICK_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * For a handler with `@Sse`. Ends when the caller leaves, after the last event, when the caller's token does, when
   * the caller reads too slowly, or when the process stops. Refused with `too-many-live-views` or `overloaded`.
   */
  follow(view: View, follower: Follower): Observable<MessageEvent> {
    return this.admitted(follower, (out, caller) => {
      const opened = (json: string) => this.personalData.openJson(json, caller);
      const live = new LiveView(this.tail, view, { ...follower, opened }, out);
      const leave = this.tail.add(live);
      void live.catchUp();
      return { tick: (now) => live.tick(now), close: () => (leave(), live.close()) };
    });
  }

  /** The same for what is no part of the log: whoever comes back is told how it stands. */
  watch(figures: Figures, follower: Follower): Observable<MessageEvent> {
    return this.admitted(follower, (out) => new LiveFigures(figures, follower, out));
  }

  private admitted(
    { call, principal, after }: Follower,
    open: (out: Subscriber<MessageEvent>, caller: Actor | undefined) => Open,
  ): Observable<MessageEvent> {
    return new Observable<MessageEvent>((out) => {
      const refusal = this.refusal(principal);
      if (refusal) return out.error(refusal);
      this.traffic.leave(call);
      // Without an id of its own Nest would number it, and a reader would resume there.
      out.next({ id: String(after), retry: RECONNECT_MS });
      const view = open(out, call.caller);
      this.count(view, principal, 1);
      const stopListening = this.lifecycle.onClose(() => out.complete());
      return () => {
        this.count(view, principal, -1);
        stopListening();
        view.close();
      };
    });
  }

  private refusal(principal: string): Rejection | undefined {
    const { LIVE_VIEWS, LIVE_VIEWS_PER_CALLER: limit } = this.config;
    if ((this.ofCaller.get(principal) ?? 0) >= limit) {
      liveViewsCut.inc({ reason: 'caller-limit' });
      const detail = `one caller may have ${limit} live views open`;
      return new Rejection('too-many-live-views', detail, { limit, retryAfter: RETRY_AFTER_S });
    }
    if (this.views.size < LIVE_VIEWS) return undefined;
    liveViewsCut.inc({ reason: 'limit' });
    return new Rejection('overloaded', 'too many live views are open', { retryAfter: RETRY_AFTER_S });
  }

  private count(view: Open, principal: string, by: 1 | -1): void {
    if (by === 1) this.views.add(view);
    else this.views.delete(view);
    liveViews.set(this.views.size);
    const open = (this.ofCaller.get(principal) ?? 0) + by;
    if (open > 0) this.ofCaller.set(principal, open);
    else this.ofCaller.delete(principal);
  }
}

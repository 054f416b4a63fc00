import type { FastifyRequest } from 'fastify';
import type { Actor } from '../core/actor.js';
import type { Rejection } from '../core/rejection.js';
import type { AppendTerms } from '../cqrs/command.js';
import { traceIdFor, traceIdsOf, type TraceIds } from '../tracing/trace-context.js';
import type { LiveSpan } from '../tracing/tracing.js';

interface IntentContext extends Pick<AppendTerms, 'inline' | 'alone' | 'onSettled'> {
  readonly commandId: string;
}

/** What the edge knows about one request before any controller sees it. */
export interface Call {
  /** X-Request-Id of the caller, or one of ours; also the correlation id of the events that follow. */
  readonly requestId: string;
  /** Where spans are recorded: that of the span; otherwise the caller's. */
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
  readonly span?: LiveSpan | undefined;
  /** When it arrived, on the monotonic clock, in milliseconds. */
  readonly startedAt: number;
  /** Who asks; absent without a token, or with one that was refused. */
  caller?: Actor;
  /** Why the token was refused, for the log only. */
  refusal?: string;
  /** Why nobody knows whether the token is right. */
  unknown?: Rejection;
  /** What an idempotent route adds to the command's context. */
  intent?: IntentContext;
  /** Global position of the last event stored by this request. */
  position?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    call: Call;
  }
}

/** What joins log lines with one another, with traces, and with the records that follow from the call. */
export const callIds = ({ requestId, traceparent }: Call) => ({
  requestId,
  ...logIds(traceparent ? traceIdsOf(traceparent) : { traceId: traceIdFor(requestId) }),
});

/** As OpenTelemetry names them outside its own protocol. */
export const logIds = ({ traceId, spanId }: Partial<TraceIds>) => ({ trace_id: traceId, span_id: spanId });

/** `POST /v1/orders/:id/confirm`: the same for every order, so it may be a label or a scope. */
export const routeOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions.url ?? 'unmatched'}`;

/** Longer paths are refused, and shown as far as this. */
const SHOWN_PATH = 256;

/** The path without its query, which may hold anything; cut where it is longer than any of ours. */
export const pathOf = ({ url }: FastifyRequest): string => {
  const end = url.indexOf('?');
  return url.slice(0, Math.min(end < 0 ? url.length : end, SHOWN_PATH));
};

import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import type { TraceContext, TraceIds } from './trace-context.js';

/** By the semantic conventions of OpenTelemetry, and `waybill.*` for what only we have. Ids and counts, never content. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanStart {
  /** Few different ones: `POST /v1/orders`, `send waybill.orders.v1`. */
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** Without a place in it, the span belongs to what runs now. */
  readonly parent?: TraceContext | undefined;
  /** It means nothing by itself: without anything it belongs to, there is none. */
  readonly isPart?: boolean;
  readonly attributes: Attributes;
}

/** A span under way. */
export interface LiveSpan {
  readonly traceparent: string;
  set(attributes: Attributes): void;
  /** What is begun in `work` belongs to the span. */
  within<Result>(work: () => Result): Result;
  /**
   * @param error a code or class for how it ended, unless well
   * @param isFailure false: it was decided so
   */
  end(error?: string, isFailure?: boolean): void;
}

export interface Tracer {
  start(start: SpanStart): LiveSpan | undefined;
  /** The span that runs now. */
  current(): TraceIds | undefined;
  currentPlace(): TraceContext | undefined;
}

let tracer: Tracer | undefined;

/** From now on spans are recorded; undefined: no more. */
export function recordSpansWith(given: Tracer | undefined): void {
  tracer = given;
}

export const isTracing = (): boolean => tracer !== undefined;
export const currentSpan = (): TraceIds | undefined => tracer?.current();

export const currentPlace = (): TraceContext | undefined => tracer?.currentPlace();

/** @returns undefined where nothing is recorded, which costs nothing; whoever begins a span ends it */
export const beginSpan = (start: () => SpanStart): LiveSpan | undefined => tracer?.start(start());

/** Work as a span, where spans are recorded. */
export async function traced<Result>(
  start: () => SpanStart,
  work: (span?: LiveSpan) => Promise<Result>,
): Promise<Result> {
  const span = tracer?.start(start());
  if (!span) return work();
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(...wordsFor(error));
    throw error;
  }
}

/** A decision against somebody is no failure. Only the code or the class: messages may quote anything. */
const wordsFor = (error: unknown): [string, boolean] => {
  if (!(error instanceof Error)) return ['Error', true];
  const { code } = error as { code?: unknown };
  const isFailure = !(error instanceof Rejection || error instanceof OutcomePending);
  return [typeof code === 'string' ? code : error.constructor.name, isFailure];
};

/** What follows from a command within a span belongs to it. */
export const under = <By extends { readonly traceparent?: string | undefined }>(
  by: By,
  span?: LiveSpan,
): By => (span ? { ...by, traceparent: span.traceparent } : by);

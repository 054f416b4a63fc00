import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { recordSpans } from '../src/platform/tracing/otel.js';
import { traceIdsOf } from '../src/platform/tracing/trace-context.js';

export interface Spans {
  of(traceId: string): readonly ReadableSpan[];
  all(): readonly ReadableSpan[];
  /** The names from the first of the trace down to the span. */
  pathTo(span: ReadableSpan): readonly string[];
  /** The span that a traceparent names. */
  at(traceparent: string): ReadableSpan | undefined;
  end(): Promise<void>;
}

/** Keeps every span of this process. Call it before the application starts. */
export function keepSpans(): Spans {
  const exporter = new InMemorySpanExporter();
  const end = recordSpans(new SimpleSpanProcessor(exporter), '0.0.0');
  const all = () => exporter.getFinishedSpans();
  const byId = (spanId?: string) => all().find((span) => span.spanContext().spanId === spanId);
  const pathTo = (span: ReadableSpan): string[] => {
    const above = byId(span.parentSpanContext?.spanId);
    return [...(above ? pathTo(above) : []), span.name];
  };
  return {
    of: (traceId) => all().filter((span) => span.spanContext().traceId === traceId),
    all,
    pathTo,
    at: (traceparent) => byId(traceIdsOf(traceparent).spanId),
    end,
  };
}

/** A caller's traceparent, in a trace of its own. */
export const callersTrace = (): { traceId: string; traceparent: string } => {
  const traceId = crypto.randomUUID().replaceAll('-', '');
  return { traceId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
};

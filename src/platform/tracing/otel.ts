import {
  createTraceState,
  diag,
  DiagLogLevel,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer as OtelTracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { Logger } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { within } from '../core/within.js';
import { redact } from '../telemetry/redact.js';
import { traceIdsOf, type TraceContext, type TraceIds } from './trace-context.js';
import { recordSpansWith, type Attributes, type LiveSpan, type SpanStart, type Tracer } from './tracing.js';

/** Of one span. What waits for the collector is bounded by OTEL_BSP_MAX_QUEUE_SIZE, 2,048 spans by default. */
const LIMITS = {
  attributeCountLimit: 32,
  attributeValueLengthLimit: 256,
  eventCountLimit: 0,
  linkCountLimit: 0,
};
/** How long a stop waits for a collector that does not answer. */
const FLUSH_MS = 2_000;
const MAX_DETAIL = 300;

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/**
 * Spans go to a collector, by OTLP over HTTP; how, and how many, is said by the OTEL_* variables.
 *
 * @param endpoint of the collector, to which the path is added
 * @returns what ends it
 */
export function exportSpans(endpoint: string, version: string): () => Promise<void> {
  heedComplaints();
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  return recordSpans(new BatchSpanProcessor(exporter), version);
}

/** @returns what ends it, after all that was recorded has been handed over, or after a while */
export function recordSpans(processor: SpanProcessor, version: string): () => Promise<void> {
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'waybill', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanLimits: LIMITS,
    spanProcessors: [processor],
  });
  recordSpansWith(new SdkTracer(provider.getTracer('waybill', version)));
  return async () => {
    recordSpansWith(undefined);
    const late = () => new Error('the collector takes too long');
    await within(FLUSH_MS, provider.shutdown(), late).catch((error: unknown) =>
      diag.warn(`the last spans were lost: ${String(error)}`),
    );
  };
}

/** What the SDK loses, it says here: nothing in the program depends on a collector. */
function heedComplaints(): void {
  const logger = new Logger('Tracing');
  const say = (message: string) => logger.warn(redact(message, MAX_DETAIL));
  const quiet = () => undefined;
  diag.setLogger(
    { error: say, warn: say, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

class SdkTracer implements Tracer {
  private readonly running = new AsyncLocalStorage<SdkSpan>();

  constructor(private readonly tracer: OtelTracer) {}

  start({ name, kind, parent, isPart, attributes }: SpanStart): LiveSpan | undefined {
    const above = (parent && contextOf(parent)) || this.running.getStore()?.context;
    if (isPart && !above) return undefined;
    const span = this.tracer.startSpan(name, { kind: kinds[kind], attributes }, above ?? ROOT_CONTEXT);
    return new SdkSpan(span, this.running);
  }

  current(): TraceIds | undefined {
    return this.running.getStore()?.ids;
  }

  currentPlace(): TraceContext | undefined {
    return this.running.getStore();
  }
}

class SdkSpan implements LiveSpan {
  constructor(
    private readonly span: Span,
    private readonly running: AsyncLocalStorage<SdkSpan>,
  ) {}

  get ids(): TraceIds {
    return this.span.spanContext();
  }

  get context(): Context {
    return trace.setSpan(ROOT_CONTEXT, this.span);
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  get tracestate(): string | undefined {
    return this.span.spanContext().traceState?.serialize();
  }

  set(attributes: Attributes): void {
    this.span.setAttributes(attributes);
  }

  within<Result>(work: () => Result): Result {
    return this.running.run(this, work);
  }

  end(error?: string, isFailure = true): void {
    if (error !== undefined) this.span.setAttribute('error.type', error);
    if (error !== undefined && isFailure) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }
}

function contextOf({ traceparent, tracestate }: TraceContext): Context | undefined {
  if (traceparent === undefined) return undefined;
  const traceFlags = Number.parseInt(traceparent.split('-')[3] ?? '', 16) & 1;
  const traceState = createTraceState(tracestate);
  const spanContext = { ...traceIdsOf(traceparent), traceFlags, traceState, isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : undefined;
}

import { createHash } from 'node:crypto';

/** W3C Trace Context, version 00: trace id, span id, flags. */
const form = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** Nobody has decided yet whether the trace is kept. */
const UNDECIDED = '00';

export const isTraceparent = (given: unknown): given is string =>
  typeof given === 'string' && form.test(given);

export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

export function traceIdsOf(traceparent: string): TraceIds {
  const [, traceId, spanId] = traceparent.split('-') as [string, string, string];
  return { traceId, spanId };
}

const digits = (text: string, count: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, count);

/** The trace of whatever shares a correlation id, where nobody outside began one: the same whoever works it out. */
export const traceIdFor = (correlationId: string): string => digits(`trace ${correlationId}`, 32);

interface Cause {
  readonly id: string;
  readonly metadata: { readonly correlationId: string; readonly traceparent?: string };
}

/**
 * The place of a fact in its trace. Where none came with it, it follows from its ids, so that all facts of a chain of
 * causes are one trace, and a record that is sent again is the same to the byte.
 */
export const traceparentOf = ({ id, metadata: { correlationId, traceparent } }: Cause): string =>
  traceparent ?? `00-${traceIdFor(correlationId)}-${digits(`span ${id}`, 16)}-${UNDECIDED}`;

import { createHash } from 'node:crypto';

/** W3C Trace Context, version 00: trace id, span id, flags. */
const form = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** Nobody has decided yet whether the trace is kept. */
const UNDECIDED = '00';

export const isTraceparent = (given: unknown): given is string =>
  typeof given === 'string' && form.test(given);

/** A list of what the systems on the way have to say about the trace, theirs to read: passed on as it came. */
const MAX_STATE = 512;
const MAX_MEMBERS = 32;
const member =
  /^([a-z0-9][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})=[ -+\--<>-~]{0,255}[!-+\--<>-~]$/;

export function isTracestate(given: unknown): given is string {
  if (typeof given !== 'string' || given.length > MAX_STATE) return false;
  const members = given.split(',').flatMap((each) => each.trim() || []);
  const keys = new Set(members.map((each) => each.slice(0, each.indexOf('='))));
  const isDecent = members.length > 0 && members.length <= MAX_MEMBERS && keys.size === members.length;
  return isDecent && members.every((each) => member.test(each));
}

/** A place in a trace, as headers have it. The state means nothing without the place. */
export interface TraceContext {
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

/** What is there of it, for whatever follows. */
export const traceOf = ({
  traceparent,
  tracestate,
}: { readonly [Name in keyof TraceContext]: string | null | undefined }): {
  readonly traceparent?: string;
  readonly tracestate?: string;
} => {
  if (traceparent == null) return {};
  return tracestate == null ? { traceparent } : { traceparent, tracestate };
};

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
  readonly metadata: { readonly correlationId: string } & TraceContext;
}

/**
 * The place of a fact in its trace. Where none came with it, it follows from its ids, so that all facts of a chain of
 * causes are one trace, and a record that is sent again is the same to the byte.
 */
export const traceparentOf = ({ id, metadata: { correlationId, traceparent } }: Cause): string =>
  traceparent ?? `00-${traceIdFor(correlationId)}-${digits(`span ${id}`, 16)}-${UNDECIDED}`;

/** The same as headers of a record. */
export const traceHeaders = (cause: Cause): Record<string, string> => ({
  ...traceOf(cause.metadata),
  traceparent: traceparentOf(cause),
});

import { z } from 'zod';
import { namedId } from '../core/ids.js';
import type { Rejection } from '../core/rejection.js';
import type { Written } from '../cqrs/command.js';
import { identityOf, type Envelope } from './envelope.js';
import { traceHeaders, traceOf } from '../tracing/trace-context.js';
import type { OutgoingRecord } from './publisher.js';

export const REPLIES_TOPIC = 'waybill.replies.v1';

/** What the sender of a command is told. */
export const accepted = z.object({ outcome: z.literal('accepted'), id: z.string(), version: z.int() });
export const rejected = z.object({ outcome: z.literal('rejected'), code: z.string(), detail: z.string() });
export type ReplyBody = z.output<typeof accepted> | z.output<typeof rejected>;

export const acceptance = ({ id, version }: Pick<Written, 'id' | 'version'>): ReplyBody => ({
  outcome: 'accepted',
  id,
  version,
});

export const refusal = ({ code, message }: Rejection): ReplyBody => ({
  outcome: 'rejected',
  code,
  detail: message,
});

interface Answering {
  readonly at: string;
  readonly epoch: number;
  /** The value that is answered, where another one may come under the same id. */
  readonly to?: string;
}

/** The same request gets the same reply under the same id, however often it is repeated. */
export function replyRecord(
  request: Envelope,
  body: ReplyBody,
  { at, epoch, to = '' }: Answering,
): OutgoingRecord {
  const correlationId = request.correlationId ?? request.id;
  return {
    topic: REPLIES_TOPIC,
    key: request.key ?? request.id,
    value: Buffer.from(JSON.stringify(body)),
    headers: {
      ce_specversion: '1.0',
      ce_id: namedId('reply', request.source, identityOf(request), ...(to ? [to] : [])),
      ce_source: 'waybill',
      ce_type: `waybill.reply.${body.outcome}`,
      ce_time: at,
      ce_epoch: String(epoch),
      ce_causationid: request.id,
      ce_correlationid: correlationId,
      'content-type': 'application/json',
      ...(request.subject && { ce_subject: request.subject }),
      ...traceHeaders({ id: request.id, metadata: { ...traceOf(request), correlationId } }),
    },
  };
}

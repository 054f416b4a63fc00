import { z } from 'zod';
import { attentionKind } from './contract.js';
import { digits, pageOf, pageQuery, text, timestamp } from '../core/schemas.js';

const count = z.int().min(0);
const latencies = { count, p50Ms: z.int().nullable(), p99Ms: z.int().nullable() };

export const overviewView = z
  .object({
    at: timestamp,
    position: count.meta({ description: 'the end of the log' }),
    events: z.object({
      lastMinute: count.meta({ description: 'in the last whole minute' }),
      minutes: z
        .array(z.object({ at: timestamp, events: count }))
        .meta({ description: 'the last hour, oldest first; the last minute is under way' }),
    }),
    requests: z
      .object(latencies)
      .meta({ description: 'of the instance that answers, since its start; null: slower than can be told' }),
    sagas: z.object({ running: count, compensating: count, needsAttention: count }),
    attention: z.object({
      count,
      more: z.boolean().meta({ description: 'whether there are more than were counted' }),
      kinds: z.array(z.object({ kind: attentionKind, count, oldest: timestamp })),
    }),
    subscriptions: z.object({
      count,
      behind: count,
      paused: count,
      failing: count,
      worst: z.object({ name: z.string(), lag: z.int() }).nullable(),
    }),
    deadLetters: count,
    parked: count.meta({ description: 'sequences whose first event waits for an operator' }),
    retrying: count.meta({ description: 'sequences whose first event is tried again by itself' }),
    rebuilds: count,
    operations: count,
    approvals: count,
    instances: count,
  })
  .meta({ id: 'Overview' });

export const actionFilter = pageQuery.extend({
  object: text(300).optional().meta({ description: 'what was acted on: an id or a name' }),
  actor: text(200)
    .optional()
    .meta({ examples: ['operator:ada'] }),
  action: text(100)
    .optional()
    .meta({ examples: ['saga.retry'] }),
});
export const actionView = z
  .object({
    seq: digits(z.int().min(1)),
    at: timestamp,
    actor: z.string(),
    action: z.string(),
    object: z.string(),
    reason: z.string(),
    outcome: z.string().meta({ description: 'started, done, failed, or refused with its code' }),
    details: z.unknown(),
  })
  .meta({ id: 'OperatorAction' });
export const actionPage = pageOf(actionView);
export const actionCursor = z.object({ seq: z.int().min(1) });

export const systemView = z
  .object({
    version: z.string(),
    node: z.string(),
    database: z.string(),
    migration: z.string().nullable().meta({ description: 'the newest that has run' }),
    migrations: count,
    startedAt: timestamp,
    instances: z.array(z.object({ name: z.string(), seenUntil: timestamp })),
    requests: z
      .array(z.object({ method: z.string(), route: z.string(), ...latencies }))
      .meta({ description: 'by route, of the instance that answers, since its start; the most asked first' }),
    settings: z.array(
      z.object({
        name: z.string(),
        value: z.string().nullable().meta({ description: 'null: not set; of a secret only that it is set' }),
        secret: z.boolean(),
        about: z.string(),
      }),
    ),
  })
  .meta({ id: 'System' });

import { z } from 'zod';
import { withSmallIds } from '../core/ids.js';
import { previewToken } from '../previews/preview.js';
import type { ProblemKind } from '../problems.js';
import { instant, pageOf, pageQuery, reason, text, timestamp, uuid } from '../core/schemas.js';

export const problems = {
  'subscription.not-found': {
    status: 404,
    title: 'There is no such subscription',
    fix: 'GET /v1/ops/subscriptions lists them all.',
  },
  'subscription.not-rebuildable': {
    status: 409,
    title: 'This subscription cannot be rebuilt',
    fix: 'Only read models can: what the others did (commands, records in Kafka) cannot be taken back.',
  },
  'subscription.beyond-head': {
    status: 409,
    title: 'The subscription stands beyond the end of the log',
    fix: 'POST .../rewind goes on from the head; a read model is better rebuilt, so that it forgets what is lost.',
    cause: 'The log was restored from an older backup, or a failover lost its last part.',
  },
  'subscription.not-beyond-head': {
    status: 409,
    title: 'There is nothing to rewind',
    fix: 'Only a subscription in the state beyond-head is put back; to compute a read model anew use .../rebuild.',
  },
  'rebuild.already-running': {
    status: 409,
    title: 'The model is being rebuilt already',
    fix: 'Follow that rebuild, or wait until it has ended.',
  },
  'rebuild.not-found': {
    status: 404,
    title: 'There is no such rebuild',
    fix: 'GET /v1/ops/rebuilds lists the newest ones.',
  },
  'parked.not-found': {
    status: 404,
    title: 'No such parked event',
    fix: 'GET /v1/ops/parked lists those that wait; it may have been delivered by now.',
  },
  'parked.behind': {
    status: 409,
    title: 'An earlier event of the sequence must be decided on first',
    fix: 'Retry or discard the event that `first` names.',
  },
} as const satisfies Record<string, ProblemKind>;

const position = z.int().min(0);
const moment = timestamp.nullable();

export const reasonBody = z.strictObject({ reason, previewToken });
export type ReasonBody = z.output<typeof reasonBody>;
export const rebuildBody = z.strictObject({
  reason,
  previewToken,
  mode: z.enum(['switch', 'verify']).default('switch').meta({
    description: '`switch` replaces the live table; `verify` only compares it with one computed anew',
  }),
});
export const subscriptionName = z
  .string()
  .regex(/^[a-z0-9.-]{1,100}$/, 'must be a name such as orders.order-list')
  .meta({ examples: ['orders.order-list'] });

export const subscriptionView = z
  .object({
    name: z.string(),
    checkpoint: position,
    head: position,
    lag: z.int().meta({
      description:
        'positions of the log still ahead, those included that wait for a fuller page where the subscription is in no hurry; ' +
        'negative: it has seen what the log no longer knows',
    }),
    state: z.enum(['running', 'paused', 'rebuilding', 'beyond-head']),
    owner: z.string().nullable().meta({ description: 'the instance that runs it now' }),
    epoch: z.int().meta({ description: 'grows with every rebuild' }),
    parked: z.int().meta({ description: 'sequences that wait' }),
    lastError: z.string().nullable(),
    failingSince: moment,
    updatedAt: timestamp,
  })
  .meta({ id: 'Subscription' });
export const subscriptionPage = pageOf(subscriptionView);
export const subscriptionCursor = z.object({ name: subscriptionName });

export const rebuildView = z
  .object({
    id: uuid,
    subscription: z.string(),
    mode: z.enum(['switch', 'verify']),
    state: z.enum(['running', 'done', 'failed']),
    phase: z.enum(['copying', 'comparing', 'switching']),
    done: position.meta({ description: 'positions of the log that are rebuilt' }),
    total: position,
    events: z.int(),
    rate: z.number().nullable().meta({ description: 'events a second' }),
    etaSeconds: z.int().nullable(),
    comparison: z
      .object({
        position,
        rows: z.object({ live: z.int(), rebuilt: z.int() }),
        checksum: z.object({ live: z.string(), rebuilt: z.string() }),
        differences: z.int(),
        sample: z.array(z.object({ key: z.string(), live: z.unknown(), rebuilt: z.unknown() })),
      })
      .nullable(),
    error: z.string().nullable(),
    requestedBy: z.string(),
    reason: z.string(),
    requestedAt: timestamp,
    startedAt: moment,
    finishedAt: moment,
  })
  .meta({ id: 'Rebuild' });
export const rebuildPage = pageOf(rebuildView);
export const rebuildFilter = z.strictObject({ limit: pageQuery.shape.limit });

export const parkedFilter = pageQuery.extend({
  subscription: subscriptionName.optional(),
  state: z.enum(['retrying', 'parked']).optional(),
});
export const parkedView = z
  .object({
    id: uuid,
    subscription: z.string(),
    sequence: z.string(),
    position,
    eventId: uuid,
    stream: z.string(),
    version: z.int(),
    eventType: z.string(),
    state: z.enum(['retrying', 'parked']),
    reason: z.enum(['failed', 'newer-program']).meta({
      description:
        '`newer-program`: this program cannot read the event; it goes on by itself after the upgrade',
    }),
    attempts: z.int(),
    error: z.string().nullable(),
    parkedAt: timestamp,
    nextAttemptAt: moment,
    behind: z.int().meta({ description: 'later events of the sequence that wait behind it' }),
  })
  .meta({ id: 'ParkedEvent' });
export const parkedPage = pageOf(parkedView);
export const parkedCursor = z.object({ id: uuid });
export const decided = z
  .object({ id: uuid, state: z.enum(['retrying', 'discarded']) })
  .meta({ id: 'ParkedDecision' });

export const eventFilter = pageQuery.extend({
  stream: text(300)
    .overwrite(withSmallIds)
    .optional()
    .meta({ examples: ['order-0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11'] }),
  type: text(100)
    .optional()
    .meta({ examples: ['OrderConfirmed'] }),
  from: instant.optional(),
  to: instant.optional(),
});
export const liveFilter = eventFilter.pick({ stream: true, type: true });
export const eventView = z
  .object({
    position,
    stream: z.string(),
    version: z.int(),
    id: uuid,
    type: z.string(),
    schemaVersion: z.int(),
    data: z.unknown(),
    actor: z.string(),
    reason: z.string().optional(),
    occurredAt: timestamp,
    recordedAt: timestamp,
    commandId: uuid,
    correlationId: z.string(),
    causationId: z.string().nullable(),
  })
  .meta({ id: 'StoredEvent' });
export const eventPage = pageOf(eventView);
export const eventCursor = z.object({ position, version: z.int().min(1) });

/** What can be in the list; a part that knows of a trouble of another kind adds it here. */
const attentionKinds = [
  'approval',
  'beyond-head',
  'dead-letter',
  'drill',
  'effect',
  'kafka',
  'lost-parcel',
  'mail-server',
  'mismatch',
  'newer-program',
  'notification',
  'outage',
  'parked',
  'rebuild',
  'refund',
  'return-refund',
  'saga',
  'subscription',
  'unwatched-saga',
  'webhook-delivery',
  'webhook-endpoint',
  'worker',
] as const;
export const attentionKind = z
  .enum(attentionKinds)
  .meta({ id: 'AttentionKind', 'x-extensible-enum': true, description: 'more may be added' });

export const attentionView = z
  .object({
    id: z.string(),
    kind: attentionKind,
    object: z.string(),
    detail: z.string(),
    since: timestamp,
    actions: z.array(z.object({ rel: z.string(), method: z.string(), href: z.string() })),
  })
  .meta({ id: 'AttentionItem' });
export const attentionPage = pageOf(attentionView);
export const attentionCursor = z.object({ since: timestamp, key: z.string() });

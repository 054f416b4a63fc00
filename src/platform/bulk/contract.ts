import { z } from 'zod';
import { pageOf, pageQuery, reason, text, timestamp, uuid } from '../core/schemas.js';
import { previewToken, previewView } from '../previews/preview.js';
import type { ProblemKind } from '../problems.js';

export const problems = {
  'operation.nothing-matches': {
    status: 409,
    title: 'Nothing is like that',
    fix: 'Look at the list with the same filter; what waited may have gone on by itself.',
  },
  'operation.unknown-verb': {
    status: 422,
    title: 'No such verb can be told to many things',
    fix: 'Use one of `verbs`.',
  },
  'operation.not-found': {
    status: 404,
    title: 'There is no such operation',
    fix: 'GET /v1/ops/operations lists the newest ones.',
  },
  'operation.ended': {
    status: 409,
    title: 'The operation has ended',
    fix: 'Nothing needs to be stopped; its items show what was done.',
  },
} as const satisfies Record<string, ProblemKind>;

/** Of one operation; more is another one. */
export const MOST_THINGS = 10_000;

const filter = z
  .strictObject({
    ids: z.array(text(300)).min(1).max(1_000).optional().meta({ description: 'just these' }),
    step: text(64).optional().meta({ description: 'of sagas: the step they are stuck at' }),
    error: text(200).optional().meta({ description: 'part of what they failed with' }),
    subscription: text(100).optional().meta({ description: 'of parked events' }),
    topic: text(249).optional().meta({ description: 'of dead letters' }),
  })
  .default({});
export type ThingFilter = z.output<typeof filter>;

export const operationBody = z
  .strictObject({
    verb: text(64).meta({ examples: ['saga.retry'] }),
    filter,
    pace: z
      .union([z.literal(1), z.literal(10), z.literal('all')])
      .default(10)
      .meta({
        description: 'how many a second; `all`: one after the other without a rest',
      }),
    reason,
    previewToken,
  })
  .meta({ id: 'OperationWish' });
export type OperationWish = z.output<typeof operationBody>;

export const operationView = z
  .object({
    id: uuid,
    verb: z.string(),
    filter: z.record(z.string(), z.unknown()),
    pace: z.union([z.int(), z.literal('all')]),
    state: z.enum(['running', 'done', 'stopped']),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    pending: z.int(),
    requestedBy: z.string(),
    reason: z.string(),
    requestedAt: timestamp,
    startedAt: timestamp.nullable(),
    finishedAt: timestamp.nullable(),
  })
  .meta({ id: 'Operation' });
export type OperationView = z.output<typeof operationView>;
export const operationPage = pageOf(operationView);
export const operationCursor = z.object({ at: timestamp, id: uuid });

/** A preview with how many things are meant: the set is frozen when it is asked for. */
export const operationPreview = previewView
  .extend({ count: z.int(), skipped: z.int().meta({ description: 'of those looked at: would be refused' }) })
  .meta({ id: 'OperationPreview' });

export const itemFilter = pageQuery.extend({
  state: z.enum(['pending', 'trying', 'done', 'refused']).optional(),
});
export const itemView = z
  .object({
    object: z.string(),
    state: z.enum(['pending', 'trying', 'done', 'refused']),
    detail: z.string().nullable(),
    at: timestamp.nullable(),
  })
  .meta({ id: 'OperationItem' });
export const itemPage = pageOf(itemView);
export const itemCursor = z.object({ ordinal: z.int().min(0) });

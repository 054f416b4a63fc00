import { Command, Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { stepNames } from '../platform/core/saga-table.js';
import {
  pageQuery,
  pageOf,
  reason,
  text,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';
import { issuedToken, previewToken } from '../platform/previews/preview.js';
import { fulfilment } from './fulfilment.saga.js';

const direction = z.enum(['forward', 'compensate', 'tell']);
const trouble = z.object({
  step: z.string(),
  direction,
  command: z.string().optional().meta({ description: 'of a tell: a step may have several' }),
  detail: z.string(),
});

const sagaState = z.enum(['running', 'completed', 'compensating', 'compensated', 'needs-attention']);

export const fulfilmentView = z
  .object({
    orderId: uuid,
    state: sagaState,
    steps: z.array(
      z.object({
        name: z.enum(stepNames(fulfilment)),
        direction: z.enum(['forward', 'compensate']),
        state: z.enum(['started', 'done', 'failed', 'unknown']),
        attempts: z.int(),
        startedAt: timestamp,
        endedAt: timestamp.optional(),
        detail: z.string().optional(),
        nextAttemptAt: timestamp.optional().meta({ description: 'when it is tried again by itself' }),
      }),
    ),
    deadlineAt: timestamp.optional(),
    attention: trouble
      .optional()
      .meta({ description: 'what a person has to look at, while the state is needs-attention' }),
    troubles: z.array(trouble).meta({ description: 'all that a person has to look at' }),
    version: z.int(),
  })
  .meta({ id: 'Fulfilment' });
export type FulfilmentView = z.output<typeof fulfilmentView>;

/** How far an order has come, and why. */
export class GetFulfilment extends Query<FulfilmentView> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const timelineEntry = z
  .object({
    position: z.int(),
    room: z.string(),
    stream: z.string(),
    version: z.int(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    actor: z.string(),
    reason: z.string().optional(),
    occurredAt: timestamp,
    correlationId: z.string(),
    causationId: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export const timelinePage = pageOf(timelineEntry).meta({ id: 'Timeline' });
export type TimelinePage = z.output<typeof timelinePage>;

/** Everything that happened to an order, in every room, oldest first. */
export class GetOrderTimeline extends Query<TimelinePage> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly page: z.output<typeof pageQuery>,
  ) {
    super();
  }
}

export const sagaFilter = pageQuery.extend({
  state: sagaState.optional(),
  step: text(64)
    .optional()
    .meta({ description: 'only those that are stuck there', examples: ['ship'] }),
  error: text(200).optional().meta({ description: 'only those that are stuck with this in what they said' }),
});
export const sagaListItem = z
  .object({
    orderId: uuid,
    state: sagaState,
    stuckStep: z.string().optional(),
    stuckDetail: z.string().optional(),
    startedAt: timestamp,
    updatedAt: timestamp,
    nextAttemptAt: timestamp.optional(),
    lastError: z.string().optional(),
  })
  .meta({ id: 'Saga' });
export const sagaPage = pageOf(sagaListItem).meta({ id: 'SagaPage' });
/** Where a list of sagas goes on. */
export const sagaCursor = z.strictObject({ updatedAt: timestamp, sagaId: uuid });
/** What is left out must be clear without it. */
export const verbBody = z
  .strictObject({
    reason,
    step: z.string().max(64).optional(),
    direction: direction.optional(),
    command: z.string().max(64).optional(),
    previewToken,
  })
  .meta({ id: 'SagaVerb' });
export const compensateBody = z.strictObject({ reason, previewToken }).meta({ id: 'OperatorReason' });
export const toldView = z
  .object({
    orderId: uuid,
    state: sagaState,
    dryRun: z
      .object({
        records: z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) })),
        sends: z.array(z.object({ command: z.string(), step: z.string(), direction })),
      })
      .optional()
      .meta({ description: 'what would follow, if only that was asked for' }),
    previewToken: issuedToken.previewToken.optional(),
    previewExpiresAt: issuedToken.previewExpiresAt.optional(),
  })
  .meta({ id: 'SagaAfterVerb' });

export const problems = {
  'saga.not-found': {
    status: 404,
    title: 'The order has no fulfilment yet',
    fix: 'Fulfilment begins when the order is confirmed: POST /v1/orders/{id}/confirm.',
  },
  'saga.not-stuck': {
    status: 409,
    title: 'The saga does not wait for an operator',
    fix: 'GET /v1/orders/{id}/fulfilment shows what it is doing; GET /v1/ops/attention lists what waits for you.',
  },
  'saga.has-ended': {
    status: 409,
    title: 'The saga has ended',
    fix: 'A shipped order comes back as a return; a cancelled one is placed anew.',
  },
  'saga.cannot-resolve': {
    status: 409,
    title: 'Only a compensation can be settled by hand',
    fix: 'Use retry to try the step again, or compensate to take back what was done.',
  },
  'saga.ambiguous-verb': {
    status: 409,
    title: 'Several things could be meant',
    fix: 'Name one of `candidates`: send its step, its direction and, if it has one, its command with the reason.',
  },
} as const;

/** Forgets where orders went, in every stream that tells of them, as far as it stands there in clear. */
export class ForgetAddresses extends Command<void> {
  constructor(readonly orderIds: readonly string[]) {
    super();
  }
}

/** An order, ended or not, and every stream that tells of it, in each room. */
export interface EndedOrder {
  readonly id: string;
  /** Nothing of it is under way in any room, and nothing waits for a person. */
  readonly hasEnded: boolean;
  readonly streams: readonly string[];
}

/** Page by page, in the order of their ids. */
export class FindEndedOrders extends Query<EndedOrder[]> {
  /**
   * @param after the last one of the page before
   * @param only this one
   */
  constructor(
    readonly limit: number,
    readonly after?: string,
    readonly only?: string,
  ) {
    super();
  }
}

import { z } from 'zod';
import type { ProblemKind } from '../problems.js';
import { pageOf, timestamp, uuid } from '../core/schemas.js';

export const problems = {
  'snapshots.being-rebuilt': {
    status: 409,
    title: 'Snapshots are being rebuilt already',
    fix: 'Follow that rebuild: it is the first of GET /v1/ops/snapshots/rebuilds.',
  },
  'snapshots.rebuild-not-found': {
    status: 404,
    title: 'There is no such rebuild of snapshots',
    fix: 'GET /v1/ops/snapshots/rebuilds lists the newest ones.',
  },
  'snapshots.rebuild-ended': {
    status: 409,
    title: 'The rebuild of snapshots has ended',
    fix: 'There is nothing to stop; POST /v1/ops/snapshots/rebuild visits what is still missing.',
  },
} as const satisfies Record<string, ProblemKind>;

const count = z.int().min(0);
const moment = timestamp.nullable();

export const snapshotRebuildView = z
  .object({
    id: uuid,
    state: z.enum(['running', 'stopped', 'done', 'failed']),
    done: count.meta({ description: 'streams that have been visited' }),
    total: count.nullable().meta({ description: 'streams to visit; null until they have been counted' }),
    skipped: count.meta({ description: 'of those visited, streams that this program cannot fold' }),
    events: count.meta({ description: 'events that were folded' }),
    eventsTotal: count.nullable(),
    etaSeconds: count.nullable(),
    error: z.string().nullable().meta({ description: 'why it failed, or why the last stream was skipped' }),
    requestedBy: z.string(),
    reason: z.string(),
    requestedAt: timestamp,
    startedAt: moment,
    finishedAt: moment,
  })
  .meta({ id: 'SnapshotRebuild' });
export const snapshotRebuildPage = pageOf(snapshotRebuildView);

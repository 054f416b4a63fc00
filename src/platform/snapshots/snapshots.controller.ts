import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { uuid } from '../core/schemas.js';
import { reasonBody, rebuildFilter, type ReasonBody } from '../ops/contract.js';
import { Begun, Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { snapshotRebuildPage, snapshotRebuildView } from './contract.js';
import { SnapshotRebuilder } from './snapshot-rebuilder.js';
import { SnapshotRebuilds, type SnapshotRebuild } from './snapshot-rebuilds.js';

@ApiTags('Operations')
@Controller('v1/ops/snapshots')
@Allow('operator')
export class SnapshotsController {
  constructor(
    private readonly rebuilder: SnapshotRebuilder,
    private readonly rebuilds: SnapshotRebuilds,
    private readonly previews: Previews,
  ) {}

  @Post('rebuild')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'rebuildSnapshots',
    summary: 'Fold long streams that have no snapshot of the shape of today, one after the other',
  })
  @ApiAcceptedResponse({ standardSchema: snapshotRebuildView })
  @Previewed()
  rebuild(
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.previews.first(
      { verb: 'snapshots.rebuild', object: 'all', actor, body },
      asked,
      () => this.rebuilder.prospect(),
      async () => {
        const rebuild = await this.rebuilder.request(actor, body.reason);
        return new Begun(progressView(rebuild), `/v1/ops/snapshots/rebuilds/${rebuild.id}`);
      },
    );
  }

  @Get('rebuilds')
  @ApiOperation({ operationId: 'listSnapshotRebuilds', summary: 'The newest rebuilds of snapshots' })
  @ApiOkResponse({ standardSchema: snapshotRebuildPage })
  async list(@Query({ schema: rebuildFilter }) { limit }: z.output<typeof rebuildFilter>) {
    return { items: (await this.rebuilds.list(limit)).map(progressView), nextCursor: null };
  }

  @Get('rebuilds/:id')
  @ApiOperation({ operationId: 'getSnapshotRebuild', summary: 'Progress of a rebuild of snapshots' })
  @ApiOkResponse({ standardSchema: snapshotRebuildView })
  async progress(@Param('id', { schema: uuid }) id: string) {
    return progressView(await this.rebuilder.progress(id));
  }

  @Post('rebuilds/:id/stop')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'stopSnapshotRebuild',
    summary: 'Stop after the stream under way; what is stored stays, and another rebuild goes on from there',
  })
  @Previewed(snapshotRebuildView)
  stop(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.previews.first(
      { verb: 'snapshots.stop', object: id, actor, body },
      asked,
      () => this.rebuilder.stopProspect(id),
      async () => progressView(await this.rebuilder.halt(id, actor, body.reason)),
    );
  }
}

function progressView(rebuild: SnapshotRebuild): z.output<typeof snapshotRebuildView> {
  const { state, total, events, eventsTotal, startedAt, updatedAt } = rebuild;
  const seconds = startedAt ? (updatedAt.getTime() - startedAt.getTime()) / 1_000 : 0;
  const left = eventsTotal === null ? 0 : Math.max(eventsTotal - events, 0);
  return {
    id: rebuild.id,
    state,
    done: rebuild.done,
    total: total && Math.max(total, rebuild.done),
    skipped: rebuild.skipped,
    events,
    eventsTotal: eventsTotal && Math.max(eventsTotal, events),
    etaSeconds: state === 'running' && events > 0 ? Math.ceil((left * seconds) / events) : null,
    error: rebuild.error,
    requestedBy: rebuild.requestedBy,
    reason: rebuild.reason,
    requestedAt: rebuild.requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: rebuild.finishedAt?.toISOString() ?? null,
  };
}

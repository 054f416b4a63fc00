import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { pageQuery, uuid } from '../core/schemas.js';
import { Begun, Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { RebuildStore, type Rebuild } from '../read-models/rebuild-store.js';
import {
  reasonBody,
  rebuildBody,
  rebuildFilter,
  rebuildPage,
  rebuildView,
  subscriptionCursor,
  subscriptionName,
  subscriptionPage,
  subscriptionView,
  type ReasonBody,
} from './contract.js';
import { SubscriptionsAdmin, type SubscriptionStatus, type SubscriptionVerb } from './subscriptions-admin.js';

interface Given {
  readonly name: string;
  readonly body: ReasonBody;
  readonly asked: VerbQuery;
  readonly actor: Actor;
}

@ApiTags('Operations')
@Controller('v1/ops')
@Allow('operator')
export class SubscriptionsController {
  constructor(
    private readonly admin: SubscriptionsAdmin,
    private readonly rebuilds: RebuildStore,
    private readonly previews: Previews,
  ) {}

  @Get('subscriptions')
  @ApiOperation({ operationId: 'listSubscriptions', summary: 'How far each subscription has come, by name' })
  @ApiOkResponse({ standardSchema: subscriptionPage })
  async list(@Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>) {
    const after = cursor ? decodeCursor(cursor, subscriptionCursor).name : '';
    const rows = (await this.admin.list()).filter(({ name }) => name > after);
    const page = paginate(rows, limit, ({ name }) => ({ name }));
    return { items: page.items.map(statusView), nextCursor: page.nextCursor };
  }

  @Post('subscriptions/:name/pause')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'pauseSubscription',
    summary: 'Stop it, wherever it runs, until it is resumed',
  })
  @Previewed(subscriptionView)
  pause(
    @Param('name', { schema: subscriptionName }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.tell('pause', { name, body, asked, actor });
  }

  @Post('subscriptions/:name/resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeSubscription', summary: 'Go on from the checkpoint' })
  @Previewed(subscriptionView)
  resume(
    @Param('name', { schema: subscriptionName }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.tell('resume', { name, body, asked, actor });
  }

  @Post('subscriptions/:name/rewind')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rewindSubscription',
    summary: 'After the log has lost its last part: go on from the head as it is now',
  })
  @Previewed(subscriptionView)
  rewind(
    @Param('name', { schema: subscriptionName }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.tell('rewind', { name, body, asked, actor });
  }

  @Post('subscriptions/:name/rebuild')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'rebuildSubscription',
    summary: 'Compute a read model anew beside the live one, compare, and switch',
  })
  @ApiAcceptedResponse({ standardSchema: rebuildView })
  @Previewed()
  rebuild(
    @Param('name', { schema: subscriptionName }) name: string,
    @Body({ schema: rebuildBody }) body: z.output<typeof rebuildBody>,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    const { mode, reason } = body;
    return this.previews.first(
      { verb: 'subscription.rebuild', object: name, actor, body },
      asked,
      () => this.admin.rebuildProspect(name, mode),
      async () => {
        const rebuild = await this.admin.rebuild(name, mode, { actor, reason });
        return new Begun(progressView(rebuild), `/v1/ops/rebuilds/${rebuild.id}`);
      },
    );
  }

  @Get('rebuilds')
  @ApiOperation({ operationId: 'listRebuilds', summary: 'The newest rebuilds' })
  @ApiOkResponse({ standardSchema: rebuildPage })
  async listRebuilds(@Query({ schema: rebuildFilter }) { limit }: z.output<typeof rebuildFilter>) {
    return { items: (await this.rebuilds.list(limit)).map(progressView), nextCursor: null };
  }

  @Get('rebuilds/:id')
  @ApiOperation({
    operationId: 'getRebuild',
    summary: 'Progress of a rebuild, and what its comparison found',
  })
  @ApiOkResponse({ standardSchema: rebuildView })
  async progress(@Param('id', { schema: uuid }) id: string) {
    return progressView(await this.admin.progress(id));
  }

  private tell(verb: SubscriptionVerb, { name, body, asked, actor }: Given) {
    return this.previews.first(
      { verb: `subscription.${verb}`, object: name, actor, body },
      asked,
      () => this.admin.prospect(verb, name),
      async () => statusView(await this.admin[verb](name, { actor, reason: body.reason })),
    );
  }
}

const statusView = (status: SubscriptionStatus): z.output<typeof subscriptionView> => ({
  ...status,
  failingSince: status.failingSince?.toISOString() ?? null,
  updatedAt: status.updatedAt.toISOString(),
});

function progressView(rebuild: Rebuild): z.output<typeof rebuildView> {
  const { position: done, events, startedAt, state } = rebuild;
  const total = Math.max(rebuild.target, done);
  const seconds = startedAt ? (rebuild.updatedAt.getTime() - startedAt.getTime()) / 1_000 : 0;
  const left = seconds > 0 && done > 0 ? Math.ceil(((total - done) * seconds) / done) : null;
  return {
    id: rebuild.id,
    subscription: rebuild.model,
    mode: rebuild.mode,
    state,
    phase: rebuild.phase,
    done,
    total,
    events,
    rate: seconds > 0 ? Math.round(events / seconds) : null,
    etaSeconds: state === 'running' ? left : null,
    comparison: rebuild.comparison && { ...rebuild.comparison, sample: [...rebuild.comparison.sample] },
    error: rebuild.error,
    requestedBy: rebuild.requestedBy,
    reason: rebuild.reason,
    requestedAt: rebuild.requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: rebuild.finishedAt?.toISOString() ?? null,
  };
}

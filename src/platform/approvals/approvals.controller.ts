import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { reason, uuid } from '../core/schemas.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { Previewed, previewToken, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { approvalFilter, approvalPage, approvalSchema } from './approval.js';
import { Approvals, viewOf } from './approvals.js';

const decision = z.strictObject({ reason, previewToken });
type Decision = z.output<typeof decision>;
const after = z.object({ entered: z.int() });

/** What one person asked for and a second one has to agree to. */
@ApiTags('Operations')
@Controller('v1/ops/approvals')
@Allow('operator')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listApprovals',
    summary: 'What waits for a second person, or has; newest first',
  })
  @ApiOkResponse({ standardSchema: approvalPage })
  async list(@Query({ schema: approvalFilter }) { limit, cursor, state }: z.output<typeof approvalFilter>) {
    const before = cursor ? decodeCursor(cursor, after, { state }).entered : Number.MAX_SAFE_INTEGER;
    const rows = await this.approvals.list(limit + 1, before, state ?? null);
    const page = paginate(rows, limit, ({ entered }) => ({ entered }), { state });
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getApproval', summary: 'One approval' })
  @ApiOkResponse({ standardSchema: approvalSchema })
  get(@Param('id', { schema: uuid }) id: string) {
    return this.approvals.get(id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'grantApproval',
    summary: 'Agree, and have it done in the name of whoever asked',
    description:
      'Never by the person who asked. One that is `approved` and not done yet is done by agreeing again.',
  })
  @Previewed(approvalSchema)
  approve(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.previews.first(
      { verb: 'approval.approve', object: id, actor, body },
      asked,
      () => this.approvals.prospect('approve', id, actor),
      () => this.approvals.approve(id, actor, body.reason),
    );
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rejectApproval', summary: 'Refuse: it is not done' })
  @Previewed(approvalSchema)
  reject(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.previews.first(
      { verb: 'approval.reject', object: id, actor, body },
      asked,
      () => this.approvals.prospect('reject', id, actor),
      () => this.approvals.reject(id, actor, body.reason),
    );
  }
}

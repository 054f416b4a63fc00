import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import type { ProblemKind } from '../problems.js';
import { timestamp } from '../core/schemas.js';
import { reasonBody, type ReasonBody } from '../ops/contract.js';
import { OperatorLog } from '../ops/operator-log.js';
import { Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { Outages } from './outages.js';

export const problems = {
  'outage.unknown-party': {
    status: 404,
    title: 'Nobody outside has this name',
    fix: 'Use one of `parties`; GET /v1/ops/outages lists those that give no answer.',
  },
} as const satisfies Record<string, ProblemKind>;

const party = z.string().regex(/^[a-z][a-z-]{0,63}$/);
const outageList = z
  .object({
    items: z.array(
      z.object({ party: z.string(), waiting: z.int(), since: timestamp, lastError: z.string() }),
    ),
  })
  .meta({ id: 'Outages' });
const retried = z.object({ party: z.string(), retried: z.int() }).meta({ id: 'OutageRetried' });

/** Parties outside who give no answer, and the orders that wait for them. */
@ApiTags('Operations')
@Controller('v1/ops/outages')
@Allow('operator')
export class OutagesController {
  constructor(
    private readonly outages: Outages,
    private readonly operators: OperatorLog,
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listOutages',
    summary: 'Who gives no answer, since when, and how many orders wait; they go on by themselves',
  })
  @ApiOkResponse({ standardSchema: outageList })
  async list() {
    return { items: await this.outages.list() };
  }

  @Post(':party/retry')
  @HttpCode(202)
  @ApiOperation({ operationId: 'retryOutage', summary: 'Try all that waits for it now' })
  @ApiAcceptedResponse({ standardSchema: retried })
  @Previewed()
  retry(
    @Param('party', { schema: party }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    const action = { action: 'outage.retry', object: name, reason: body.reason };
    return this.previews.first(
      { verb: 'outage.retry', object: name, actor, body },
      asked,
      () => this.outages.prospect(name),
      () =>
        this.operators.around(actor, action, async (): Promise<z.output<typeof retried>> => ({
          party: name,
          retried: await this.outages.retry(name),
        })),
    );
  }
}

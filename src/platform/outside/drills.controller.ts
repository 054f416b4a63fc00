import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { timestamp } from '../core/schemas.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { reasonBody, type ReasonBody } from '../ops/contract.js';
import { Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { Drills, type Drill } from './drills.js';

const drillName = z.string().regex(/^[a-z][a-z-]{0,63}$/);
const drillView = z
  .object({
    name: z.string().meta({ examples: ['carrier-down'] }),
    about: z.string(),
    state: z.enum(['idle', 'running']),
    begunAt: timestamp.nullable(),
    endsAt: timestamp.nullable().meta({ description: 'by itself, if nobody ends it' }),
    begunBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Drill' });
const drillList = z.object({ items: z.array(drillView) }).meta({ id: 'Drills' });

interface Given {
  readonly name: string;
  readonly body: ReasonBody;
  readonly asked: VerbQuery;
  readonly actor: Actor;
}

/** Failures on purpose, to try what happens then. */
@ApiTags('Operations')
@Controller('v1/ops/drills')
@Allow('operator')
export class DrillsController {
  constructor(
    private readonly drills: Drills,
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listDrills',
    summary: 'What can be rehearsed here, and what is; empty in production',
  })
  @ApiOkResponse({ standardSchema: drillList })
  async list() {
    return { items: (await this.drills.list()).map(view) };
  }

  @Post(':name/begin')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'beginDrill',
    summary: 'Let it fail on purpose; it ends after 30 minutes',
  })
  @Previewed(drillView)
  begin(
    @Param('name', { schema: drillName }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.tell('begin', { name, body, asked, actor });
  }

  @Post(':name/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'stopDrill', summary: 'Let it work again' })
  @Previewed(drillView)
  end(
    @Param('name', { schema: drillName }) name: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.tell('end', { name, body, asked, actor });
  }

  private tell(verb: 'begin' | 'end', { name, body, asked, actor }: Given) {
    return this.previews.first(
      { verb: `drill.${verb}`, object: name, actor, body },
      asked,
      () => this.drills.prospect(verb, name),
      async () => view(await this.drills[verb](name, actor, body.reason)),
    );
  }
}

const view = ({ begunAt, endsAt, ...drill }: Drill): z.output<typeof drillView> => ({
  ...drill,
  begunAt: begunAt?.toISOString() ?? null,
  endsAt: endsAt?.toISOString() ?? null,
});

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow } from '../http/access.js';
import { ModelSteps, type EventSteps } from '../read-models/steps.js';
import { stepsFilter, stepsPage, type StepsPage } from './steps.contract.js';

/** How each row of a read model came to be what it is. */
@ApiTags('Operations')
@Controller('v1/ops/steps')
@Allow('operator')
export class StepsController {
  constructor(private readonly steps: ModelSteps) {}

  @Get()
  @ApiOperation({
    operationId: 'listModelSteps',
    summary: 'What each event of some streams made of the rows of read models, oldest first',
    description:
      'Computed in memory from the log, as if these streams were all there is: the stored tables are not looked at. `subscriptions/{name}/rebuild` in the mode `verify` compares those.',
  })
  @ApiOkResponse({ standardSchema: stepsPage })
  async list(@Query({ schema: stepsFilter }) wanted: z.output<typeof stepsFilter>): Promise<StepsPage> {
    const { steps, isMore } = await this.steps.of(wanted);
    const last = steps.at(-1)?.recorded.position ?? null;
    return { items: steps.map(view), nextAfter: isMore ? last : null };
  }
}

const rowView = (row: object | undefined) => (row ? { ...row } : null);

const view = ({ recorded, rows }: EventSteps): StepsPage['items'][number] => ({
  position: recorded.position,
  stream: recorded.stream,
  version: recorded.version,
  eventId: recorded.id,
  type: recorded.event.type,
  occurredAt: recorded.occurredAt,
  rows: rows.map(({ model, key, before, after }) => ({
    model,
    key: key.join('/'),
    before: rowView(before),
    after: rowView(after),
  })),
});

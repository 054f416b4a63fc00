import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { newId } from '../platform/core/ids.js';
import { uuid } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { Allow } from '../platform/http/access.js';
import { By } from '../platform/http/caller.js';
import { ReadReply, WriteReply, type Shown as Answered } from '../platform/http/replies.js';
import {
  deliveryFilter,
  deliveryPage,
  deliveryView,
  disableBody,
  endpointBody,
  endpointChange,
  endpointFilter,
  endpointPage,
  endpointView,
  endpointWithSecret,
  rangeBody,
  rangeView,
  rotateBody,
  whyBody,
} from './contract.js';
import { Deliveries } from './deliveries.js';
import { viewOf } from './delivery-view.js';
import { Endpoints, type Change, type Shown } from './endpoints.js';
import { ResentRange } from './resent-range.js';
import { revealed } from './secrets.js';

const id = uuid;
const afterEndpoint = z.strictObject({ id });
const afterDelivery = z.strictObject({ number: z.int() });
const view = ({ state }: Answered<Shown>): Shown => state;
const location = ({ id }: Answered<Shown>) => `/v1/webhook-endpoints/${id}`;

const changeBy = ({ actor, append }: CommandContext, reason?: string): Change => ({
  actor,
  reason,
  append,
});

/** Receivers of webhooks. */
@ApiTags('Webhooks')
@Controller('v1/webhook-endpoints')
@Allow('operator')
export class EndpointsController {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly deliveries: Deliveries,
    private readonly ranges: ResentRange,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'createWebhookEndpoint',
    summary: 'Send events to a URL from now on; the secret is shown once',
  })
  @ApiCreatedResponse({ standardSchema: endpointWithSecret })
  @WriteReply({ status: 201, view, location, reveal: revealed })
  create(@Body({ schema: endpointBody }) body: z.output<typeof endpointBody>, @By() by: CommandContext) {
    return this.endpoints.create(newId(), body, changeBy(by));
  }

  @Get()
  @ApiOperation({ operationId: 'listWebhookEndpoints', summary: 'All receivers, newest first' })
  @ApiOkResponse({ standardSchema: endpointPage })
  async list(@Query({ schema: endpointFilter }) { limit, cursor }: z.output<typeof endpointFilter>) {
    const after = cursor ? decodeCursor(cursor, afterEndpoint).id : undefined;
    return paginate(await this.endpoints.list(limit + 1, after), limit, (endpoint) => ({ id: endpoint.id }));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getWebhookEndpoint', summary: 'One receiver; never its secret' })
  @ApiOkResponse({ standardSchema: endpointView })
  @ReadReply()
  get(@Param('id', { schema: id }) endpointId: string) {
    return this.endpoints.get(endpointId);
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'changeWebhookEndpoint',
    summary: 'Where it goes and what it is sent from now on',
  })
  @ApiOkResponse({ standardSchema: endpointView })
  @WriteReply({ status: 200, view })
  change(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: endpointChange }) body: z.output<typeof endpointChange>,
    @By() by: CommandContext,
  ) {
    return this.endpoints.change(endpointId, body, changeBy(by));
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'deleteWebhookEndpoint', summary: 'Send nothing more, also not what waits' })
  @ApiNoContentResponse()
  @WriteReply({ status: 204 })
  remove(@Param('id', { schema: id }) endpointId: string, @By() by: CommandContext) {
    return this.endpoints.remove(endpointId, changeBy(by));
  }

  @Post(':id/rotate-secret')
  @ApiOperation({
    operationId: 'rotateWebhookSecret',
    summary: 'A new secret, shown once; the old one signs as well for a while',
  })
  @ApiOkResponse({ standardSchema: endpointWithSecret })
  @WriteReply({ status: 200, view, reveal: revealed })
  rotate(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: rotateBody }) body: z.output<typeof rotateBody>,
    @By() by: CommandContext,
  ) {
    const overlap = body?.overlapHours ?? 24;
    return this.endpoints.rotate(endpointId, overlap, changeBy(by, body?.reason));
  }

  @Post(':id/enable')
  @ApiOperation({
    operationId: 'enableWebhookEndpoint',
    summary: 'Send again: what waited, and what happens from now on',
  })
  @ApiOkResponse({ standardSchema: endpointView })
  @WriteReply({ status: 200, view })
  enable(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: whyBody }) body: z.output<typeof whyBody>,
    @By() by: CommandContext,
  ) {
    return this.endpoints.enable(endpointId, changeBy(by, body?.reason));
  }

  @Post(':id/disable')
  @ApiOperation({ operationId: 'disableWebhookEndpoint', summary: 'Send nothing until it is enabled again' })
  @ApiOkResponse({ standardSchema: endpointView })
  @WriteReply({ status: 200, view })
  disable(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: disableBody }) { reason }: z.output<typeof disableBody>,
    @By() by: CommandContext,
  ) {
    return this.endpoints.disable(endpointId, changeBy(by, reason));
  }

  @Post(':id/test')
  @HttpCode(202)
  @ApiOperation({ operationId: 'testWebhookEndpoint', summary: 'Send an event of no meaning' })
  @ApiAcceptedResponse({ standardSchema: deliveryView })
  async test(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: whyBody }) body: z.output<typeof whyBody>,
    @By() by: CommandContext,
  ) {
    return this.deliveries.test(await this.endpoints.get(endpointId), changeBy(by, body?.reason));
  }

  @Get(':id/deliveries')
  @ApiOperation({ operationId: 'listWebhookDeliveries', summary: 'What is and was sent there, newest first' })
  @ApiOkResponse({ standardSchema: deliveryPage })
  async deliveriesOf(
    @Param('id', { schema: id }) endpointId: string,
    @Query({ schema: deliveryFilter }) filter: z.output<typeof deliveryFilter>,
  ) {
    await this.endpoints.get(endpointId);
    const scope = { endpointId, state: filter.state };
    const before = filter.cursor ? decodeCursor(filter.cursor, afterDelivery, scope).number : undefined;
    const rows = await this.deliveries.list(endpointId, { ...filter, limit: filter.limit + 1 }, before);
    const page = paginate(rows, filter.limit, ({ number }) => ({ number }), scope);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }

  @Post(':id/resend')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'resendWebhookRange',
    summary: 'Send once more what was recorded in a stretch of time, also what was missed',
  })
  @ApiAcceptedResponse({ standardSchema: rangeView })
  async resend(
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: rangeBody }) range: z.output<typeof rangeBody>,
    @By() by: CommandContext,
  ) {
    return this.ranges.resend(await this.endpoints.get(endpointId), range, changeBy(by));
  }
}

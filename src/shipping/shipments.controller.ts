import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { ReadReply, WriteReply } from '../platform/http/replies.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { GetShipment, shipmentSchema } from './contract.js';
import { trackingBody, TrackShipment } from './shipment.commands.js';
import { shipmentView } from './shipment-view.js';

@ApiTags('Shipments')
@Controller('v1/shipments')
export class ShipmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get(':id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ summary: 'A shipment, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: shipmentSchema })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetShipment(id, caller, point));
  }

  @Post(':id/tracking')
  @Allow('operator', 'service')
  @ApiOperation({
    summary: 'What the carrier tells about the parcel',
    description: 'Safe to send again and in any order: old news changes nothing.',
  })
  @ApiOkResponse({ standardSchema: shipmentSchema })
  @WriteReply({ status: 200, view: shipmentView })
  track(
    @Param('id', { schema: uuid }) shipmentId: string,
    @Body({ schema: trackingBody }) body: z.output<typeof trackingBody>,
    @By() by: CommandContext,
  ) {
    const at = new Date(body.at).toISOString();
    return this.commands.execute(new TrackShipment({ shipmentId, ...body, at }, by));
  }
}

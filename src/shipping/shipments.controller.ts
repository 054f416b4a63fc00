import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply } from '../platform/http/replies.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { GetShipment, ListShipments, shipmentFilter, shipmentPage, shipmentSchema } from './contract.js';
import {
  handOverBody,
  HandOverShipment,
  refuseBody,
  RefuseShipment,
  trackingBody,
  TrackShipment,
} from './shipment.commands.js';
import { shipmentView } from './shipment-view.js';

@ApiTags('Shipments')
@Controller('v1/shipments')
export class ShipmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow('customer', 'operator', 'service')
  @ApiOperation({
    operationId: 'listShipments',
    summary: 'Shipments, newest orders first; a customer sees only their own',
  })
  @ApiOkResponse({ standardSchema: shipmentPage })
  list(@Query({ schema: shipmentFilter }) filter: z.output<typeof shipmentFilter>, @Caller() caller: Actor) {
    return this.queries.execute(new ListShipments(filter, caller));
  }

  @Get(':id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getShipment', summary: 'A shipment, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: shipmentSchema })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetShipment(id, caller, point));
  }

  @Post(':id/dispatch')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'dispatchShipment',
    summary: 'A person has handed the parcel over',
    description: 'Where people move parcels (`CARRIER=manual`); the order goes on as shipped.',
  })
  @ApiOkResponse({ standardSchema: shipmentSchema })
  @WriteReply({ status: 200, view: shipmentView })
  handOver(
    @Param('id', { schema: uuid }) shipmentId: string,
    @Body({ schema: handOverBody }) body: z.output<typeof handOverBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new HandOverShipment({ shipmentId, ...body }, by));
  }

  @Post(':id/refuse')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'refuseShipment',
    summary: 'The parcel cannot be sent',
    description: 'Where people move parcels (`CARRIER=manual`); the order is taken back and cancelled.',
  })
  @ApiOkResponse({ standardSchema: shipmentSchema })
  @WriteReply({ status: 200, view: shipmentView })
  refuse(
    @Param('id', { schema: uuid }) shipmentId: string,
    @Body({ schema: refuseBody }) body: z.output<typeof refuseBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RefuseShipment({ shipmentId, ...body }, { ...by, reason: body.reason }));
  }

  @Post(':id/tracking')
  @Allow('operator', 'service')
  @ApiOperation({
    operationId: 'trackShipment',
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
    return this.commands.execute(new TrackShipment({ shipmentId, ...body }, by));
  }
}

import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { uuid } from '../platform/core/schemas.js';
import { Allow } from '../platform/http/access.js';
import { Caller } from '../platform/http/caller.js';
import { deliveryView, deliveryWithLog, disableBody, whyBody } from './contract.js';
import { Deliveries } from './deliveries.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-deliveries')
@Allow('operator')
export class DeliveriesController {
  constructor(private readonly deliveries: Deliveries) {}

  @Get(':id')
  @ApiOperation({ operationId: 'getWebhookDelivery', summary: 'What is sent, and every try of it' })
  @ApiOkResponse({ standardSchema: deliveryWithLog })
  get(@Param('id', { schema: uuid }) id: string) {
    return this.deliveries.get(id);
  }

  @Post(':id/resend')
  @HttpCode(202)
  @ApiOperation({ operationId: 'resendWebhook', summary: 'Send it once more, or at once if it waits' })
  @ApiAcceptedResponse({ standardSchema: deliveryView })
  resend(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: whyBody }) body: z.output<typeof whyBody>,
    @Caller() actor: Actor,
  ) {
    return this.deliveries.resend(id, { actor, reason: body?.reason });
  }

  @Post(':id/discard')
  @HttpCode(200)
  @ApiOperation({ operationId: 'discardWebhook', summary: 'Give it up; what waits behind it goes on' })
  @ApiOkResponse({ standardSchema: deliveryView })
  discard(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: disableBody }) { reason }: z.output<typeof disableBody>,
    @Caller() actor: Actor,
  ) {
    return this.deliveries.discard(id, { actor, reason });
  }
}

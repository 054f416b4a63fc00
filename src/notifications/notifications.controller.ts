import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { pageQuery, uuid } from '../platform/core/schemas.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { Allow } from '../platform/http/access.js';
import { AwaitsModel } from '../platform/http/awaits-model.js';
import { Caller } from '../platform/http/caller.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import {
  notificationFilter,
  notificationPage,
  notificationView,
  notificationWithMail,
  resendBody,
} from './contract.js';
import { Notifications, type NotificationRow } from './notifications.js';

const after = z.strictObject({ number: z.int() });
const last = ({ number }: NotificationRow) => ({ number });
const outbox = { name: 'notifications.outbox' };

@ApiTags('Notifications')
@Controller('v1')
@Allow('operator')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  @Get('orders/:id/notifications')
  @AlsoAnswers('order.not-found')
  @Allow('customer', 'operator', 'service')
  @AwaitsModel(outbox)
  @ApiOperation({
    operationId: 'listOrderNotifications',
    summary: 'What the customer was written about an order, newest first',
  })
  @ApiOkResponse({ standardSchema: notificationPage })
  async ofOrder(
    @Param('id', { schema: uuid }) orderId: string,
    @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>,
    @Caller() caller: Actor,
  ) {
    const scope = { orderId };
    const before = cursor ? decodeCursor(cursor, after, scope).number : undefined;
    const rows = await this.notifications.ofOrder(orderId, caller, limit + 1, before);
    return this.page(rows, limit, scope, caller);
  }

  @Get('notifications')
  @AwaitsModel(outbox)
  @ApiOperation({ operationId: 'listNotifications', summary: 'What customers were written, newest first' })
  @ApiOkResponse({ standardSchema: notificationPage })
  async list(
    @Query({ schema: notificationFilter }) { limit, cursor, ...filter }: z.output<typeof notificationFilter>,
    @Caller() caller: Actor,
  ) {
    const before = cursor ? decodeCursor(cursor, after, filter).number : undefined;
    const rows = await this.notifications.list({ ...filter, limit: limit + 1 }, before);
    return this.page(rows, limit, filter, caller);
  }

  @Get('notifications/:id')
  @ApiOperation({ operationId: 'getNotification', summary: 'One, with the mail as it would be written now' })
  @ApiOkResponse({ standardSchema: notificationWithMail })
  get(@Param('id', { schema: uuid }) id: string, @Caller() caller: Actor) {
    return this.notifications.get(id, caller);
  }

  @Post('notifications/:id/resend')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'resendNotification',
    summary: 'Send it once more; also what has failed or was suppressed',
  })
  @ApiAcceptedResponse({ standardSchema: notificationView })
  resend(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: resendBody }) { reason }: z.output<typeof resendBody>,
    @Caller() caller: Actor,
  ) {
    return this.notifications.resend(id, caller, reason);
  }

  private page(rows: readonly NotificationRow[], limit: number, scope: object, caller: Actor) {
    const { items, nextCursor } = paginate(rows, limit, last, scope);
    return { items: items.map((row) => this.notifications.viewFor(caller, row)), nextCursor };
  }
}

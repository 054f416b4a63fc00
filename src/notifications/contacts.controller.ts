import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { uuid } from '../platform/core/schemas.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { EventLog } from '../platform/event-store/event-log.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import { Contacts } from './contacts.js';
import { contactBody, contactView, type ContactView } from './contract.js';

const view = ({ state }: Shown<ContactView>): ContactView => state;

/** How a customer is reached, and whether they want to be. */
@ApiTags('Notifications')
@Controller('v1/customers/:customerId/contact')
@Allow('customer', 'operator')
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly log: EventLog,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getContact', summary: 'Where mails to a customer go, and whether any do' })
  @ApiOkResponse({ standardSchema: contactView })
  @ReadReply()
  get(@Param('customerId', { schema: uuid }) customerId: string, @Caller() caller: Actor) {
    return this.contacts.get(customerId, caller);
  }

  @Put()
  @ApiOperation({
    operationId: 'putContact',
    summary: 'Say where mails go and in which language, or that none are wanted',
  })
  @ApiOkResponse({ standardSchema: contactView })
  @WriteReply({ status: 200, view })
  put(
    @Param('customerId', { schema: uuid }) customerId: string,
    @Body({ schema: contactBody }) body: z.output<typeof contactBody>,
    @By() { actor, append }: CommandContext,
  ) {
    return this.written(this.contacts.put(customerId, body, actor, append?.expectedVersion));
  }

  @Delete()
  @ApiOperation({ operationId: 'deleteContact', summary: 'Forget where mails went; none are sent any more' })
  @ApiNoContentResponse()
  @WriteReply({ status: 204 })
  remove(@Param('customerId', { schema: uuid }) customerId: string, @By() { actor, append }: CommandContext) {
    return this.written(this.contacts.remove(customerId, actor, append?.expectedVersion));
  }

  /** A contact is no event; the position is where the log stood afterwards. */
  private async written(done: Promise<ContactView>): Promise<Written<ContactView>> {
    const state = await done;
    return { id: state.customerId, version: state.version, position: await this.log.head(), state };
  }
}

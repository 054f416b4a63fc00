import { Body, Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { uuid } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { WriteReply } from '../platform/http/replies.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { eraseBody, EraseCustomer, erasureView, personalDataQuery, personalDataView } from './contract.js';
import { erasureViewOf } from './erasure.view.js';
import { PersonalDataOf } from './personal-data-of.js';

@ApiTags('Customers')
@Controller('v1/customers/:customerId/personal-data')
@Allow('operator')
export class CustomersController {
  constructor(
    private readonly held: PersonalDataOf,
    private readonly commands: CommandBus,
    private readonly operators: OperatorLog,
  ) {}

  @Get()
  @Allow('customer', 'operator')
  @ApiOperation({
    operationId: 'getPersonalData',
    summary: 'Everything that is held about a customer',
    description: 'That an operator has read it is recorded.',
  })
  @ApiOkResponse({ standardSchema: personalDataView })
  read(
    @Param('customerId', { schema: uuid }) customerId: string,
    @Query({ schema: personalDataQuery }) page: z.output<typeof personalDataQuery>,
    @Caller() caller: Actor,
  ) {
    const read = () => this.held.read(customerId, page, caller);
    if (caller.role !== 'operator') return read();
    const reading = { action: 'personal-data.read', object: customerId, reason: 'read in full' };
    return this.operators.perform(caller, reading, read);
  }

  @Delete()
  @ApiOperation({
    operationId: 'erasePersonalData',
    summary: 'Erase the names and addresses of a customer, everywhere and for good',
    description:
      'Refused while an order is still to be sent. Orders, money and history stay, and show "erased" instead. Asked again, it does nothing; `GET` shows how far it is.',
  })
  @ApiAcceptedResponse({ standardSchema: erasureView })
  @WriteReply({ status: 202, view: erasureViewOf })
  erase(
    @Param('customerId', { schema: uuid }) customerId: string,
    @Body({ schema: eraseBody }) { reason }: z.output<typeof eraseBody>,
    @By() by: CommandContext,
  ) {
    const action = { action: 'customer.erase', object: customerId, reason };
    return this.operators.around(by.actor, action, () =>
      this.commands.execute(new EraseCustomer({ customerId, reason }, { ...by, reason })),
    );
  }
}

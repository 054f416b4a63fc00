import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { approvalSchema, OnePersonIsEnough, unlessAwaited } from '../platform/approvals/approval.js';
import type { Actor } from '../platform/core/actor.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import {
  accountReasonBody,
  CloseAccount,
  FreezeAccount,
  movementBody,
  openAccountBody,
  UnfreezeAccount,
} from './account.commands.js';
import type { AccountState } from './account.state.js';
import { viewOf } from './account.view.js';
import { Adjustments } from './adjustments.js';
import { accountFilter, accountPage, accountView, GetAccount, ListAccounts } from './contract.js';

const location = ({ id }: Shown<AccountState>) => `/v1/accounts/${id}`;
type Movement = z.output<typeof movementBody>;
type Reason = z.output<typeof accountReasonBody>;

@ApiTags('Accounts')
@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly adjustments: Adjustments,
  ) {}

  @Post()
  @Allow('customer', 'operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'openAccount', summary: 'Open an account in one currency' })
  @ApiCreatedResponse({ standardSchema: accountView })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 201, view: viewOf, location }))
  open(@Body({ schema: openAccountBody }) body: z.output<typeof openAccountBody>, @By() by: CommandContext) {
    return this.adjustments.open(body, by);
  }

  @Get()
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'listAccounts', summary: 'Accounts, newest first; customers see their own' })
  @ApiOkResponse({ standardSchema: accountPage })
  list(@Query({ schema: accountFilter }) filter: z.output<typeof accountFilter>, @Caller() caller: Actor) {
    return this.queries.execute(new ListAccounts(filter, caller));
  }

  @Get(':id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getAccount', summary: 'An account, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: accountView })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetAccount(id, caller, point));
  }

  @Post(':id/deposits')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'depositFunds', summary: 'Book money that was received for the account' })
  @ApiCreatedResponse({ standardSchema: accountView })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 201, view: viewOf, location }))
  deposit(
    @Param('id', { schema: uuid }) accountId: string,
    @Body({ schema: movementBody }) body: Movement,
    @By() by: CommandContext,
  ) {
    return this.adjustments.deposit({ accountId, ...body }, by);
  }

  @Post(':id/withdrawals')
  @Allow('customer', 'operator')
  @Idempotent()
  @ApiOperation({ operationId: 'withdrawFunds', summary: 'Pay out what can be spent, or a part of it' })
  @ApiCreatedResponse({ standardSchema: accountView })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 201, view: viewOf, location }))
  withdraw(
    @Param('id', { schema: uuid }) accountId: string,
    @Body({ schema: movementBody }) body: Movement,
    @By() by: CommandContext,
  ) {
    return this.adjustments.withdraw({ accountId, ...body }, by);
  }

  @Post(':id/freeze')
  @OnePersonIsEnough('no money moves')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({ operationId: 'freezeAccount', summary: 'Let no money out; what comes in is taken' })
  @ApiOkResponse({ standardSchema: accountView })
  @WriteReply({ status: 200, view: viewOf })
  freeze(
    @Param('id', { schema: uuid }) accountId: string,
    @Body({ schema: accountReasonBody }) { reason }: Reason,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new FreezeAccount({ accountId, reason }, { ...by, reason }));
  }

  @Post(':id/unfreeze')
  @OnePersonIsEnough('no money moves')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({ operationId: 'unfreezeAccount', summary: 'Let money out again' })
  @ApiOkResponse({ standardSchema: accountView })
  @WriteReply({ status: 200, view: viewOf })
  unfreeze(
    @Param('id', { schema: uuid }) accountId: string,
    @Body({ schema: accountReasonBody }) { reason }: Reason,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new UnfreezeAccount({ accountId, reason }, { ...by, reason }));
  }

  @Post(':id/close')
  @OnePersonIsEnough('only an empty account closes')
  @Allow('customer', 'operator')
  @Idempotent()
  @ApiOperation({ operationId: 'closeAccount', summary: 'Close an empty account for good' })
  @ApiOkResponse({ standardSchema: accountView })
  @WriteReply({ status: 200, view: viewOf })
  close(
    @Param('id', { schema: uuid }) accountId: string,
    @Body({ schema: accountReasonBody }) { reason }: Reason,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new CloseAccount({ accountId, reason }, { ...by, reason }));
  }
}

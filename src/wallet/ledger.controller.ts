import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { approvalSchema, unlessAwaited } from '../platform/approvals/approval.js';
import type { Actor } from '../platform/core/actor.js';
import { pageQuery, uuid } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { preferred } from '../platform/http/media-type.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import { transferViewOf } from './account.view.js';
import { Adjustments } from './adjustments.js';
import {
  entryPage,
  GetStatement,
  GetTransfer,
  GetTrialBalance,
  holdFilter,
  holdPage,
  ListEntries,
  ListHolds,
  statementQuery,
  statementView,
  transferView,
  trialBalance,
  trialBalanceQuery,
} from './contract.js';
import { statementCsv } from './statement.csv.js';
import { transferBody } from './transfer.commands.js';
import type { TransferState } from './transfer.state.js';

const location = ({ id }: Shown<TransferState>) => `/v1/transfers/${id}`;

@ApiTags('Accounts')
@Controller('v1/accounts/:id')
@Allow('customer', 'operator', 'service')
export class AccountLedgerController {
  constructor(private readonly queries: QueryBus) {}

  @Get('entries')
  @ApiOperation({ operationId: 'listEntries', summary: 'What moved on an account, newest first' })
  @ApiOkResponse({ standardSchema: entryPage })
  entries(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pageQuery }) page: z.output<typeof pageQuery>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new ListEntries(id, page, caller));
  }

  @Get('statement')
  @ApiOperation({
    operationId: 'getStatement',
    summary:
      'Opening balance, entries and closing balance of a period; as JSON, or as text/csv if Accept asks for it',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: statementView })
  async statement(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: statementQuery }) period: z.output<typeof statementQuery>,
    @Caller() caller: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const statement = await this.queries.execute(new GetStatement(id, period, caller));
    reply.header('Vary', 'Accept');
    if (preferred(reply.request.headers.accept, 'application/json', 'text/csv') === 'application/json')
      return statement;
    reply.type('text/csv; charset=utf-8; header=present');
    reply.header('Content-Disposition', `attachment; filename="statement-${id}.csv"`);
    return statementCsv(statement);
  }

  @Get('holds')
  @ApiOperation({ operationId: 'listHolds', summary: 'What is, or was, set aside on an account' })
  @ApiOkResponse({ standardSchema: holdPage })
  holds(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: holdFilter }) filter: z.output<typeof holdFilter>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new ListHolds(id, filter, caller));
  }
}

@ApiTags('Accounts')
@Controller('v1')
export class TransfersController {
  constructor(
    private readonly adjustments: Adjustments,
    private readonly queries: QueryBus,
  ) {}

  @Post('transfers')
  @Allow('customer', 'operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'transferFunds',
    summary: 'Move money between two accounts of one currency; a known transferId answers what it did',
  })
  @ApiCreatedResponse({ standardSchema: transferView })
  @ApiNotFoundResponse({ description: 'One of the accounts does not exist, or the first is not yours' })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 201, view: transferViewOf, location }))
  transfer(@Body({ schema: transferBody }) body: z.output<typeof transferBody>, @By() by: CommandContext) {
    return this.adjustments.transfer(body, by);
  }

  @Get('transfers/:id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getTransfer', summary: 'A transfer from or to an account of yours' })
  @ApiOkResponse({ standardSchema: transferView })
  @ReadReply()
  get(@Param('id', { schema: uuid }) id: string, @Caller() caller: Actor) {
    return this.queries.execute(new GetTransfer(id, caller));
  }

  @Get('ledger/trial-balance')
  @Allow('operator')
  @ApiOperation({
    operationId: 'getTrialBalance',
    summary: 'The ledger by kind of account and currency; each currency adds up to 0',
  })
  @ApiOkResponse({ standardSchema: trialBalance })
  trialBalance(@Query({ schema: trialBalanceQuery }) { asOf }: z.output<typeof trialBalanceQuery>) {
    return this.queries.execute(new GetTrialBalance(asOf));
  }
}

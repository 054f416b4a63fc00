import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow } from '../platform/http/access.js';
import { AwaitsModel } from '../platform/http/awaits-model.js';
import { preferred } from '../platform/http/media-type.js';
import { cancellations } from './cancellations.js';
import { customers } from './customers.js';
import { funnel } from './funnel.js';
import type { Period } from './period.js';
import { reportCsv } from './report.csv.js';
import { GetReport, type Report } from './report.js';
import { sales } from './sales.js';
import { stockTurnover } from './stock-turnover.js';
import { topProducts } from './top-products.js';

const FORMS = 'as JSON, or as text/csv if Accept asks for it';

@ApiTags('Analytics')
@Controller('v1/analytics')
@Allow('operator')
@ApiProduces('application/json', 'text/csv')
export class AnalyticsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('sales')
  @AwaitsModel(...sales.models)
  @ApiOperation({
    operationId: 'getSales',
    summary: `What was paid and given back, by interval and currency; ${FORMS}`,
  })
  @ApiOkResponse({ standardSchema: sales.view })
  sales(
    @Query({ schema: sales.filter }) filter: z.output<typeof sales.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(sales, filter, accept, reply);
  }

  @Get('funnel')
  @AwaitsModel(...funnel.models)
  @ApiOperation({
    operationId: 'getFunnel',
    summary: `How many orders came how far, and how long each step took; ${FORMS}`,
  })
  @ApiOkResponse({ standardSchema: funnel.view })
  funnel(
    @Query({ schema: funnel.filter }) filter: z.output<typeof funnel.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(funnel, filter, accept, reply);
  }

  @Get('top-products')
  @AwaitsModel(...topProducts.models)
  @ApiOperation({ operationId: 'getTopProducts', summary: `What sells best, in each currency; ${FORMS}` })
  @ApiOkResponse({ standardSchema: topProducts.view })
  topProducts(
    @Query({ schema: topProducts.filter }) filter: z.output<typeof topProducts.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(topProducts, filter, accept, reply);
  }

  @Get('cancellations')
  @AwaitsModel(...cancellations.models)
  @ApiOperation({
    operationId: 'getCancellations',
    summary: `Why orders were cancelled, and at which stage; ${FORMS}`,
  })
  @ApiOkResponse({ standardSchema: cancellations.view })
  cancellations(
    @Query({ schema: cancellations.filter }) filter: z.output<typeof cancellations.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(cancellations, filter, accept, reply);
  }

  @Get('stock-turnover')
  @AwaitsModel(...stockTurnover.models)
  @ApiOperation({
    operationId: 'getStockTurnover',
    summary: `What came and went of each SKU, and how often it turned over; ${FORMS}`,
  })
  @ApiOkResponse({ standardSchema: stockTurnover.view })
  stockTurnover(
    @Query({ schema: stockTurnover.filter }) filter: z.output<typeof stockTurnover.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(stockTurnover, filter, accept, reply);
  }

  @Get('customers')
  @AwaitsModel(...customers.models)
  @ApiOperation({
    operationId: 'getCustomerRanking',
    summary: `Who bought most, and who for the first time; ${FORMS}`,
  })
  @ApiOkResponse({ standardSchema: customers.view })
  customers(
    @Query({ schema: customers.filter }) filter: z.output<typeof customers.filter>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(customers, filter, accept, reply);
  }

  private async answer<Filter extends z.ZodType<Period>, Item extends z.ZodObject>(
    report: Report<Filter, Item>,
    filter: z.output<Filter>,
    accept: string | undefined,
    reply: FastifyReply,
  ) {
    const view = await this.queries.execute(new GetReport(report, filter));
    reply.header('Vary', 'Accept').header('As-Of-Position', String(view.asOfPosition));
    if (preferred(accept, 'application/json', 'text/csv') === 'application/json') return view;
    reply.type('text/csv; charset=utf-8; header=present');
    reply.header('Content-Disposition', `attachment; filename="${report.name}.csv"`);
    return reportCsv(Object.keys(report.item.shape), view.items);
  }
}

import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Rejection } from '../core/rejection.js';
import { Public } from '../http/access.js';
import { asyncApi } from './asyncapi.js';
import { QUESTIONS, type Question } from './asking.js';
import { consumptions } from './consumes.js';
import { contractPage } from './contract-page.js';
import { contractsOf, type Contract } from './contracts.js';
import { PUBLICATIONS, schemaPath, type Publication } from './publication.js';
import { topicPlan } from './topics.js';

const anyObject = { schema: { type: 'object', additionalProperties: true } } as const;
const name = z.string().regex(/^[a-z0-9.-]{1,120}$/);

/** What goes over topics, for programs and for people; the same whether Kafka is on or not. */
@ApiTags('System')
@Controller()
@Public()
export class ContractsController {
  private contracts: readonly Contract[] | undefined;

  constructor(
    @Inject(PUBLICATIONS) private readonly publications: readonly Publication[],
    @Inject(QUESTIONS) private readonly questions: readonly Question[],
  ) {}

  @Get('asyncapi.json')
  @ApiOperation({ operationId: 'getAsyncApi', summary: 'AsyncAPI 3 document of the Kafka topics' })
  @ApiOkResponse({ content: { 'application/json': anyObject } })
  asyncapi(): object {
    const topics = (direction: Contract['direction']) =>
      this.all()
        .filter((one) => one.direction === direction)
        .map(({ topic }) => topic);
    return asyncApi(this.all(), topicPlan(topics('out'), topics('in')));
  }

  @Get('asyncapi')
  @Header('content-type', 'text/html; charset=utf-8')
  @ApiExcludeEndpoint()
  page(): string {
    return contractPage(this.all());
  }

  @Get('contracts/:topic/:type')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({
    operationId: 'getContract',
    summary: 'JSON Schema of one kind of record, as named by ce_dataschema',
  })
  @ApiOkResponse({ content: { 'application/schema+json': anyObject } })
  schema(
    @Param('topic', { schema: name }) topic: string,
    @Param('type', { schema: name }) file: string,
  ): object {
    const wanted = schemaPath(topic, file.replace(/\.json$/, ''));
    const found = this.all().find(({ schema }) => schema.$id === wanted);
    if (!found) throw new Rejection('not-found', 'no such record is sent or read');
    return found.schema;
  }

  private all(): readonly Contract[] {
    return (this.contracts ??= contractsOf(this.publications, consumptions(), this.questions));
  }
}

import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Rejection } from '../core/rejection.js';
import { Public } from './access.js';
import { preferred } from './media-type.js';
import { pageOfProblem, pageOfProblems } from './problem-page.js';
import { ProblemCatalogue, type ProblemKind } from './problems.js';

const code = z.string().regex(/^[a-z0-9.-]{1,80}$/);

/** Where the `type` of every problem document leads: what it means and what to do, for people and for programs. */
@ApiTags('System')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  @Get()
  @Public()
  @Header('Vary', 'Accept')
  @ApiOperation({ operationId: 'listProblems', summary: 'Every problem this server can answer with' })
  all(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): object | string {
    const items = this.catalogue.all().map(([name, kind]) => shown(name, kind));
    if (!wantsPage(request)) return { items };
    reply.type('text/html; charset=utf-8');
    return pageOfProblems(items);
  }

  @Get(':code')
  @Public()
  @Header('Vary', 'Accept')
  @ApiOperation({ operationId: 'getProblem', summary: 'What a problem means, and how to fix it' })
  one(
    @Param('code', { schema: code }) name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): object | string {
    const kind = this.catalogue.find(name);
    if (!kind) throw new Rejection('not-found', 'this server has no such problem');
    const problem = shown(name, kind);
    if (!wantsPage(request)) return problem;
    reply.type('text/html; charset=utf-8');
    return pageOfProblem(problem);
  }
}

export type ShownProblem = ReturnType<typeof shown>;

const shown = (name: string, { status, title, fix, cause, retryable }: ProblemKind) => ({
  type: `/problems/${name}`,
  code: name,
  title,
  status,
  cause: cause ?? causeOf(status),
  fix,
  retryable: retryable === true,
  example: {
    type: `/problems/${name}`,
    title,
    status,
    detail: 'what was wrong with this very request',
    instance: '/v1/orders',
    code: name,
    requestId: '019a9f00-0000-7000-8000-000000000001',
  },
});

function causeOf(status: number): string {
  if (status === 404) return 'It does not exist, or it belongs to somebody else.';
  if (status === 409)
    return 'The request is right in itself, but does not fit the present state of the thing.';
  if (status >= 500) return 'The request is right; this server could not do it at this moment.';
  return 'Something about the request itself.';
}

const wantsPage = ({ headers }: FastifyRequest): boolean =>
  preferred(headers.accept, 'application/json', 'text/html') === 'text/html';

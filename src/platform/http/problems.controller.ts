import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Rejection } from '../core/rejection.js';
import { Public } from './access.js';
import { escape, page } from './html-page.js';
import { preferred } from './media-type.js';
import { ProblemCatalogue, type ProblemKind } from '../problems.js';

const code = z.string().regex(/^[a-z0-9.-]{1,80}$/);

const problemKind = z
  .object({
    type: z.string(),
    code: z.string().meta({ id: 'ProblemCode' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    cause: z.string(),
    fix: z.string(),
    retryable: z.boolean(),
    example: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ProblemKind' });
const problemKinds = z.object({ items: z.array(problemKind) });

/** Where the `type` of every problem document leads: what it means and what to do, for people and for programs. */
@ApiTags('System')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  @Get()
  @Public()
  @Header('Vary', 'Accept')
  @ApiOperation({ operationId: 'listProblems', summary: 'Every problem this server can answer with' })
  @ApiProduces('application/json', 'text/html')
  @ApiOkResponse({ standardSchema: problemKinds })
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
  @ApiProduces('application/json', 'text/html')
  @ApiOkResponse({ standardSchema: problemKind })
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

type ShownProblem = ReturnType<typeof shown>;

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

/** A problem as a page for people. */
const pageOfProblem = (problem: ShownProblem): string =>
  page(
    problem.title,
    `<p class="code">${problem.status} · <code>${escape(problem.code)}</code></p>
<h2>Why</h2><p>${escape(problem.cause)}</p>
<h2>What to do</h2><p>${escape(problem.fix)}</p>
<p>${problem.retryable ? 'Sending the same request again may work.' : 'Sending the same request again will not help.'}</p>
<h2>What it looks like</h2><pre>${escape(JSON.stringify(problem.example, null, 2))}</pre>
<p><a href="/problems">All problems</a></p>`,
  );

const pageOfProblems = (problems: readonly ShownProblem[]): string =>
  page('Problems', `<table><tr><th>Status<th>Code<th>Meaning</tr>${problems.map(rowOf).join('')}</table>`);

const rowOf = ({ status, type, code, title }: ShownProblem): string =>
  `<tr><td>${status}<td><a href="${escape(type)}"><code>${escape(code)}</code></a><td>${escape(title)}</tr>`;

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access.js';
import { nothingHere } from '../platform/http/route-table.js';
import { consoleIsServed } from '../platform/http/session-cookie.js';
import { Bundle, type Packed } from './bundle.js';

/** Files of this origin and nothing else: no inline script or style, and no text that becomes markup. */
const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The page at /console, at every address below it, and what it loads. */
@ApiExcludeController()
@Controller('console')
export class PagesController {
  constructor(
    private readonly bundle: Bundle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('assets/:name')
  @Public()
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.refuseUnlessServed();
    const { name } = request.params as { name: string };
    const file = await this.bundle.asset(name);
    if (!file) throw nothingHere();
    send(request, reply.header('Cache-Control', FOR_EVER), file);
  }

  /** Which screen it is, the page reads from its address. */
  @Get(['', '*'])
  @Public()
  async shell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.refuseUnlessServed();
    const shell = await this.bundle.page('index.html');
    send(request, reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', POLICY), shell);
  }

  private refuseUnlessServed(): void {
    if (!consoleIsServed(this.config)) throw nothingHere();
  }
}

function send({ headers }: FastifyRequest, reply: FastifyReply, { type, plain, br, gzip }: Packed): void {
  const known = { br, gzip, identity: plain };
  const offered = (['br', 'gzip', 'identity'] as const).filter((name) => known[name]);
  const accepted = { headers: { 'accept-encoding': headers['accept-encoding']?.slice(0, 200) } };
  const chosen = new Negotiator(accepted).encoding([...offered]) as (typeof offered)[number] | undefined;
  if (chosen && chosen !== 'identity') reply.header('Content-Encoding', chosen);
  reply
    .header('Vary', 'Accept-Encoding')
    .type(type)
    .send(known[chosen ?? 'identity']);
}

/** The topics as AsyncAPI's own component shows them. Who may see it: whoever may see the document. */
@ApiExcludeController()
@Controller('asyncapi')
@Public()
export class TopicsPageController {
  constructor(private readonly bundle: Bundle) {}

  @Get('explore')
  async explore(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(request, reply.header('Cache-Control', 'no-cache'), await this.bundle.page('asyncapi.html'));
  }

  @Get('assets/:name')
  async asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name } = request.params as { name: string };
    const file = await this.bundle.asset(name);
    if (!file) throw nothingHere();
    send(request, reply.header('Cache-Control', FOR_EVER), file);
  }
}

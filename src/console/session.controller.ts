import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../platform/config.js';
import { Rejection } from '../platform/core/rejection.js';
import { Public } from '../platform/http/access.js';
import { callerOf } from '../platform/http/caller.js';
import { demoSubjects, demoToken, mayBeAnybody } from '../platform/http/demo-identities.js';
import { Identification } from '../platform/http/identification.js';
import { nothingHere } from '../platform/http/route-table.js';
import {
  consoleIsServed,
  isFromOurPages,
  MAX_SESSION_TOKEN,
  sessionCookie,
} from '../platform/http/session-cookie.js';

const signInBody = z.union([
  z.strictObject({ token: z.string().trim().min(1).max(MAX_SESSION_TOKEN) }),
  z.strictObject({ demo: z.enum(['operator', 'service', 'customer']) }),
]);

/** Who somebody is, kept where no script can read it. */
@ApiExcludeController()
@Controller('console/session')
export class SessionController {
  constructor(
    private readonly identification: Identification,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Says so with 200 where nobody is signed in: to ask is no mistake. */
  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  session(@Req() request: FastifyRequest): object {
    if (!consoleIsServed(this.config)) throw nothingHere();
    const { caller } = request.call;
    const demo = mayBeAnybody(this.config, request.hostname);
    return caller ? { signedIn: true, demo, ...caller } : { signedIn: false, demo };
  }

  @Post()
  @Public()
  @HttpCode(200)
  async signIn(
    @Body({ schema: signInBody }) given: z.output<typeof signInBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    this.admit(request);
    const token = 'token' in given ? given.token : await this.demoToken(given.demo, request.hostname);
    // Whoever the request came from is not who signs in.
    delete request.call.caller;
    await this.identification.identify(request, `Bearer ${token}`);
    const caller = callerOf(request);
    reply.header('Set-Cookie', sessionCookie(request, token));
    return { signedIn: true, demo: mayBeAnybody(this.config, request.hostname), ...caller };
  }

  @Delete()
  @Public()
  @HttpCode(204)
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    this.admit(request);
    reply.header('Set-Cookie', sessionCookie(request, ''));
  }

  private admit(request: FastifyRequest): void {
    if (!consoleIsServed(this.config)) throw nothingHere();
    if (!isFromOurPages(request)) {
      throw new Rejection(
        'forbidden',
        'sessions begin and end on the page at /console, over https or on localhost',
      );
    }
  }

  private demoToken(role: 'operator' | 'service' | 'customer', hostname: string): Promise<string> {
    if (!mayBeAnybody(this.config, hostname)) throw nothingHere();
    return demoToken(this.config, role, demoSubjects[role]);
  }
}

import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access.js';
import {
  demoCustomerId,
  demoOtherCustomerId,
  demoToken,
  isDemo,
  mayBeAnybody,
} from '../platform/http/demo-identities.js';
import { nothingHere } from '../platform/http/route-table.js';
import { demoScript } from './demo-script.js';

/** What fills the start page; nothing of it exists unless there are demo identities. */
@ApiExcludeController()
@Controller('start')
export class WelcomeController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('demo.js')
  @Public()
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    if (!isDemo(this.config)) throw nothingHere();
    return demoScript;
  }

  /** Tokens of every role, so they are for who sits at this machine. */
  @Get('identities')
  @Public()
  @Header('Cache-Control', 'no-store')
  async identities(@Req() request: FastifyRequest): Promise<object> {
    if (!mayBeAnybody(this.config, request.hostname)) throw nothingHere();
    const token = (role: 'operator' | 'service' | 'customer', subject: string) =>
      demoToken(this.config, role, subject);
    return {
      customerId: demoCustomerId,
      kafka: this.config.KAFKA_BROKERS.join(', '),
      tokens: {
        operator: await token('operator', 'demo-operator'),
        service: await token('service', 'demo-service'),
        customer: await token('customer', demoCustomerId),
        otherCustomer: await token('customer', demoOtherCustomerId),
      },
    };
  }
}

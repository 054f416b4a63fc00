import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.js';
import { registry } from './counters.js';
import { ScrapedMetrics } from './scraped-metrics.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly scraped: ScrapedMetrics) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    await this.scraped.refresh();
    reply.type(registry.contentType);
    return registry.metrics();
  }
}

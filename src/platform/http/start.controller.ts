import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from './access.js';
import { page } from './html-page.js';
import { Pages } from './pages.js';

const link = (path: string, about: string): string =>
  `<li><a href="${path}"><code>${path}</code></a> ${about}</li>`;

/** Where the address of the banner leads. */
@ApiTags('System')
@Controller()
export class StartController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ operationId: 'getStartPage', summary: 'A page with the way to everything else' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  start(): string {
    const { docsArePublic, metricsArePublic } = this.pages;
    const links = [
      link('/health/ready', 'whether this instance can work'),
      ...(docsArePublic
        ? [
            link('/docs', 'the API, to read and to try'),
            link('/openapi.json', 'the same for programs'),
            link('/asyncapi', 'what goes over Kafka'),
            link('/problems', 'everything that can go wrong, and what to do'),
          ]
        : []),
      ...(metricsArePublic ? [link('/metrics', 'for Prometheus')] : []),
    ];
    return page('Waybill', `<ul>${links.join('\n')}</ul>`);
  }
}

import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../config.js';
import { Public } from './access.js';
import { isDemo } from './demo-identities.js';
import { page } from './html-page.js';
import { Pages } from './pages.js';
import { consoleIsServed } from './session-cookie.js';

const link = (path: string, about: string): string =>
  `<li><a href="${path}"><code>${path}</code></a> ${about}</li>`;

/** Where the address of the banner leads. */
@ApiTags('System')
@Controller()
export class StartController {
  constructor(
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ operationId: 'getStartPage', summary: 'A page with the way to everything else' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  start(): string {
    const health = link('/health/ready', 'whether this instance can work');
    if (this.config.NODE_ENV === 'production') return page('Waybill', `<ul>${health}</ul>`);
    const { docsArePublic, metricsArePublic } = this.pages;
    const links = [
      ...(consoleIsServed(this.config)
        ? [link('/console', 'what waits for operators, and every order')]
        : []),
      ...(docsArePublic
        ? [
            link('/docs', 'the API, to read and to try'),
            link('/openapi.json', 'the same for programs'),
            link('/asyncapi', 'what goes over Kafka'),
            link('/problems', 'everything that can go wrong, and what to do'),
          ]
        : []),
      ...(metricsArePublic ? [link('/metrics', 'for Prometheus')] : []),
      health,
    ];
    // What fills it is not the platform's: it knows orders.
    const demo = isDemo(this.config)
      ? '<main id="demo"></main><script type="module" src="/start/demo.js"></script>'
      : '';
    return page('Waybill', `<ul>${links.join('\n')}</ul>${demo}`);
  }
}

import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CONFIG, type Config } from '../config.js';
import { Public } from './access.js';
import { demoCustomerId, demoToken, isDemo } from './demo-identities.js';
import { nothingHere } from './route-table.js';

const preauthorize = `addEventListener('load', async () => {
  const reply = await fetch('/docs/demo-token');
  if (!reply.ok) return;
  const { token } = await reply.json();
  const bearer = { name: 'bearer', schema: { type: 'http', scheme: 'bearer' }, value: token };
  window.ui.authActions.authorize({ bearer });
});
`;

/** Fills a fresh demo token into Swagger UI; nothing of it exists unless AUTH_DEMO_TOKENS is on. */
@ApiExcludeController()
@Controller('docs')
export class DocsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('preauthorize.js')
  @Public()
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  script(): string {
    this.refuseUnlessDemo();
    return preauthorize;
  }

  @Get('demo-token')
  @Public()
  @Header('Cache-Control', 'no-store')
  async token(): Promise<object> {
    this.refuseUnlessDemo();
    return { token: await demoToken(this.config, 'customer', demoCustomerId), customerId: demoCustomerId };
  }

  private refuseUnlessDemo(): void {
    if (!isDemo(this.config)) throw nothingHere();
  }
}

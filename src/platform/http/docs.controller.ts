import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import type { Role } from '../core/actor.js';
import { Public } from './access.js';
import { demoCustomerId, demoSubjects, demoToken, isDemo, mayBeAnybody } from './demo-identities.js';
import { nothingHere } from './route-table.js';

/** Runs in the browser. Whoever does not sit at this machine is given the customer, and no choice. */
const preauthorize = `addEventListener('load', async () => {
  const asked = async (path) => {
    const reply = await fetch(path);
    return reply.ok ? reply.json() : undefined;
  };
  const act = (token) => window.ui.authActions.authorize({
    bearer: { name: 'bearer', schema: { type: 'http', scheme: 'bearer' }, value: token },
  });
  const one = await asked('/docs/demo-token');
  if (!one) return;
  act(one.token);
  const tokens = await asked('/docs/demo-tokens');
  if (!tokens) return;
  const label = document.createElement('label');
  const select = document.createElement('select');
  label.className = 'demo-role';
  label.append('Try it as ', select);
  for (const role of Object.keys(tokens)) select.add(new Option(role, role));
  select.addEventListener('change', () => act(tokens[select.value]));
  document.body.prepend(label);
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

  /** One for each role, the one that is filled in first: for who sits at this machine. */
  @Get('demo-tokens')
  @Public()
  @Header('Cache-Control', 'no-store')
  async tokens(@Req() { hostname }: FastifyRequest): Promise<object> {
    if (!mayBeAnybody(this.config, hostname)) throw nothingHere();
    const { customer, ...others } = demoSubjects;
    const roles = Object.entries({ customer, ...others }) as [Role, string][];
    const tokens = roles.map(async ([role, subject]) => [role, await demoToken(this.config, role, subject)]);
    return Object.fromEntries(await Promise.all(tokens)) as object;
  }

  private refuseUnlessDemo(): void {
    if (!isDemo(this.config)) throw nothingHere();
  }
}

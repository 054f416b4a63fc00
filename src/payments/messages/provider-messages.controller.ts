import type { IncomingHttpHeaders } from 'node:http';
import { Body, Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Rejection } from '../../platform/core/rejection.js';
import { text } from '../../platform/core/schemas.js';
import { Public } from '../../platform/http/access.js';
import { RawBody } from '../../platform/http/edge-config.js';
import { AlsoAnswers } from '../../platform/http/openapi/also-answers.js';
import { PROVIDERS, notSigned, type Provider } from './provider.js';
import { ProviderMessages } from './provider-messages.js';

const taken = z
  .object({
    messageId: z.string(),
    became: z.enum(['applied', 'nothing-to-do', 'refused', 'not-ours', 'repeated']),
  })
  .meta({ id: 'ProviderMessageTaken', examples: [{ messageId: 'evt_1', became: 'applied' }] });

/** Where those who move the money tell what became of it. Whoever they are is proved by their signature. */
@ApiTags('Payments')
@Controller('v1/payments/webhooks')
export class ProviderMessagesController {
  constructor(
    @Inject(PROVIDERS) private readonly providers: readonly Provider[],
    private readonly messages: ProviderMessages,
  ) {}

  @Post(':provider')
  @Public()
  @RawBody()
  @AlsoAnswers('payment.provider-not-found', 'payment.message-not-signed')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'receiveProviderMessage',
    summary: 'A message of a payment provider: `stripe`, or `simulated` where nothing is real',
    description:
      'Signed by the provider, at most five minutes ago. Each message has its effect once; what is not about a payment of ours is answered 200, too. 503: tell it again.',
  })
  @ApiBody({ schema: { type: 'object' }, description: "the provider's own form" })
  @ApiOkResponse({ standardSchema: taken })
  async take(
    @Param('provider', { schema: text(64) }) name: string,
    @Headers() headers: IncomingHttpHeaders,
    @Body() body: unknown,
  ): Promise<z.output<typeof taken>> {
    const provider = this.providers.find((one) => one.name === name);
    if (!provider)
      throw new Rejection('payment.provider-not-found', 'no provider of this name tells anything here');
    const message = provider.read(Buffer.isBuffer(body) ? body : notSigned(), headers);
    return { messageId: message.id, became: await this.messages.take(name, message) };
  }
}

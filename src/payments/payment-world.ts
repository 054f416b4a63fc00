import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { ExternalService } from '../platform/outside/external-service.js';
import { Parties } from '../platform/outside/parties.js';

/** Injection token of the one way, with deadline and breaker, in which this room asks its gateway. */
export const PAYMENT_WORLD = Symbol('PAYMENT_WORLD');

export const paymentWorld: Provider = {
  provide: PAYMENT_WORLD,
  inject: [CONFIG, Parties],
  useFactory: (config: Config, parties: Parties) =>
    parties.add(
      new ExternalService({
        name: 'payment-gateway',
        slots: config.GATEWAY_SLOTS,
        deadlineMs: config.GATEWAY_TIMEOUT_MS,
      }),
    ),
};

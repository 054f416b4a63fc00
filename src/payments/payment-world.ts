import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Outside } from '../platform/outside/outside.js';

/** Injection token of the one way, with deadline and breaker, in which this room asks its gateway. */
export const PAYMENT_WORLD = Symbol('PAYMENT_WORLD');

export const paymentWorld: Provider = {
  provide: PAYMENT_WORLD,
  inject: [CONFIG],
  useFactory: (config: Config) =>
    new Outside({ name: 'PaymentGateway', deadlineMs: config.GATEWAY_TIMEOUT_MS }),
};

import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { ExternalService } from '../platform/outside/external-service.js';
import { Parties } from '../platform/outside/parties.js';

/** Injection token of the one way, with deadline and breaker, in which this room asks its carrier. */
export const CARRIER_WORLD = Symbol('CARRIER_WORLD');

export const carrierWorld: Provider = {
  provide: CARRIER_WORLD,
  inject: [CONFIG, Parties],
  useFactory: (config: Config, parties: Parties) =>
    parties.add(
      new ExternalService({
        name: 'carrier',
        slots: config.CARRIER_SLOTS,
        deadlineMs: config.CARRIER_TIMEOUT_MS,
      }),
    ),
};

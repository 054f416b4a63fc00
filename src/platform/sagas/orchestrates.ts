import type { Provider } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { SagaTable } from '../core/saga-table.js';
import { Deciders } from '../event-store/deciders.js';
import { subscribes } from '../subscriptions/subscription.js';
import { SagaRegistry } from './saga-registry.js';
import { SagaReads, SagaSubscription } from './saga-subscription.js';
import { Saga } from './saga.js';

/**
 * A line of a room's module: makes a saga durable.
 *
 * @param table as it is today; it names the earlier versions that may still be running
 */
export function orchestrates(table: SagaTable<Config>): Provider {
  return subscribes({
    inject: [SagaRegistry, Deciders, SagaReads, CONFIG],
    useFactory: (sagas: SagaRegistry, deciders: Deciders, reads: SagaReads, config: Config) => {
      const saga = new Saga(table, config);
      sagas.add(saga);
      deciders.add(saga.decider);
      return new SagaSubscription(saga, reads);
    },
  });
}

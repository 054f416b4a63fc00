import type { InjectionToken, Provider } from '@nestjs/common';
import type { SagaTable } from '../core/saga-table.js';
import { Deciders } from '../event-store/deciders.js';
import { subscribes } from '../subscriptions/subscription.js';
import { SagaRegistry } from './saga-registry.js';
import { SagaReads, SagaSubscription } from './saga-subscription.js';
import { Saga } from './saga.js';

export interface SagaFactory<Context extends object> {
  readonly inject: readonly InjectionToken[];
  /** The table as it is today; it names the earlier versions that may still be running. */
  useFactory(...dependencies: never[]): SagaTable<Context>;
}

/** A line of a room's module: makes a saga's table durable. */
export function orchestrates<Context extends object>({ inject, useFactory }: SagaFactory<Context>): Provider {
  return subscribes({
    inject: [SagaRegistry, Deciders, SagaReads, ...inject],
    useFactory: (sagas: SagaRegistry, deciders: Deciders, reads: SagaReads, ...dependencies: never[]) => {
      const saga = new Saga(useFactory(...dependencies)) as unknown as Saga;
      sagas.add(saga);
      deciders.add(saga.decider);
      return new SagaSubscription(saga, reads);
    },
  });
}

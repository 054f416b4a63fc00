import { Logger, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivitiesModule } from '../activities/activities.module.js';
import { CONFIG } from '../config.js';
import type { EventClass } from '../core/event.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Database } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { EventStoreModule } from '../event-store/event-store.module.js';
import { OperatorLog } from '../ops/operator-log.js';
import { ParkedAdmin } from '../ops/parked-admin.js';
import { SubscriptionsAdmin } from '../ops/subscriptions-admin.js';
import { ReadModelsModule } from '../read-models/read-models.module.js';
import { CheckpointTracker } from '../subscriptions/checkpoint-tracker.js';
import { SubscriptionCoordinator } from '../subscriptions/subscription-coordinator.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { tally } from './tally.js';

export interface InstanceOptions {
  /** `subscribes(...)`, `projects(...)` */
  readonly providers: readonly Provider[];
  readonly entities?: readonly Type[];
  /** What its rooms declare; absent means the events of the tally. */
  readonly knows?: readonly EventClass[];
  readonly leaseSeconds?: number;
  readonly pollMs?: number;
}

/** A process of Waybill as far as the log, its subscriptions and read models go, on an existing test database. */
export interface Instance {
  readonly module: TestingModule;
  readonly store: AggregateStore;
  readonly database: Database;
  readonly log: EventLog;
  readonly progress: CheckpointTracker;
  readonly runner: SubscriptionCoordinator;
  readonly subscriptions: SubscriptionsAdmin;
  readonly parked: ParkedAdmin;
  /** As at SIGTERM. */
  stop(): Promise<void>;
}

@Module({})
class SettingsModule {}

const settings = ({ leaseSeconds = 1, pollMs = 50 }: InstanceOptions): DynamicModule => ({
  module: SettingsModule,
  global: true,
  providers: [
    {
      provide: CONFIG,
      useValue: {
        LEASE_SECONDS: leaseSeconds,
        SUBSCRIPTION_POLL_MS: pollMs,
        SNAPSHOT_EVERY: 100,
        PERSONAL_DATA_KEY: ['a key for specs alone'],
        WAYBILL_DATA_DIR: '/nowhere',
      },
    },
  ],
  exports: [CONFIG],
});

export async function startInstance(url: string, options: InstanceOptions): Promise<Instance> {
  const module = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url, poolSize: 12, entities: [...(options.entities ?? [])] }),
      settings(options),
      EventStoreModule,
      SubscriptionsModule,
      ReadModelsModule,
      ActivitiesModule.with(['subscriptions', 'rebuilds']),
    ],
    providers: [OperatorLog, ParkedAdmin, SubscriptionsAdmin, ...options.providers],
  }).compile();
  // What a spec breaks on purpose is complained about; the spec looks at what came of it.
  Logger.overrideLogger(false);
  module.get(EventRegistry).add(options.knows ?? tally.events);
  await module.init();
  return {
    module,
    store: module.get(AggregateStore),
    database: module.get(Database),
    log: module.get(EventLog),
    progress: module.get(CheckpointTracker),
    runner: module.get(SubscriptionCoordinator),
    subscriptions: module.get(SubscriptionsAdmin),
    parked: module.get(ParkedAdmin),
    stop: () => module.close(),
  };
}

import { Global, Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { ACTIVITIES, type Activity } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Calm } from './calm.js';
import { Delivery } from './delivery.js';
import { HeadWatch } from './head-watch.js';
import { Leases } from './leases.js';
import { LogReader } from './log-reader.js';
import { CheckpointTracker } from './checkpoint-tracker.js';
import { PACE, type Pace } from './pace.js';
import { ParkedDelivery } from './parked-delivery.js';
import { Parking } from './parking.js';
import { SubscriptionWorkers, SubscriptionCoordinator } from './subscription-coordinator.js';
import { SubscriptionRegistry } from './subscription.js';
import { LogNotifier } from './log-notifier.js';

const pace = (config: Config, activities: readonly Activity[]): Pace => ({
  owner: `${os.hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`,
  leaseMs: config.LEASE_SECONDS * 1_000,
  pollMs: config.SUBSCRIPTION_POLL_MS,
  takesPart: activities.includes('subscriptions'),
});

/** Durable subscriptions for every room: `subscribes(...)` in a room's module adds one. */
@Global()
@Module({
  providers: [
    Calm,
    Delivery,
    HeadWatch,
    SubscriptionWorkers,
    Leases,
    LogReader,
    CheckpointTracker,
    ParkedDelivery,
    Parking,
    SubscriptionCoordinator,
    SubscriptionRegistry,
    LogNotifier,
    { provide: PACE, inject: [CONFIG, ACTIVITIES], useFactory: pace },
  ],
  exports: [
    Calm,
    Leases,
    CheckpointTracker,
    PACE,
    SubscriptionCoordinator,
    SubscriptionRegistry,
    LogNotifier,
  ],
})
export class SubscriptionsModule {}

import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/event-store/database.js';
import { needsAttention } from '../platform/ops/attention.js';
import { registersProblems } from '../platform/problems.js';
import { retains } from '../platform/retention/retention.js';
import { subscribes } from '../platform/subscriptions/subscription.js';
import { problems } from './contract.js';
import { Deliveries } from './deliveries.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryQueue } from './delivery-queue.js';
import { Endpoints } from './endpoints.js';
import { EndpointsController } from './endpoints.controller.js';
import { heardEvents } from './heard-events.js';
import { Messages } from './messages.js';
import { PublishedTypes } from './published-types.js';
import { ResentRange } from './resent-range.js';
import { SecretBox } from './secrets.js';
import { DeliverySender } from './sender.js';
import { deliveryRetention, disabledEndpoints, exhaustedDeliveries } from './troubles.js';

@Module({
  controllers: [EndpointsController, DeliveriesController],
  providers: [
    PublishedTypes,
    SecretBox,
    Messages,
    DeliveryQueue,
    DeliverySender,
    Endpoints,
    Deliveries,
    ResentRange,
    subscribes({
      inject: [PublishedTypes, DeliverySender, CONFIG],
      useFactory: (types: PublishedTypes, sender: DeliverySender, config: Config) =>
        heardEvents(types, { keptDays: config.RETENTION_WEBHOOKS_DAYS, nudge: () => sender.nudge() }),
    }),
    needsAttention({ inject: [Database], useFactory: disabledEndpoints }),
    needsAttention({ inject: [Database], useFactory: exhaustedDeliveries }),
    retains(deliveryRetention),
    registersProblems(problems),
  ],
})
export class WebhooksModule {}

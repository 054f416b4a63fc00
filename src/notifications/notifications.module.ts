import { Module } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/event-store/database.js';
import { needsAttention } from '../platform/ops/attention.js';
import { registersProblems } from '../platform/problems.js';
import { retains } from '../platform/retention/retention.js';
import { subscribes } from '../platform/subscriptions/subscription.js';
import { Contacts, ForgetContactHandler, GetContactHandler } from './contacts.js';
import { ContactsController } from './contacts.controller.js';
import { problems } from './contract.js';
import { heardOccasions } from './heard-occasions.js';
import { Mailer } from './mailer.js';
import { Notifications, OrderNotificationsHandler } from './notifications.js';
import { NotificationsController } from './notifications.controller.js';
import { Outbox } from './outbox.js';
import { NotificationSender } from './sender.js';
import { failedNotifications, notificationRetention, waitingNotifications } from './troubles.js';

const HOUR_MS = 3_600_000;

@Module({
  controllers: [NotificationsController, ContactsController],
  providers: [
    Contacts,
    ForgetContactHandler,
    GetContactHandler,
    Mailer,
    Outbox,
    NotificationSender,
    Notifications,
    OrderNotificationsHandler,
    subscribes({
      inject: [QueryBus, Contacts, NotificationSender, CONFIG],
      useFactory: (queries: QueryBus, contacts: Contacts, sender: NotificationSender, config: Config) =>
        heardOccasions(queries, contacts, {
          maxAgeMs: config.NOTIFY_MAX_AGE_HOURS * HOUR_MS,
          nudge: () => sender.nudge(),
        }),
    }),
    needsAttention({ inject: [Database], useFactory: failedNotifications }),
    needsAttention({ inject: [Database], useFactory: waitingNotifications }),
    retains(notificationRetention),
    registersProblems(problems),
  ],
})
export class NotificationsModule {}

import { Global, Module } from '@nestjs/common';
import { CONFIG } from '../config.js';
import { Database } from '../event-store/database.js';
import { registersProblems } from '../problems.js';
import { SubscriptionRegistry } from '../subscriptions/subscription.js';
import { AttentionController } from './attention.controller.js';
import { AttentionWatch } from './attention-watch.js';
import { Attention, needsAttention } from './attention.js';
import {
  awaitedUpgrades,
  deadLetters,
  failedRebuilds,
  failingSubscriptions,
  lostCheckpoints,
  forgottenPauses,
  nobodyWorks,
  orphanedSubscriptions,
  parkedEvents,
  stuckSagas,
} from './attention-sources.js';
import { previewProblems } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import { problems } from './contract.js';
import { EventsController } from './events.controller.js';
import { OperatorLog } from './operator-log.js';
import { OverviewController } from './overview.controller.js';
import { Overview } from './overview.js';
import { ParkedAdmin } from './parked-admin.js';
import { ParkedController } from './parked.controller.js';
import { SearchController } from './search.controller.js';
import { Search } from './search.js';
import { StepsController } from './steps.controller.js';
import { SubscriptionsAdmin } from './subscriptions-admin.js';
import { SubscriptionsController } from './subscriptions.controller.js';

const sources = [
  parkedEvents,
  failingSubscriptions,
  lostCheckpoints,
  awaitedUpgrades,
  failedRebuilds,
  nobodyWorks,
  stuckSagas,
  deadLetters,
];

/** What operators see and do. Any module can add to the attention list with `needsAttention(...)`. */
@Global()
@Module({
  controllers: [
    AttentionController,
    EventsController,
    OverviewController,
    ParkedController,
    SearchController,
    StepsController,
    SubscriptionsController,
  ],
  providers: [
    Attention,
    AttentionWatch,
    OperatorLog,
    Overview,
    ParkedAdmin,
    Search,
    SubscriptionsAdmin,
    Previews,
    registersProblems(problems),
    registersProblems(previewProblems),
    ...sources.map((source) => needsAttention({ inject: [Database], useFactory: source })),
    needsAttention({ inject: [Database, CONFIG], useFactory: forgottenPauses }),
    needsAttention({ inject: [Database, SubscriptionRegistry], useFactory: orphanedSubscriptions }),
  ],
  exports: [Attention, OperatorLog, ParkedAdmin, Previews, Search, SubscriptionsAdmin],
})
export class OpsModule {}

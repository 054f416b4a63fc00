import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { ActivitiesModule } from './activities/activities.module.js';
import { type Activity, activitiesOfRole } from './activities/activity.js';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { BulkModule } from './bulk/bulk.module.js';
import { CONFIG, type Config } from './config.js';
import { LiveFeed } from './cqrs/live-feed.js';
import { LogTail } from './cqrs/log-tail.js';
import { EventStoreModule } from './event-store/event-store.module.js';
import { READ_ONLY, refuseStandby, sessionOn } from './event-store/sessions.js';
import { HttpModule } from './http/http.module.js';
import { MIGRATION_NAMES } from './http/health.controller.js';
import { InstallationModule } from './installation/installation.module.js';
import { McpModule } from './mcp/mcp.module.js';
import { OpsModule } from './ops/ops.module.js';
import { OutsideModule } from './outside/outside.module.js';
import { ReadModelsModule } from './read-models/read-models.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SagasModule } from './sagas/sagas.module.js';
import { SealsModule } from './seals/seals.module.js';
import { SnapshotsModule } from './snapshots/snapshots.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';
import { VerificationModule } from './verification/verification.module.js';

/** What a process does with its database. */
export interface ProcessDoes {
  readonly activities: readonly Activity[];
  /** False: its sessions cannot. */
  readonly writes: boolean;
}

/** An instance that listens for callers. */
const instanceOf = ({ ROLE }: Config): ProcessDoes => ({ activities: activitiesOfRole[ROLE], writes: true });

/** What every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  /**
   * @param config checked settings
   * @param migrationNames every migration of this program, for readiness
   * @param does what this process does with the database; what its role says unless told otherwise
   */
  static with(config: Config, migrationNames: readonly string[], does = instanceOf(config)): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot(databaseOf(config, does.writes)),
        CqrsModule.forRoot(),
        EventStoreModule,
        SubscriptionsModule,
        ReadModelsModule,
        OutsideModule,
        SagasModule,
        HttpModule,
        McpModule,
        OpsModule,
        ApprovalsModule,
        BulkModule,
        ReconciliationModule,
        RetentionModule,
        SealsModule,
        SnapshotsModule,
        TelemetryModule,
        InstallationModule,
        VerificationModule,
        ActivitiesModule.with(does.activities),
      ],
      providers: [
        LiveFeed,
        LogTail,
        { provide: CONFIG, useValue: config },
        { provide: MIGRATION_NAMES, useValue: migrationNames },
      ],
      exports: [CONFIG, LogTail, MIGRATION_NAMES],
    };
  }
}

/** Every wait has an end, and the server's comes before the client's, so that the answer is a verdict. */
const databaseOf = (config: Config, writes: boolean): TypeOrmModuleOptions => ({
  type: 'postgres',
  url: config.DATABASE_URL,
  poolSize: config.DB_POOL_SIZE,
  autoLoadEntities: true,
  retryAttempts: 1,
  extra: {
    ...sessionOn(config.DATABASE_URL, {
      name: 'waybill',
      queryTimeoutMs: 7_000,
      ...(!writes && { settings: READ_ONLY }),
    }),
    ...(writes && { verify: refuseStandby }),
  },
});

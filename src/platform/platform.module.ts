import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { CONFIG, type Config } from './config.js';
import { LiveFeed } from './cqrs/live-feed.js';
import { EventStoreModule } from './event-store/event-store.module.js';
import { HttpModule } from './http/http.module.js';
import { MIGRATION_NAMES } from './http/health.controller.js';
import { OpsModule } from './ops/ops.module.js';
import { ReadModelsModule } from './read-models/read-models.module.js';
import { SagasModule } from './sagas/sagas.module.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';

/** What every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  /**
   * @param config checked settings
   * @param migrationNames every migration of this program, for readiness
   */
  static with(config: Config, migrationNames: readonly string[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot(databaseOf(config)),
        CqrsModule.forRoot(),
        EventStoreModule,
        SubscriptionsModule,
        ReadModelsModule,
        SagasModule,
        HttpModule,
        OpsModule,
        TelemetryModule,
      ],
      providers: [
        LiveFeed,
        { provide: CONFIG, useValue: config },
        { provide: MIGRATION_NAMES, useValue: migrationNames },
      ],
      exports: [CONFIG, MIGRATION_NAMES],
    };
  }
}

/** Every wait has an end, and the server's comes before the client's, so that the answer is a verdict. */
const databaseOf = (config: Config): TypeOrmModuleOptions => ({
  type: 'postgres',
  url: config.DATABASE_URL,
  poolSize: config.DB_POOL_SIZE,
  applicationName: 'waybill',
  autoLoadEntities: true,
  retryAttempts: 1,
  extra: {
    connectionTimeoutMillis: 2_000,
    query_timeout: 7_000,
    keepAlive: true,
    options: '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000',
  },
});

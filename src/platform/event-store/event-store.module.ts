import { Global, Module } from '@nestjs/common';
import { ArchivedData } from '../archive/archived-data.js';
import { Archiver } from '../archive/archiver.js';
import { ReadyOrders } from '../archive/ready-orders.js';
import { ARCHIVE_DIR, archiveDir, SegmentFolder } from '../archive/segment-folder.js';
import { Segments } from '../archive/segments.js';
import { CONFIG, type Config } from '../config.js';
import { AggregateStore } from './aggregate-store.js';
import { GroupCommitter } from './group-committer.js';
import { Database } from './database.js';
import { Deciders } from './deciders.js';
import { EventLog } from './event-log.js';
import { EventRegistry } from './event-registry.js';
import { LogSignal } from './log-signal.js';
import { LogTail } from './log-tail.js';
import { ClearText } from '../personal-data/clear-text.js';
import { PersonalData } from '../personal-data/personal-data.js';
import { PersonalKeys } from '../personal-data/personal-keys.js';
import { Snapshots } from './snapshots.js';
import { SNAPSHOT_EVERY, StreamLoader } from './stream-loader.js';
import { StreamRows } from './stream-rows.js';
import { UnitRules } from './unit-rules.js';

const services = [
  AggregateStore,
  ArchivedData,
  Archiver,
  ReadyOrders,
  SegmentFolder,
  Segments,
  GroupCommitter,
  Database,
  Deciders,
  EventLog,
  EventRegistry,
  LogSignal,
  LogTail,
  ClearText,
  PersonalData,
  PersonalKeys,
  Snapshots,
  StreamLoader,
  StreamRows,
  UnitRules,
];

/** The event store for every room. Needs a TypeORM DataSource and CONFIG. */
@Global()
@Module({
  providers: [
    ...services,
    { provide: SNAPSHOT_EVERY, inject: [CONFIG], useFactory: (config: Config) => config.SNAPSHOT_EVERY },
    { provide: ARCHIVE_DIR, inject: [CONFIG], useFactory: archiveDir },
  ],
  exports: [...services, SNAPSHOT_EVERY, ARCHIVE_DIR],
})
export class EventStoreModule {}

import { Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Decider } from '../core/decider.js';
import type { DomainEvent, EventClass } from '../core/event.js';
import { ArchivedData } from '../archive/archived-data.js';
import { ARCHIVE_DIR, SegmentFolder } from '../archive/segment-folder.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { GroupCommitter } from '../event-store/group-committer.js';
import { Database } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { LogSignal } from '../event-store/log-signal.js';
import { LogTail } from '../event-store/log-tail.js';
import { Snapshots, type Loaded } from '../event-store/snapshots.js';
import { SNAPSHOT_EVERY, StreamLoader } from '../event-store/stream-loader.js';
import { StreamRows } from '../event-store/stream-rows.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import { testDatabase } from './database.js';

const services = [
  AggregateStore,
  GroupCommitter,
  Database,
  EventLog,
  EventRegistry,
  LogSignal,
  LogTail,
  ArchivedData,
  SegmentFolder,
  Snapshots,
  StreamLoader,
  StreamRows,
];

export interface TestStore {
  readonly url: string;
  readonly aggregates: AggregateStore;
  readonly committer: GroupCommitter;
  readonly loader: StreamLoader;
  readonly rows: StreamRows;
  readonly log: EventLog;
  readonly tail: LogTail;
  readonly database: Database;
  readonly registry: EventRegistry;
  close(): Promise<void>;
}

/**
 * An event store on a database of its own, or a second "process" on the database of another.
 *
 * @param deciders whose events it shall know
 * @param archive where the segments of its archive lie
 * @param url of an existing test database; absent makes one, which close() drops
 */
export async function testStore(
  deciders: readonly { readonly events: readonly EventClass[] }[],
  url?: string,
  archive = '/nowhere',
): Promise<TestStore> {
  const own = url ? undefined : await testDatabase();
  const database = url ?? own!.url;
  const module = await Test.createTestingModule({
    imports: [TypeOrmModule.forRoot({ type: 'postgres', url: database, poolSize: 5 })],
    providers: [
      ...services,
      { provide: SNAPSHOT_EVERY, useValue: 10 },
      { provide: ARCHIVE_DIR, useValue: archive },
    ],
  }).compile();
  // What a spec breaks on purpose is complained about; the spec looks at what came of it.
  Logger.overrideLogger(false);
  await module.init();
  const registry = module.get(EventRegistry);
  for (const { events } of deciders) registry.add(events);
  return {
    url: database,
    aggregates: module.get(AggregateStore),
    committer: module.get(GroupCommitter),
    loader: module.get(StreamLoader),
    rows: module.get(StreamRows),
    log: module.get(EventLog),
    tail: module.get(LogTail),
    database: module.get(Database),
    registry,
    close: async () => {
      await module.close();
      await own?.drop();
    },
  };
}

/** A command that is decided on several streams, as its handler does it. */
export const changed = <State, Event extends DomainEvent, IdKey extends string, Command>(
  aggregates: AggregateStore,
  decider: Decider<State, Event, IdKey>,
  work: (unit: UnitOfWork, command: Command) => Promise<Loaded<State>>,
  command: Command & { readonly data: Readonly<Record<NoInfer<IdKey>, string>>; readonly by: CommandContext },
): Promise<Written<State>> =>
  aggregates.change(decider, command.data[decider.idKey], command.by, (unit) => work(unit, command));

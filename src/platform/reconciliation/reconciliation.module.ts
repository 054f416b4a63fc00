import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { needsAttention } from '../ops/attention.js';
import { fromRows } from '../ops/attention-sources.js';
import { Comparisons } from './comparison.js';
import { Reconciler } from './reconciler.js';
import { ReconciliationStore } from './reconciliation-store.js';

/** What has been under way for so long is none of that any more. */
const differences = (database: Database) =>
  fromRows(
    database,
    `select d.name || ':' || d.object as id, 'difference' as kind, d.object,
       d.name || ': ' || d.ours || '; ' || d.theirs as detail, d.first_seen as since
     from platform.reconciliation_differences d
     where d.shown_at <= clock_timestamp()`,
    () => [],
  );

/** Compares books with each other: `reconciles(...)` in a room's module adds a pair. */
@Global()
@Module({
  providers: [
    Comparisons,
    Reconciler,
    ReconciliationStore,
    needsAttention({ inject: [Database], useFactory: differences }),
  ],
  exports: [Comparisons, Reconciler],
})
export class ReconciliationModule {}

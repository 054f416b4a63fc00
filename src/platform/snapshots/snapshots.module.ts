import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { registersProblems } from '../problems.js';
import { needsAttention } from '../ops/attention.js';
import { CUTOFF, removal } from '../retention/retention.js';
import { retains } from '../retention/retention.js';
import { failedSnapshotRebuilds } from './attention-source.js';
import { problems } from './contract.js';
import { LongStreams } from './long-streams.js';
import { outgrownSnapshots } from './outgrown.js';
import { SnapshotRebuilder } from './snapshot-rebuilder.js';
import { SnapshotRebuilds } from './snapshot-rebuilds.js';
import { SnapshotsController } from './snapshots.controller.js';

/** Snapshots where they are missing, for every decider that the rooms declare. */
@Global()
@Module({
  controllers: [SnapshotsController],
  providers: [
    LongStreams,
    SnapshotRebuilder,
    SnapshotRebuilds,
    registersProblems(problems),
    needsAttention({ inject: [Database], useFactory: failedSnapshotRebuilds }),
    retains(outgrownSnapshots),
    retains({
      name: 'platform.snapshot_rebuilds',
      days: (config) => config.RETENTION_REBUILDS_DAYS,
      remove: removal('platform.snapshot_rebuilds', `r.finished_at < ${CUTOFF}`),
      oldest: 'select min(finished_at) as oldest from platform.snapshot_rebuilds',
    }),
  ],
  exports: [SnapshotRebuilder, SnapshotRebuilds],
})
export class SnapshotsModule {}

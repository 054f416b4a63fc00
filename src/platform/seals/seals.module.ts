import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { needsAttention } from '../ops/attention.js';
import { fromRows } from '../ops/attention-sources.js';
import { ChainCheck } from './chain-check.js';
import { ChainVerification } from './chain-verification.js';
import { SealStore } from './seal-store.js';
import { Sealer } from './sealer.js';

const brokenSeals = (database: Database) =>
  fromRows(
    database,
    `select 'chain' as id, 'broken-seal' as kind, coalesce(s.broken->>'stream', 'seal ' || (s.broken->>'seal')) as object,
       'history is not what was sealed (' || (s.broken->>'kind') || ', seal ' || (s.broken->>'seal')
         || coalesce(', position ' || (s.broken->>'position'), '') || '): ' || (s.broken->>'what')
         || '; npm run cli -- verify --chain names all of it' as detail,
       s.broken_since as since
     from platform.sealing s where s.broken is not null
     union all
     select a.name, 'seals-not-kept', a.name, a.error, a.failing_since
     from platform.seal_anchors a where a.failing_since < clock_timestamp() - interval '10 seconds'`,
    () => [],
  );

/** Whether history is still what it was: seals over the log, kept outside as well. */
@Global()
@Module({
  providers: [
    ChainCheck,
    ChainVerification,
    SealStore,
    Sealer,
    needsAttention({ inject: [Database], useFactory: brokenSeals }),
  ],
  exports: [ChainCheck, ChainVerification, Sealer, SealStore],
})
export class SealsModule {}

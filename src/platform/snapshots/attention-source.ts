import type { Database } from '../event-store/database.js';
import { fromRows } from '../ops/attention-sources.js';
import type { AttentionSource } from '../ops/attention.js';

/** Of the newest: that it failed, that nobody carries it on, or that there are streams which cannot be folded. */
export const failedSnapshotRebuilds = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select r.id::text, 'rebuild' as kind, 'snapshots' as object,
       case r.state when 'running' then 'it stands still: no instance works on it'
         when 'failed' then r.error
         else r.skipped || ' streams cannot be folded, the last of them ' || coalesce(r.error, '') end as detail,
       coalesce(r.finished_at, r.updated_at) as since
     from (select * from platform.snapshot_rebuilds order by requested_at desc, id desc limit 1) r
     where r.state = 'failed'
       or (r.state = 'running' and greatest(r.lease_until, r.updated_at) < clock_timestamp() - interval '2 minutes')
       or (r.state = 'done' and r.skipped > 0)`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/ops/snapshots/rebuilds/${id}` },
      { rel: 'rebuild', method: 'POST', href: '/v1/ops/snapshots/rebuild' },
    ],
  );

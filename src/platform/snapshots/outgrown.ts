import { CUTOFF, type RetentionPolicy } from '../retention/retention.js';

/**
 * Shapes that have had a successor for as long, and that nobody has stored for as long: neither this program nor an
 * older one beside it. Looked up from kind to kind, so that the cost is that of the kinds and not of the snapshots.
 */
const OUTGROWN = `
  with recursive kinds as (
    (select split_part(stream_id, '-', 1) as category, shape from platform.snapshots
     order by split_part(stream_id, '-', 1), shape limit 1)
    union all
    (select next.category, next.shape from kinds cross join lateral (
       select split_part(s.stream_id, '-', 1) as category, s.shape from platform.snapshots s
       where (split_part(s.stream_id, '-', 1), s.shape) > (kinds.category, kinds.shape)
       order by split_part(s.stream_id, '-', 1), s.shape limit 1) next)),
  spans as (
    select category, shape, first.stored_at as first, last.stored_at as last from kinds
    cross join lateral (
      select stored_at from platform.snapshots s where split_part(s.stream_id, '-', 1) = category and s.shape = kinds.shape
      order by split_part(s.stream_id, '-', 1), s.shape, stored_at limit 1) first
    cross join lateral (
      select stored_at from platform.snapshots s where split_part(s.stream_id, '-', 1) = category and s.shape = kinds.shape
      order by split_part(s.stream_id, '-', 1) desc, s.shape desc, stored_at desc limit 1) last),
  outgrown as (
    select older.* from spans older
    where exists (select from spans newer where newer.category = older.category and newer.shape > older.shape))`;

/** Snapshots that no program reads any more. Those of the shape of today stay: they also answer for the past. */
export const outgrownSnapshots: RetentionPolicy = {
  name: 'platform.snapshots',
  days: (config) => config.RETENTION_SNAPSHOTS_DAYS,
  remove: `
    ${OUTGROWN}
    delete from platform.snapshots where ctid = any (array(
      select r.ctid from outgrown o
      join platform.snapshots r on split_part(r.stream_id, '-', 1) = o.category and r.shape = o.shape
      where o.last < ${CUTOFF} and (
        select min(newer.first) from spans newer
        where newer.category = o.category and newer.shape > o.shape) < ${CUTOFF}
      limit $2 for update of r skip locked))
    returning 1`,
  oldest: `${OUTGROWN} select min(first) as oldest from outgrown`,
};

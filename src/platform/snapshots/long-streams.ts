import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { Deciders } from '../event-store/deciders.js';
import { SNAPSHOT_EVERY } from '../event-store/stream-loader.js';

/** A stream whose next load would fold more events than lie between two snapshots. */
export interface LongStream {
  readonly category: string;
  readonly id: string;
  readonly name: string;
  /** So many events lie behind its newest fitting snapshot. */
  readonly events: number;
}

interface Page {
  readonly streams: readonly LongStream[];
  /** All streams up to this one have been looked at. */
  readonly upTo: string;
}

/** So many streams are looked at by one query, each by a few probes of an index. */
const AT_ONCE = 1_000;

/** From name to name, so that the cost is that of the number of streams and not of events. */
const NEXT = `
  with recursive streams as (
    (select stream_id, 1 as n from platform.events where stream_id > $1 order by stream_id limit 1)
    union all
    (select next.stream_id, n + 1 from streams
     cross join lateral (
       select e.stream_id from platform.events e where e.stream_id > streams.stream_id
       order by e.stream_id limit 1) next
     where n < $4)),
  long as (
    select s.n, s.stream_id as name, d.category, substr(s.stream_id, length(d.category) + 2) as id,
      newest.version - coalesce(kept.version, 0) as events
    from streams s
    join json_to_recordset($2::json) as d(category text, shape int) on d.category = split_part(s.stream_id, '-', 1)
    cross join lateral (
      select version from platform.events e where e.stream_id = s.stream_id order by version desc limit 1) newest
    left join lateral (
      select version from platform.snapshots k
      where k.stream_id = s.stream_id and k.shape = d.shape and exists (
        select from platform.events e
        where e.stream_id = k.stream_id and e.version = k.version and e.event_id = k.event_id)
      order by version desc limit 1) kept on true
    where newest.version - coalesce(kept.version, 0) > $3)
  select (select stream_id from streams order by n desc limit 1) as "upTo",
    (select coalesce(json_agg(json_build_object('category', category, 'id', id, 'name', name, 'events', events)
       order by n), '[]') from long) as streams`;

/** Finds the streams that have no fitting snapshot where one is due. */
@Injectable()
export class LongStreams {
  constructor(
    private readonly database: Database,
    private readonly deciders: Deciders,
    @Inject(SNAPSHOT_EVERY) private readonly every: number,
  ) {}

  /** Page by page, in the order of their names. @param after a stream's name; empty for all */
  async *pages(after: string): AsyncGenerator<Page> {
    const shapes = JSON.stringify(this.deciders.all().map(({ category, shape }) => ({ category, shape })));
    for (let last = after; ;) {
      const [page] = await this.database.query<Page | { upTo: null }>(NEXT, [
        last,
        shapes,
        this.every,
        AT_ONCE,
      ]);
      if (page!.upTo === null) return;
      yield page as Page;
      last = page!.upTo;
    }
  }
}

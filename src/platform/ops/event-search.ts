import { EVENT_COLUMNS } from '../event-store/event-registry.js';

export interface EventFilter {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  /** RFC 3339, by the time of recording: inclusive. */
  readonly from?: string | undefined;
  /** Exclusive. */
  readonly to?: string | undefined;
}

/** The last event that was looked at; everything before it is still to come. */
export interface Before {
  readonly position: number;
  readonly version: number;
}

export interface Search {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** Whether a row may be one that was only looked at. */
  readonly matches: (row: { readonly type: string }) => boolean;
}

/** Where two filters have no index in common, a page looks at so many events of the narrower one and no more. */
const LOOKED_AT = 1_000;

/**
 * The statement for one page, newest first. What bounds it is part of an index, and compared as a row together with the
 * order, so that whatever the planner believes about a type it cannot choose to walk the log instead.
 */
export function searchFor(filter: EventFilter, before: Before | undefined, limit: number): Search {
  const { stream, type, from = null, to = null } = filter;
  const all = () => true;
  if (stream !== undefined && type !== undefined) {
    const params = [stream, before?.version ?? null, from, to, LOOKED_AT];
    return { sql: OF_STREAM, params, matches: (row) => row.type === type };
  }
  if (stream !== undefined) {
    return { sql: OF_STREAM, params: [stream, before?.version ?? null, from, to, limit], matches: all };
  }
  if (type !== undefined) {
    return { sql: OF_TYPE, params: [type, before?.position ?? null, from, to, limit], matches: all };
  }
  return { sql: OF_LOG, params: [before?.position ?? null, from, to, limit], matches: all };
}

const OF_STREAM = `
  select ${EVENT_COLUMNS} from platform.events
  where (stream_id, version) >= ($1::text, case when $3::timestamptz is null then 1 else platform.version_since($1, $3) end)
    and (stream_id, version) < ($1::text,
      least($2::int, case when $4::timestamptz is null then 2147483647 else platform.version_since($1, $4) end))
  order by stream_id desc, version desc limit $5`;

const OF_TYPE = `
  select ${EVENT_COLUMNS} from platform.events
  where (type, position) >= ($1::text, case when $3::timestamptz is null then 0 else platform.position_at($3) end)
    and (type, position) < ($1::text, least($2::bigint,
      case when $4::timestamptz is null then 9223372036854775807 else platform.position_at($4) end))
  order by type desc, position desc limit $5`;

const OF_LOG = `
  select ${EVENT_COLUMNS} from platform.events
  where position >= case when $2::timestamptz is null then 0 else platform.position_at($2) end
    and position < least($1::bigint,
      case when $3::timestamptz is null then 9223372036854775807 else platform.position_at($3) end)
  order by position desc limit $4`;

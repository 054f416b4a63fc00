import type { Database } from './database.js';
import { EVENT_COLUMNS, type EventRow } from './event-registry.js';
import type { Entry } from './recorded.js';

export interface PageBounds {
  /** At most so many events ... */
  readonly limit: number;
  /** ... and no more after the one that fills so many bytes. */
  readonly bytes: number;
  /** Inclusive upper bound of positions. */
  readonly upTo?: number;
  /** Events to leave out, up to the version named; absent means none. */
  readonly except?: readonly { readonly type: string; readonly version: number }[];
  /** Names of the only events wanted; absent means all. */
  readonly only?: readonly string[];
  /** Committed events that the reader has already, in order: they come as they are, and are not read. */
  readonly own?: readonly Entry[];
}

/** How far the log goes at the moment of reading. */
export interface HeadRow {
  readonly head: number | null;
  readonly headId: string | null;
  /** The event that now stands where the newest one stood that was ever seen. */
  readonly newestId: string | null;
}

interface LogRow extends HeadRow {
  /** How many events there are within the limit, whether or not there is room for them. */
  readonly found: number | null;
  /** The event that now stands where the last one stood that the reader has already. */
  readonly ownId: string | null;
}

interface PlainLog extends LogRow {
  readonly fits: boolean;
  readonly bytes: number;
}

/** Events column by column, which are made and parsed in less time than many rows; null when there are none. */
type Columns = { readonly [Column in keyof EventRow]: readonly EventRow[Column][] };
type PlainRow = { readonly log: PlainLog } & (Columns | { readonly position: null });
type MeasuredRow = LogRow & ((EventRow & { readonly bytes: number }) | { readonly position: null });

const LOG = `
  select h.position as head, h.event_id as "headId",
    (select event_id from platform.events where position = $6) as "newestId",
    (select event_id from platform.events where position = $10) as "ownId"
  from (select 1) one left join lateral (
    select position, event_id from platform.events order by position desc limit 1) h on true`;

const ASKED = `position > $1 and position <= $2 and not position <@ $9::int8multirange
  and (type <> all ($3) or schema_version > ($8::smallint[])[array_position($3::text[], type)])
  and ($7::text[] is null or type = any ($7))`;

const COLUMNS: readonly (keyof EventRow)[] = [
  ...(['position', 'stream_id', 'version', 'event_id', 'command_id', 'type', 'schema_version'] as const),
  ...(['data', 'archived_in', 'metadata', 'occurred_at', 'recorded_at'] as const),
];

/**
 * The page as it is when there is surely room for all of it, which is nearly always: what is not compressed takes what
 * it says. Otherwise it comes without events.
 */
const PLAIN = `
  with sized as materialized (
    select count(*) as found, coalesce(sum(500 + coalesce(archived_bytes, pg_column_size(data))), 0) as bytes,
      count(pg_column_compression(data)) > 0 as zipped
    from (select data, archived_bytes from platform.events where ${ASKED} order by position limit $4) asked),
  log as materialized (
    select l.*, s.found, s.bytes, s.bytes <= $5 and not s.zipped as fits from (${LOG}) l, sized s)
  select row_to_json(log) as log, e.*
  from log, (
    select ${COLUMNS.map((name) => `json_agg(${name} order by position) as ${name}`).join(', ')}
    from (select ${EVENT_COLUMNS} from platform.events
      where (select fits from log) and ${ASKED} order by position limit $4) asked) e`;

/**
 * Sizes are summed up as they are stored first, so that nothing is read that the page has no room for; what is
 * compressed counts sixteenfold there, and is measured where that was too little. One statement is one snapshot:
 * events and head belong together.
 */
const MEASURED = `
  select log.head, log."headId", log."newestId", log."ownId", e.*
  from (${LOG}) log
  left join (
    select ${EVENT_COLUMNS}, bytes, found from (
      select *, sum(bytes) over (order by position rows unbounded preceding) - bytes as before
      from (
        select *, case when zipped then 500 + octet_length(data::text) else stored end as bytes
        from (
          select *, count(*) over () as found, sum(case when zipped then 16 * stored else stored end)
            over (order by position rows between unbounded preceding and 1 preceding) as before_it
          from (
            select ${EVENT_COLUMNS}, 500 + coalesce(archived_bytes, pg_column_size(data)) as stored,
              pg_column_compression(data) is not null as zipped
            from platform.events where ${ASKED} order by position limit $4) asked) guessed
        where coalesce(before_it, 0) < $5) measured) summed
    where before < $5) e on true
  order by e.position`;

export interface PageRows {
  readonly log: LogRow;
  readonly rows: readonly EventRow[];
  /** About what they take. */
  readonly bytes: number;
}

/**
 * The events of a page and the end of the log, seen in the same moment.
 *
 * @param newest the position of the newest event that was ever seen
 */
export async function pageRows(
  database: Pick<Database, 'query'>,
  after: number,
  newest: number,
  { limit, bytes, upTo = Number.MAX_SAFE_INTEGER, except = [], only, own = [] }: PageBounds,
): Promise<PageRows> {
  const params = [
    ...[after, upTo, except.map(({ type }) => type), limit, bytes],
    ...[newest, only ?? null, except.map(({ version }) => version)],
    ...[stretchesOf(own), own.at(-1)?.position ?? 0],
  ];
  const [row] = await database.query<PlainRow>(PLAIN, params);
  const { log } = row!;
  if (!log.fits) return measured(await database.query<MeasuredRow>(MEASURED, params));
  return { log, rows: row!.position === null ? [] : rowsOf(row!), bytes: log.bytes };
}

const rowsOf = (columns: Columns): EventRow[] =>
  columns.position.map((position, n) => ({
    position,
    stream_id: columns.stream_id[n]!,
    version: columns.version[n]!,
    event_id: columns.event_id[n]!,
    command_id: columns.command_id[n]!,
    type: columns.type[n]!,
    schema_version: columns.schema_version[n]!,
    data: columns.data[n]!,
    archived_in: columns.archived_in[n]!,
    metadata: columns.metadata[n]!,
    occurred_at: columns.occurred_at[n]!,
    recorded_at: columns.recorded_at[n]!,
  }));

function measured(rows: readonly MeasuredRow[]): PageRows {
  const events = rows.filter(isEvent);
  return { log: rows[0]!, rows: events, bytes: events.reduce((sum, row) => sum + row.bytes, 0) };
}

const isEvent = (row: MeasuredRow): row is Extract<MeasuredRow, EventRow> => row.position !== null;

/** Positions in a row, as the text of a multirange. */
function stretchesOf(events: readonly Entry[]): string {
  const stretches: [number, number][] = [];
  for (const { position } of events) {
    const last = stretches.at(-1);
    if (last?.[1] === position - 1) last[1] = position;
    else stretches.push([position, position]);
  }
  return `{${stretches.map(([first, last]) => `[${first},${last}]`).join(',')}}`;
}

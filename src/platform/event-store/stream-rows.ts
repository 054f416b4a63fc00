import { Injectable } from '@nestjs/common';
import { ArchivedData, type Stub } from '../archive/archived-data.js';
import { Database } from './database.js';
import { EVENT_BYTES } from './event-registry.js';
import { Gathered } from './gathered.js';

/** An event as far as it is folded. */
export interface FoldRow extends Stub {
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: string;
}

/** How far a stream has been read. */
export interface LastRow {
  readonly position: number;
  readonly version: number;
  readonly event_id: string;
  readonly occurred_at: string;
}

/** Which rows of a stream: from its newest snapshot of this shape up to this version. */
export interface Wanted {
  readonly stream: string;
  readonly shape: number;
  readonly upTo: number;
}

/** The next part of a stream, in order of versions. */
export interface FoldRows {
  /** Of the snapshot that stands for all events before these; null without one. */
  readonly state: unknown;
  readonly events: readonly FoldRow[];
  /** Absent when there is neither. */
  readonly last: LastRow | undefined;
  /** Whether there may be more. */
  readonly isMore: boolean;
}

/** Events column by column: a text for each column is made, sent and taken apart in half the time of many rows. */
interface Part extends LastRow {
  readonly state: unknown;
  readonly types: readonly string[] | null;
  readonly versions: readonly number[];
  /** With commas between them. */
  readonly times: string;
  /** JSON. */
  readonly data: string;
  readonly positions: readonly number[];
  readonly segments: readonly (number | null)[];
  readonly isCut: boolean;
}

type SharedRow = FoldRow &
  LastRow & { readonly state: unknown; readonly asked: number; readonly fits: boolean };

/** So many events are read first, by everybody who asks ... */
const FIRST = 1_000;
/** ... so many by each statement of the one who reads on ... */
const NEXT = 2_000;
/** ... and no more events after the one that fills so many bytes. */
const AT_ONCE_BYTES = 8 * 2 ** 20;
/** Where several streams share a statement, what is longer than this, or comes after so many bytes, is asked for alone. */
const SHARED_ROWS = 100;
const SHARED_BYTES = 2 * 2 ** 20;

/** The columns of a FoldRow and LastRow that is an event. */
export const FOLDED =
  'position, version, event_id, occurred_at::text as occurred_at, type, schema_version, data, archived_in';

const SNAPSHOT_BYTES =
  '500 + pg_column_size(state) * case when pg_column_compression(state) is null then 1 else 16 end';

type Names = Readonly<Record<keyof Wanted, string>>;

/** A snapshot counts only while the log knows the event it was made of. */
const snapshotOf = ({ stream, shape, upTo }: Names): string => `
  select * from platform.snapshots s
  where stream_id = ${stream} and shape = ${shape} and version <= ${upTo} and exists (
    select from platform.events e
    where e.stream_id = s.stream_id and e.version = s.version and e.event_id = s.event_id)
  order by version desc limit 1`;

const asked = (columns: string, after: string, upTo: string, limit = '$4'): string => `
  select ${columns} from platform.events
  where stream_id = $1 and version > ${after} and version <= ${upTo} order by version limit ${limit}`;

/**
 * Sizes are summed up as they are stored, so that nothing is read that there is no room for; event by event only where
 * there is not room for all. With the limit as a constant it would be planned anew for each short stream, which takes
 * longer than reading it.
 */
const part = (after: string): string => `
  with sized as materialized (
    select count(*) as found, coalesce(sum(bytes), 0) < ${AT_ONCE_BYTES} as fits
    from (${asked(`${EVENT_BYTES} as bytes`, after, '$3', '$4 + 1')}) sizes),
  bounds as materialized (
    select found > $4 or not fits as "isCut", case when fits then $3 else (
      select max(version) from (
        select version, bytes, sum(bytes) over (order by version rows unbounded preceding) as total
        from (${asked(`version, ${EVENT_BYTES} as bytes`, after, '$3')}) sizes) summed
      where total - bytes < ${AT_ONCE_BYTES}) end as up_to
    from sized)
  select json_agg(type order by version) as types, json_agg(schema_version order by version) as versions,
    string_agg(occurred_at::text, ',' order by version) as times,
    '[' || string_agg(coalesce(data::text, 'null'), ',' order by version) || ']' as data,
    json_agg(position order by version) as positions, json_agg(archived_in order by version) as segments,
    max(version) as version, (select "isCut" from bounds) as "isCut"
  from (${asked('*', after, '(select up_to from bounds)')}) fitting`;

const PART = 'part.types, part.versions, part.times, part.data, part.positions, part.segments, part."isCut"';

const ONE = `
  with snapshot as (${snapshotOf({ stream: '$1', shape: '$2', upTo: '$3' })}),
  part as (${part('coalesce((select version from snapshot), 0)')})
  select s.state, e.position, e.version, e.event_id, e.occurred_at::text as occurred_at, ${PART}
  from part left join snapshot s on true
  left join platform.events e on e.stream_id = $1 and e.version = coalesce(part.version, s.version)`;

const ON = `
  select null as state, e.position, e.version, e.event_id, e.occurred_at::text as occurred_at, ${PART}
  from (${part('$2')}) part left join platform.events e on e.stream_id = $1 and e.version = part.version`;

const OF_WANTED: Names = { stream: 'wanted.stream', shape: 'wanted.shape', upTo: 'wanted.up_to' };
const SHARED = `
  with snapshot as (${snapshotOf(OF_WANTED)})
  select position, version, event_id, occurred_at::text as occurred_at, '' as type, 1 as schema_version, null::json as data,
    null::int as archived_in, state,
    ${SNAPSHOT_BYTES} as bytes
  from snapshot
  union all
  (select ${FOLDED}, null, ${EVENT_BYTES} from platform.events
   where stream_id = wanted.stream and version > coalesce((select version from snapshot), 0)
     and version <= wanted.up_to
   order by version limit $4)
  order by version`;

/** What does not fit comes without its data, so that nothing large is read in vain. */
const SEVERAL = `
  select asked, fits, position, version, event_id, occurred_at, type, schema_version,
    case when fits then data end as data, case when fits then archived_in end as archived_in, case when fits then state end as state
  from (
    select *, sum(bytes) over (order by asked, version) <= $5 as fits
    from unnest($1::text[], $2::int[], $3::int[]) with ordinality as wanted(stream, shape, up_to, asked)
    cross join lateral (${SHARED}) own) sized
  order by asked, version`;

/** Reads what is folded. Streams asked for at the same moment come by one statement. */
@Injectable()
export class StreamRows {
  private readonly gathered = new Gathered<Wanted, FoldRows | undefined>((wanted) => this.together(wanted));

  constructor(
    private readonly database: Database,
    private readonly archive: ArchivedData,
  ) {}

  /** From the newest snapshot on, or from the beginning. */
  async of(wanted: Wanted): Promise<FoldRows> {
    return (await this.gathered.ask(wanted)) ?? this.alone(wanted);
  }

  /** @param after exclusive */
  async after(stream: string, after: number, upTo: number): Promise<FoldRows> {
    const [part] = await this.database.prepared<Part>('load-stream-on', ON, [stream, after, upTo, NEXT]);
    return this.filled(rowsOf(part!));
  }

  private async alone({ stream, shape, upTo }: Wanted): Promise<FoldRows> {
    const [part] = await this.database.prepared<Part>('load-stream', ONE, [stream, shape, upTo, FIRST]);
    return this.filled(rowsOf(part!));
  }

  private async filled(rows: FoldRows): Promise<FoldRows> {
    return { ...rows, events: await this.archive.fill(rows.events) };
  }

  /** Undefined for a stream that is too long, or too large, to share a statement with others. */
  private async together(wanted: readonly Wanted[]): Promise<(FoldRows | undefined)[]> {
    if (wanted.length === 1) return [await this.alone(wanted[0]!)];
    const rows = await this.database.prepared<SharedRow>('load-several', SEVERAL, [
      wanted.map(({ stream }) => stream),
      wanted.map(({ shape }) => shape),
      wanted.map(({ upTo }) => upTo),
      SHARED_ROWS + 1,
      SHARED_BYTES,
    ]);
    const found: SharedRow[][] = wanted.map(() => []);
    for (const row of await this.archive.fill(rows)) found[row.asked - 1]!.push(row);
    return found.map((rows) => {
      if (rows.length > SHARED_ROWS || rows.some(({ fits }) => !fits)) return undefined;
      const state = rows[0]?.state ?? null;
      return { state, events: state === null ? rows : rows.slice(1), last: rows.at(-1), isMore: false };
    });
  }
}

function rowsOf(part: Part): FoldRows {
  const { state, types, versions, times, data, positions, segments, isCut, ...last } = part;
  if (types === null)
    return { state, events: [], last: last.version === null ? undefined : last, isMore: isCut };
  const contents = JSON.parse(data) as (object | null)[];
  const happened = times.split(',');
  const events = types.map((type, n) => {
    const place = { position: positions[n]!, data: contents[n]!, archived_in: segments[n]! };
    return { type, schema_version: versions[n]!, occurred_at: happened[n]!, ...place };
  });
  return { state, events, last, isMore: isCut };
}

import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { EVENT_BYTES } from './event-registry.js';
import { Gathered } from './gathered.js';

/** What is folded: an event, or the snapshot that stands for all events up to it. */
export interface FoldRow {
  readonly position: number;
  readonly version: number;
  readonly event_id: string;
  readonly occurred_at: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: object | null;
  /** Of a snapshot; null for an event. */
  readonly state: unknown;
}

/** Which rows of a stream: from its newest snapshot of this shape up to this version. */
export interface Wanted {
  readonly stream: string;
  readonly shape: number;
  readonly upTo: number;
}

/** The next part of a stream, in order of versions. */
export interface FoldRows {
  readonly rows: readonly FoldRow[];
  /** Whether there may be more. */
  readonly isMore: boolean;
}

type CutRow = FoldRow & { readonly isFull: true | null };
type SharedRow = FoldRow & { readonly asked: number; readonly fits: boolean };

/** So many rows are read by one statement ... */
const AT_ONCE = 500;
/** ... and no more events after the one that fills so many bytes. */
const AT_ONCE_BYTES = 8 * 2 ** 20;
/** Where several streams share a statement, what is longer than this, or comes after so many bytes, is asked for alone. */
const SHARED_ROWS = 100;
const SHARED_BYTES = 2 * 2 ** 20;

/** The columns of a FoldRow that is an event. */
export const FOLDED =
  'position, version, event_id, occurred_at::text as occurred_at, type, schema_version, data';

const SNAPSHOT_BYTES =
  '500 + pg_column_size(state) * case when pg_column_compression(state) is null then 1 else 16 end';

type Names = Readonly<Record<keyof Wanted, string>>;

/** A snapshot counts only while the log knows the event it was made of. */
const rowsOf = ({ stream, shape, upTo }: Names, snapshotBytes: string): string => `
  with snapshot as (
    select * from platform.snapshots s
    where stream_id = ${stream} and shape = ${shape} and version <= ${upTo} and exists (
      select from platform.events e
      where e.stream_id = s.stream_id and e.version = s.version and e.event_id = s.event_id)
    order by version desc limit 1)
  select position, version, event_id, occurred_at::text as occurred_at, '' as type, 1 as schema_version, null::json as data, state,
    ${snapshotBytes} as bytes
  from snapshot
  union all
  (select ${FOLDED}, null, ${EVENT_BYTES} from platform.events
   where stream_id = ${stream} and version > coalesce((select version from snapshot), 0) and version <= ${upTo}
   order by version limit $4)
  order by version`;

/** Sizes are summed up as they are stored, so that nothing is read that there is no room for. */
const cut = (rows: string): string => `
  select position, version, event_id, occurred_at, type, schema_version, data, state,
    nullif(total >= ${AT_ONCE_BYTES}, false) as "isFull"
  from (select *, sum(bytes) over (order by version) as total from (${rows}) sized) summed
  where total - bytes < ${AT_ONCE_BYTES} order by version`;

const ONE = cut(rowsOf({ stream: '$1', shape: '$2', upTo: '$3' }, '0'));

/** What does not fit comes without its data, so that nothing large is read in vain. */
const SEVERAL = `
  select asked, fits, position, version, event_id, occurred_at, type, schema_version,
    case when fits then data end as data, case when fits then state end as state
  from (
    select *, sum(bytes) over (order by asked, version) <= $5 as fits
    from unnest($1::text[], $2::int[], $3::int[]) with ordinality as wanted(stream, shape, up_to, asked)
    cross join lateral (${rowsOf({ stream: 'wanted.stream', shape: 'wanted.shape', upTo: 'wanted.up_to' }, SNAPSHOT_BYTES)}) own) sized
  order by asked, version`;

const ON = cut(`
  select ${FOLDED}, null as state, ${EVENT_BYTES} as bytes from platform.events
  where stream_id = $1 and version > $2 and version <= $3 order by version limit ${AT_ONCE}`);

/** Reads what is folded. Streams asked for at the same moment come by one statement. */
@Injectable()
export class StreamRows {
  private readonly gathered = new Gathered<Wanted, FoldRows | undefined>((wanted) => this.together(wanted));

  constructor(private readonly database: Database) {}

  /** From the newest snapshot on, or from the beginning. */
  async of(wanted: Wanted): Promise<FoldRows> {
    return (await this.gathered.ask(wanted)) ?? this.alone(wanted);
  }

  /** @param after exclusive */
  async after(stream: string, after: number, upTo: number): Promise<FoldRows> {
    return bounded(await this.database.prepared<CutRow>('load-stream-on', ON, [stream, after, upTo]));
  }

  private async alone({ stream, shape, upTo }: Wanted): Promise<FoldRows> {
    const params = [stream, shape, upTo, AT_ONCE];
    return bounded(await this.database.prepared<CutRow>('load-stream', ONE, params));
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
    for (const row of rows) found[row.asked - 1]!.push(row);
    return found.map((rows) => {
      const isWhole = rows.length <= SHARED_ROWS && rows.every(({ fits }) => fits);
      return isWhole ? { rows, isMore: false } : undefined;
    });
  }
}

const bounded = (rows: readonly CutRow[]): FoldRows => ({
  rows,
  isMore: rows.length >= AT_ONCE || rows.at(-1)?.isFull === true,
});

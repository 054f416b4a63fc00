import type { Stub } from '../archive/archived-data.js';
import { EVENT_BYTES } from '../event-store/event-registry.js';
import type { Look } from './look.js';

/** An event as far as it is checked. */
export interface WalkedEvent extends Stub {
  readonly stream_id: string;
  readonly version: number;
  readonly occurred_at: string;
  readonly type: string;
  readonly schema_version: number;
}

export interface KeptState {
  readonly stream_id: string;
  readonly version: number;
  readonly shape: number;
  readonly position: number;
  readonly occurred_at: string;
  readonly state: unknown;
}

const EVENTS = 2_000;
const BYTES = 8 * 2 ** 20;

const PAGE = `
  select stream_id, version, position, occurred_at::text as occurred_at, type, schema_version, data, archived_in
  from (
    select *, sum(bytes) over (order by stream_id, version rows unbounded preceding) as total
    from (
      select *, ${EVENT_BYTES} as bytes from platform.events
      where (stream_id, version) > ($1, $2) and ($3::text is null or stream_id = $3)
      order by stream_id, version limit ${EVENTS}) sized) summed
  where total - bytes < ${BYTES} order by stream_id, version`;

/** The log stream by stream, as much of it as there is room for. */
export const nextEvents = (
  look: Look,
  after: Pick<WalkedEvent, 'stream_id' | 'version'>,
  only: string | null,
): Promise<WalkedEvent[]> => look.query<WalkedEvent>(PAGE, [after.stream_id, after.version, only]);

/** The snapshots of a stretch of the walk. */
export const snapshotsOf = (look: Look, first: WalkedEvent, last: WalkedEvent): Promise<KeptState[]> =>
  look.query<KeptState>(
    `select stream_id, version, shape, position, occurred_at::text as occurred_at, state from platform.snapshots
     where (stream_id, version) >= ($1, $2) and (stream_id, version) <= ($3, $4)`,
    [first.stream_id, first.version, last.stream_id, last.version],
  );

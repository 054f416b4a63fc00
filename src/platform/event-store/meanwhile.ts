import { Rejection } from '../core/rejection.js';
import type { ExpectedVersion } from '../cqrs/expected-version.js';
import type { Database } from './database.js';

/** An event that came after what somebody has seen. */
export interface Meanwhile {
  readonly type: string;
  readonly version: number;
  /** In the log; what `Event-Position` and `Min-Event-Position` count. */
  readonly position: number;
  readonly actor: string;
  readonly occurredAt: string;
}

const AT_MOST = 20;

/** @returns what happened to a stream after a version, oldest first; of very much only the beginning */
export const eventsSince = (database: Database, stream: string, version: number): Promise<Meanwhile[]> =>
  database.query<Meanwhile>(
    `select type, version, position, metadata->>'actor' as actor,
       to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"
     from platform.events where stream_id = $1 and version > $2 order by version limit ${AT_MOST}`,
    [stream, version],
  );

/**
 * @param expected what the caller had seen
 * @returns the error as it is, or, of a stale If-Match, with `eventsSince`: whoever comes second learns what the first did
 */
export async function withEventsSince(
  error: unknown,
  database: Database,
  stream: string,
  expected: ExpectedVersion | undefined,
): Promise<unknown> {
  const [seen] = [expected].flat();
  const isStale = error instanceof Rejection && error.code === 'precondition-failed';
  if (!isStale || typeof seen !== 'number' || error.extensions?.['eventsSince']) return error;
  const since = await eventsSince(database, stream, seen);
  return new Rejection(error.code, error.message, { ...error.extensions, eventsSince: since });
}

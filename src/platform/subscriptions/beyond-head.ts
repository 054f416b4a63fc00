import type { Transaction } from '../event-store/database.js';

/** Checkpoints that stand where the log has never been: it was restored, or has lost its last part. */
type Asks = Pick<Transaction, 'query'>;

export async function isBeyondHead(tx: Asks, name: string): Promise<boolean> {
  const rows = await tx.query(
    `select from platform.subscriptions s where s.name = $1
       and (s.state = 'beyond-head' or s.position > (select coalesce(max(position), 0) from platform.events))`,
    [name],
  );
  return rows.length > 0;
}

/**
 * Puts a checkpoint that was found beyond the head back to the last event that was recorded before it got there: what
 * has been appended since the loss is not skipped. What waits for events that are gone is given up.
 *
 * @returns where it stands now; undefined when it was not beyond the head
 */
export async function rewind(tx: Asks, name: string): Promise<number | undefined> {
  const [row] = await tx.query<{ position: number }>(
    `update platform.subscriptions s
     set position = least(s.position, coalesce((select e.position from platform.events e
         where e.recorded_at <= s.moved_at order by e.position desc limit 1), 0)),
       state = 'running', fence = fence + 1, owner = null, lease_until = null,
       last_error = null, failing_since = null, updated_at = clock_timestamp()
     where s.name = $1
       and (s.state = 'beyond-head' or s.position > (select coalesce(max(position), 0) from platform.events))
     returning s.position`,
    [name],
  );
  if (!row) return undefined;
  await tx.query(
    `update platform.parked p set state = 'resolved', resolution = 'gone', resolved_at = clock_timestamp()
     where p.subscription = $1 and p.resolved_at is null and not exists (
       select from platform.events e where e.position = p.position and e.event_id = p.event_id)`,
    [name],
  );
  return row.position;
}

import { derivedId } from '../platform/core/ids.js';
import type { Recorded } from '../platform/event-store/recorded.js';

/** An event for an endpoint, before it is a delivery. */
export interface Addressed {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly position: number;
  readonly type: string;
  readonly sequence: string;
}

/** @param type as it is published */
export const addressed = (endpointId: string, recorded: Recorded, type: string): Addressed => ({
  delivery_id: derivedId(recorded.id, endpointId),
  endpoint_id: endpointId,
  event_id: recorded.id,
  position: recorded.position,
  type,
  sequence: recorded.stream,
});

const GIVEN = `
  given as (
    select * from json_to_recordset($1::json) as r(delivery_id uuid, endpoint_id uuid, event_id uuid, position bigint,
      type text, sequence text))`;

/** Whoever disables or deletes an endpoint waits for this, or is seen by it. */
const STILL_ENABLED = `
    select g.delivery_id, g.endpoint_id, g.event_id, g.position, g.type, g.sequence
    from given g join webhooks.endpoints e using (endpoint_id) where e.state = 'enabled'
    order by g.position, g.endpoint_id for share of e`;

/** In the order of their keys, so that two of them never wait for each other. */
const QUEUED = `
  queued as (
    insert into webhooks.queues as q (endpoint_id, sequence, pending)
    select endpoint_id, sequence, count(*) from added group by endpoint_id, sequence order by endpoint_id, sequence
    on conflict (endpoint_id, sequence) do update set pending = q.pending + excluded.pending`;

/** Parts of a `with`: what is new of the events in $1 waits for its turn. */
export const ADD = `${GIVEN},
  added as (
    insert into webhooks.deliveries (delivery_id, endpoint_id, event_id, position, type, sequence)
    ${STILL_ENABLED}
    on conflict do nothing returning endpoint_id, sequence),
  ${QUEUED})`;

/** The same for an operator: what has ended waits again, and is tried at once. $2: what was delivered, too. */
export const ADD_AGAIN = `with ${GIVEN},
  added as (
    insert into webhooks.deliveries as d (delivery_id, endpoint_id, event_id, position, type, sequence)
    ${STILL_ENABLED}
    on conflict (endpoint_id, event_id) do update
      set state = 'pending', failures = 0, ended_at = null
      where d.state in ('failed', 'discarded') or (d.state = 'delivered' and $2)
    returning endpoint_id, sequence),
  ${QUEUED}, due_at = least(q.due_at, clock_timestamp()))
  select count(*)::int as queued from added`;

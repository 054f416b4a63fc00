import type { DeliveryView } from './contract.js';

/** A row of webhooks.deliveries, as far as it is shown. */
export interface DeliveryRow {
  readonly id: string;
  readonly number: number;
  readonly endpointId: string;
  readonly endpointState: string;
  readonly eventId: string;
  readonly position: number | null;
  readonly type: string;
  readonly sequence: string;
  readonly state: DeliveryView['state'];
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  /** Of its queue: the first of it is tried then. */
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** The columns, and where they are from. */
export const DELIVERY_COLUMNS = `d.delivery_id as id, d.number, d.endpoint_id as "endpointId", e.state as "endpointState",
  d.event_id as "eventId", d.position, d.type, d.sequence, d.state, d.attempts, d.last_status as "lastStatus",
  d.last_error as "lastError", q.due_at as "dueAt", d.created_at as "createdAt", d.ended_at as "endedAt"
  from webhooks.deliveries d
  join webhooks.endpoints e on e.endpoint_id = d.endpoint_id and e.state <> 'deleted'
  left join webhooks.queues q on q.endpoint_id = d.endpoint_id and q.sequence = d.sequence and d.state = 'pending'`;

export const viewOf = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  endpointId: row.endpointId,
  eventId: row.eventId,
  eventType: row.type,
  subject: row.sequence,
  ...(row.position !== null && { position: row.position }),
  state: row.state,
  attempts: row.attempts,
  ...(row.lastStatus !== null && { lastStatus: row.lastStatus }),
  ...(row.lastError !== null && { lastError: row.lastError }),
  ...(row.dueAt !== null && { nextAttemptAt: row.dueAt.toISOString() }),
  createdAt: row.createdAt.toISOString(),
  ...(row.endedAt !== null && { endedAt: row.endedAt.toISOString() }),
});

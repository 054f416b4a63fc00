export type Role = 'customer' | 'operator' | 'service';

/** Who acts: a caller with a role, or Waybill itself (sagas, timers). For a customer `id` is the customerId. */
export interface Actor {
  readonly role: Role | 'system';
  readonly id: string;
}

/** `customer:018f...`, as written to the audit trail. */
export const actorName = (actor: Actor): string => `${actor.role}:${actor.id}`;

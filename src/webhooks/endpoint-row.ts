/** A row of webhooks.endpoints, as far as it is shown. */
export interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: string[];
  readonly description: string | null;
  readonly state: 'enabled' | 'disabled' | 'deleted';
  readonly disabledReason: string | null;
  readonly previousUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export const COLUMNS = `endpoint_id as id, url, event_types as "eventTypes", description, state,
  disabled_reason as "disabledReason", previous_until as "previousUntil", created_at as "createdAt",
  updated_at as "updatedAt", version`;

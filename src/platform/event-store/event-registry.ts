import { Injectable } from '@nestjs/common';
import { NewerEvent, upcast, type DomainEvent, type EventClass } from '../core/event.js';
import { isoTime } from './iso-time.js';
import type { Entry, EventMetadata, Recorded } from './recorded.js';

/** A row of platform.events as the driver delivers it. */
export interface EventRow {
  position: number;
  stream_id: string;
  version: number;
  event_id: string;
  command_id: string;
  type: string;
  schema_version: number;
  /** Null where it lies in a file: see ArchivedData. */
  data: object | null;
  archived_in: number | null;
  metadata: EventMetadata;
  /** As the server writes an instant. */
  occurred_at: string;
  recorded_at: string;
}

interface Stored {
  readonly type: string;
  readonly schema_version: number;
  readonly data: object | null;
}

/** The columns of an EventRow; a constant, so that statements stay constants. */
export const EVENT_COLUMNS = `position, stream_id, version, event_id, command_id, type, schema_version, data, archived_in, metadata,
  occurred_at::text as occurred_at, recorded_at::text as recorded_at`;

/** About what the data takes in memory, told without reading it: JSON is hardly compressed more than sixteenfold. */
export const EVENT_BYTES = `500 + coalesce(archived_bytes,
  pg_column_size(data) * case when pg_column_compression(data) is null then 1 else 16 end)`;

/** Which class stands behind a stored name. Deciders and subscriptions make their events known here. */
@Injectable()
export class EventRegistry {
  private readonly classes = new Map<string, EventClass>();

  /** @throws Error when two classes claim one storage name */
  add(classes: readonly EventClass[]): void {
    for (const declared of classes) {
      const known = this.classes.get(declared.type);
      if (known && known !== declared) throw new Error(`two event classes are named ${declared.type}`);
      this.classes.set(declared.type, declared);
    }
  }

  all(): readonly EventClass[] {
    return [...this.classes.values()];
  }

  /** Whether an event of this type and version can be lifted. */
  knows(type: string, version: number): boolean {
    return version <= (this.classes.get(type)?.version ?? 0);
  }

  /** The version that its data is lifted to. */
  newest(type: string): number | undefined {
    return this.classes.get(type)?.version;
  }

  /**
   * Lifts a row to the newest version of its event.
   *
   * @throws NewerEvent for a name or a version that no loaded room declares
   */
  lift(row: EventRow): Recorded {
    return recorded(row, this.event(row));
  }

  /** The event alone. @throws NewerEvent */
  event({ type, schema_version: version, data }: Stored): DomainEvent {
    const declared = this.classes.get(type);
    if (!declared) throw new NewerEvent(type, version);
    if (data === null) throw new Error(`the data of ${type} was not read: it lies in the archive`);
    return upcast(declared, version, data);
  }

  /** The same for readers of the whole log, whom one event must not stop. */
  read(row: EventRow): Entry {
    if (row.data === null) return this.lift(row);
    try {
      return this.lift(row);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      return { ...recorded(row, { type: row.type, data: row.data }), problem };
    }
  }
}

const recorded = (row: EventRow, event: DomainEvent): Recorded => ({
  position: row.position,
  stream: row.stream_id,
  version: row.version,
  id: row.event_id,
  commandId: row.command_id,
  schemaVersion: row.schema_version,
  event,
  metadata: row.metadata,
  occurredAt: isoTime(row.occurred_at),
  recordedAt: isoTime(row.recorded_at),
});

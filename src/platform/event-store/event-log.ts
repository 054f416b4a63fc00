import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { EVENT_COLUMNS, EventRegistry, type EventRow } from './event-registry.js';
import { LogSignal } from './log-signal.js';
import type { Recorded } from './recorded.js';

/** A stretch of one stream; versions count from 1 and both ends are included. */
export interface Stretch {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** Reading the log. A position that has been seen is final: nothing ever appears at or below it later. */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly registry: EventRegistry,
    private readonly signal: LogSignal,
  ) {}

  /**
   * @param position exclusive lower bound
   * @param limit at most this many events
   * @param types only these event names; absent means all
   * @param upTo inclusive upper bound
   */
  async readAfter(
    position: number,
    limit: number,
    types?: readonly string[],
    upTo: number = Number.MAX_SAFE_INTEGER,
  ): Promise<Recorded[]> {
    const rows = types
      ? await this.database.query<EventRow>(
          `select ${EVENT_COLUMNS} from platform.events
           where position > $1 and position <= $2 and type = any ($3) order by position limit $4`,
          [position, upTo, types, limit],
        )
      : await this.database.query<EventRow>(
          `select ${EVENT_COLUMNS} from platform.events
           where position > $1 and position <= $2 order by position limit $3`,
          [position, upTo, limit],
        );
    return rows.map((row) => this.registry.lift(row));
  }

  async readStream(
    stream: string,
    { from = 1, to = 2 ** 31 - 1, limit = 2 ** 31 - 1 }: Stretch = {},
  ): Promise<Recorded[]> {
    const rows = await this.database.query<EventRow>(
      `select ${EVENT_COLUMNS} from platform.events
       where stream_id = $1 and version >= $2 and version <= $3 order by version limit $4`,
      [stream, from, to, limit],
    );
    return rows.map((row) => this.registry.lift(row));
  }

  /** The highest position in the log; 0 when it is empty. */
  async head(): Promise<number> {
    const [row] = await this.database.query<{ head: number }>(
      'select coalesce(max(position), 0) as head from platform.events',
    );
    return row!.head;
  }

  /** A hint that the log has grown; see LogSignal. */
  onAppended(listener: (position: number) => void): () => void {
    return this.signal.onAppended(listener);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Database } from './database.js';
import { streamOf } from './recorded.js';

/** A folded stream. Version 0: it does not exist (or did not yet, at the asked point in time). */
export interface Loaded<State> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly position: number;
  /** When its last event happened; empty for version 0. */
  readonly at: string;
  /** Id of its last event. */
  readonly eventId: string | null;
}

interface Folded {
  readonly category: string;
  readonly shape: number;
}

/** Folded states that spare the next load the fold. Best effort: a lost one costs a longer fold, no more. */
@Injectable()
export class Snapshots {
  private readonly logger = new Logger(Snapshots.name);
  /** Those that are being stored, so that a crowd of loads stores one. */
  private readonly underWay = new Set<string>();

  constructor(private readonly database: Database) {}

  keepSoon(decider: Folded, loaded: Loaded<unknown>): void {
    const key = `${streamOf(decider.category, loaded.id)}@${loaded.version}`;
    if (this.underWay.has(key)) return;
    this.underWay.add(key);
    void this.keep(decider, loaded).finally(() => this.underWay.delete(key));
  }

  /** Resolves when it is stored, or lost. */
  async keep(decider: Folded, loaded: Loaded<unknown>): Promise<void> {
    await this.store(decider, loaded).catch((error: unknown) =>
      this.logger.warn(`snapshot of ${streamOf(decider.category, loaded.id)} failed: ${String(error)}`),
    );
  }

  /**
   * For whoever wants to know whether it is stored. Its position is that of its event, which only the log knows: an
   * append over several streams is known by its last one.
   */
  async store({ category, shape }: Folded, loaded: Loaded<unknown>): Promise<void> {
    const { id, version, eventId, at, state } = loaded;
    await this.database.query(
      `insert into platform.snapshots (stream_id, version, shape, event_id, position, occurred_at, state)
       select $1, $2, $3, $4, e.position, $5, $6 from platform.events e
       where e.stream_id = $1 and e.version = $2 and e.event_id = $4
       on conflict do nothing`,
      [streamOf(category, id), version, shape, eventId, at, JSON.stringify(state)],
    );
  }
}

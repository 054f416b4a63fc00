import type { Database, Transaction } from '../event-store/database.js';
import type { EventLog, Page } from '../event-store/event-log.js';
import type { Entry, Recorded } from '../event-store/recorded.js';
import { LogRewritten } from '../subscriptions/failures.js';
import type { Key } from './own-rows.js';
import type { ReadModel } from './read-model.js';

/** So many events are applied by one statement. */
export const AT_ONCE = 5_000;
const BATCH_BYTES = 4 * 2 ** 20;
/** A read never looks at more positions than this, so that rare events do not make a long query. */
const SPAN = 50_000;

export interface Stretch {
  readonly events: readonly Recorded[];
  readonly upTo: number;
}

/** What a model is computed from, in stretches. */
export class ModelHistory {
  private readonly types: readonly string[];

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly log: EventLog,
    private readonly model: Pick<ReadModel<object, Key>, 'name' | 'events'>,
  ) {
    this.types = model.events.map(({ type }) => type);
  }

  /** @throws NewerEvent, or whatever else keeps an event from being lifted; LogRewritten */
  async read(after: number, target: number): Promise<Stretch> {
    if (after >= target) return { events: [], upTo: after };
    const upTo = Math.min(target, after + SPAN);
    const bounds = { limit: AT_ONCE, bytes: BATCH_BYTES, upTo, only: this.types };
    const page = await this.log.page(after, bounds);
    const events = await this.withoutDiscarded(page);
    const unread = events.find(({ problem }) => problem);
    if (unread) throw unread.problem!;
    if (page.upTo === after)
      throw new LogRewritten(`the log ends at position ${page.head}, before ${target}`);
    return { events, upTo: page.upTo };
  }

  /** The live model was spared them, and so is one that is computed anew. */
  private async withoutDiscarded({ after, upTo, events }: Page): Promise<readonly Entry[]> {
    const rows = await this.database.query<{ id: string }>(
      `select event_id as id from platform.discarded where subscription = $1 and position > $2 and position <= $3`,
      [this.model.name, after, upTo],
    );
    const discarded = new Set(rows.map(({ id }) => id));
    return discarded.size === 0 ? events : events.filter(({ id }) => !discarded.has(id));
  }
}

/** How far the live model has come. */
export async function livePosition(on: Pick<Transaction, 'query'>, model: string): Promise<number> {
  const [row] = await on.query<{ position: number }>(
    `select least(s.position, (select coalesce(max(position), 0) from platform.events)) as position
     from platform.subscriptions s where s.name = $1`,
    [model],
  );
  return row?.position ?? 0;
}

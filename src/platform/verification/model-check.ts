import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import { stretches } from '../read-models/compare.js';
import { AT_ONCE, livePosition, ModelHistory } from '../read-models/model-history.js';
import type { Projector } from '../read-models/projector.js';
import { differencesOf, type Difference, type Tell } from './difference.js';

/** So many keys are compared at once: every row of them may differ, and is named. */
const COMPARE_AT_ONCE = 500;

export interface CheckedModel {
  readonly model: string;
  readonly position: number;
  readonly events: number;
  readonly rows: { readonly live: number; readonly rebuilt: number };
  readonly differences: number;
}

/** Ends a transaction that was only there to look. */
class Looked extends Error {}

/**
 * Computes a read model anew in a table of the session alone, and compares it with the live one at the position of that.
 * One transaction, rolled back, that can write nowhere else: the live table, its subscription and whoever reads go on.
 */
@Injectable()
export class ModelCheck {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
  ) {}

  /**
   * @param reached hears of each stretch of the log
   * @throws what keeps an event from being lifted; the reason of the signal
   */
  async check(
    live: Projector,
    tell: Tell,
    signal: AbortSignal,
    reached: (position: number) => void,
  ): Promise<CheckedModel> {
    const outgrown = await this.outgrown(live, tell);
    if (outgrown) return outgrown;
    let checked: CheckedModel | undefined;
    const look = this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read write');
      const own = live.inSession();
      await tx.query(own.table.createLike(live.table));
      // What is left to it from here on is its own table.
      await tx.query('set transaction read only');
      const { position, events } = await this.fill(own, tx, signal, reached);
      checked = { model: live.model.name, position, events, ...(await this.compare(tx, live, own, tell)) };
      throw new Looked();
    });
    await look.catch((error: unknown) => {
      if (!(error instanceof Looked)) throw error;
    });
    return checked!;
  }

  /** A table of an earlier shape waits for its rebuild: its rows cannot be compared. */
  private async outgrown({ model }: Projector, tell: Tell): Promise<CheckedModel | undefined> {
    const [row] = await this.database.query<{ shape: number; position: number }>(
      'select shape, position from platform.subscriptions where name = $1 and shape <> $2',
      [model.name, model.shape],
    );
    if (!row) return undefined;
    const what = { kind: 'read-model', where: model.name, row: model.name, column: 'shape' } as const;
    tell({ ...what, expected: model.shape, found: row.shape });
    const rows = { live: 0, rebuilt: 0 };
    return { model: model.name, position: row.position, events: 0, rows, differences: 1 };
  }

  private async fill(
    own: Projector,
    tx: Transaction,
    signal: AbortSignal,
    reached: (position: number) => void,
  ): Promise<{ position: number; events: number }> {
    const history = new ModelHistory(this.database, this.log, own.model);
    const target = await livePosition(tx, own.model.name);
    let position = 0;
    let count = 0;
    while (position < target) {
      signal.throwIfAborted();
      const { events, upTo } = await history.read(position, target);
      for (let at = 0; at < events.length; at += AT_ONCE) await own.apply(events.slice(at, at + AT_ONCE), tx);
      position = upTo;
      count += events.length;
      reached(position);
    }
    return { position, events: count };
  }

  private async compare(tx: Transaction, live: Projector, own: Projector, tell: Tell) {
    const rows = { live: 0, rebuilt: 0 };
    let differences = 0;
    const sql = live.table.compareWith(own.table, COMPARE_AT_ONCE);
    for await (const found of stretches(tx, sql, () => 2 * COMPARE_AT_ONCE)) {
      rows.live += found.live;
      rows.rebuilt += found.rebuilt;
      differences += found.differences;
      for (const { key, live: is, rebuilt } of found.sample) {
        const what: Pick<Difference, 'kind' | 'where' | 'row'> = {
          kind: 'read-model',
          where: live.model.name,
          row: key,
        };
        for (const difference of differencesOf(what, rebuilt as never, is as never)) tell(difference);
      }
    }
    return { rows, differences };
  }
}

import type { Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import type { Change } from '../subscriptions/subscription.js';
import type { ModelTable } from './model-table.js';
import { OwnRows, type Key, type Slot } from './own-rows.js';
import type { ReadModel } from './read-model.js';

/** What an event made of one row; undefined where there is none. */
export interface RowStep {
  readonly recorded: Recorded;
  readonly key: Slot['key'];
  readonly before: object | undefined;
  readonly after: object | undefined;
}

const nothingStored: Pick<Transaction, 'query'> = { query: () => Promise.resolve([]) };

/** Brings a table up to date with a batch: the touched rows in one query, folded in memory, written in one statement. */
export class Projector {
  constructor(
    readonly model: ReadModel<object, Key>,
    readonly table: ModelTable,
  ) {}

  /** The same model on the table beside the live one. */
  onShadow(): Projector {
    return new Projector(this.model, this.table.shadow());
  }

  /** The same model on a table that only the session knows. */
  inSession(): Projector {
    return new Projector(this.model, this.table.inSession());
  }

  async apply(batch: readonly Recorded[], tx: Pick<Transaction, 'query'>): Promise<void> {
    const change = await this.changeFor(batch, tx);
    if (!change) return;
    const statement = `with ${change.parts} select`;
    await tx.query(statement, change.params);
  }

  /**
   * What a batch does to the table; nothing is written yet.
   *
   * @param on reads the rows as they stand
   */
  async changeFor(batch: readonly Recorded[], on: Pick<Transaction, 'query'>): Promise<Change | undefined> {
    const { model } = this;
    const own = new OwnRows(model.name, this.table, on);
    await own.load(batch.flatMap((recorded) => model.reads?.(recorded) ?? []));
    // All in one query as far as can be told now; what follows from rows of the batch itself is looked up below.
    await own.load(batch.flatMap((recorded) => model.keys(recorded, own)));
    for (const recorded of batch) await this.tell(recorded, own);
    return own.change();
  }

  /** What each event makes of the rows, as if it were told of these alone; the table is not looked at. */
  async *steps(events: Iterable<Recorded>): AsyncGenerator<RowStep> {
    const own = new OwnRows(this.model.name, this.table, nothingStored);
    for (const recorded of events) {
      await own.load(this.model.reads?.(recorded) ?? []);
      const steps: RowStep[] = [];
      await this.tell(recorded, own, ({ key, row }, before) => {
        if (row !== before) steps.push({ recorded, key, before, after: row });
      });
      yield* steps;
    }
  }

  private async tell(
    recorded: Recorded,
    own: OwnRows,
    seen?: (slot: Slot, before: object | undefined) => void,
  ): Promise<void> {
    const { model } = this;
    const keys = model.keys(recorded, own);
    if (!own.hasAll(keys)) await own.load(keys);
    for (const slot of own.matching(keys)) {
      const key = slot.key.length === 1 ? slot.key[0]! : slot.key;
      const before = slot.row;
      own.set(slot, model.project(before, recorded, key, own));
      seen?.(slot, before);
    }
  }
}

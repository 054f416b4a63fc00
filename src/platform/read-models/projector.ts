import type { Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import type { Change } from '../subscriptions/subscription.js';
import type { ModelTable } from './model-table.js';
import { OwnRows, type Key } from './own-rows.js';
import type { ReadModel } from './read-model.js';

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
    for (const recorded of batch) {
      const keys = model.keys(recorded, own);
      if (!own.hasAll(keys)) await own.load(keys);
      for (const slot of own.matching(keys)) {
        const key = slot.key.length === 1 ? slot.key[0]! : slot.key;
        own.set(slot, model.project(slot.row, recorded, key, own));
      }
    }
    return own.change();
  }
}

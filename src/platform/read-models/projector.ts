import type { Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import type { ModelTable } from './model-table.js';
import type { ReadModel } from './read-model.js';

/** Brings a table up to date with a batch: the touched rows in one query, folded in memory, written in one statement. */
export class Projector {
  constructor(
    readonly model: ReadModel<object>,
    readonly table: ModelTable,
  ) {}

  /** The same model on the table beside the live one. */
  onShadow(): Projector {
    return new Projector(this.model, this.table.shadow());
  }

  async apply(batch: readonly Recorded[], tx: Pick<Transaction, 'query'>): Promise<void> {
    const keys = batch.map((recorded) => this.model.keys(recorded));
    const touched = [...new Set(keys.flat())];
    if (touched.length === 0) return;
    const rows = new Map<string, object>();
    for (const row of await tx.query(this.table.load, [touched]))
      rows.set(this.table.keyOf(row), Object.freeze(row));
    const before = new Map(rows);
    batch.forEach((recorded, at) => {
      for (const key of keys[at]!) this.fold(rows, recorded, key);
    });
    const changed = touched.flatMap((key) => {
      const row = rows.get(key);
      return row && row !== before.get(key) ? [row] : [];
    });
    const gone = touched.filter((key) => before.has(key) && !rows.has(key));
    if (changed.length > 0) await tx.query(this.table.upsert, [this.table.toJson(changed)]);
    if (gone.length > 0) await tx.query(this.table.remove, [gone]);
  }

  /** Rows are frozen: one that is changed in place could not be told from one that is unchanged. */
  private fold(rows: Map<string, object>, recorded: Recorded, key: string): void {
    const row = this.model.project(rows.get(key), recorded, key);
    if (!row) {
      rows.delete(key);
      return;
    }
    if (this.table.keyOf(row) !== key) {
      throw new Error(`${this.model.name} made a row ${this.table.keyOf(row)} for the key ${key}`);
    }
    rows.set(key, Object.freeze(row));
  }
}

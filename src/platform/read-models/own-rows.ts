import type { Transaction } from '../event-store/database.js';
import type { Change } from '../subscriptions/subscription.js';
import type { ModelTable, RowKey } from './model-table.js';

/** The key of a row: its value, or the values of its columns in their order. */
export type Key = string | number | readonly (string | number)[];

/** A row as the batch has left it so far, and as it was before. */
export interface Slot {
  readonly key: RowKey;
  row: object | undefined;
  readonly before: object | undefined;
}

const listOf = (key: Key): RowKey => (Array.isArray(key) ? (key as RowKey) : [key as string | number]);
/** A single value, which is most keys, needs no quotes to be told from a list. */
const nameOf = (key: RowKey): string => (key.length === 1 ? `=${key[0]!}` : JSON.stringify(key.map(String)));

/** The rows of a model that a batch is about: as they are in the table, and as the batch has left them so far. */
export class OwnRows {
  private readonly slots = new Map<string, Slot>();
  /** Beginnings of keys whose rows are all here. */
  private readonly prefixes = new Set<string>();

  constructor(
    private readonly model: string,
    private readonly table: ModelTable,
    private readonly on: Pick<Transaction, 'query'>,
  ) {}

  /** A row that was among `reads` or `keys`; frozen. @throws Error for another one, which would be guessed */
  get(key: Key): object | undefined {
    const list = listOf(key);
    const slot = this.slots.get(nameOf(list));
    if (!slot && !this.isHere(list))
      throw new Error(`${this.model} looks at a row that it did not name: ${JSON.stringify(key)}`);
    return slot?.row;
  }

  hasAll(keys: readonly Key[]): boolean {
    return keys.every((key) => this.isHere(listOf(key)));
  }

  /** Looks up what is not here yet. */
  async load(keys: readonly Key[]): Promise<void> {
    const missing = new Map<string, RowKey>();
    for (const key of keys) {
      const list = listOf(key);
      if (!this.isHere(list)) missing.set(nameOf(list), list);
    }
    for (const length of new Set([...missing.values()].map((key) => key.length))) {
      const alike = [...missing].filter(([, key]) => key.length === length);
      const arrays = this.table.keysToArrays(alike.map(([, key]) => key));
      const found = await this.on.query(this.table.load(length), arrays);
      for (const row of found) this.remember(this.table.keyOf(row), Object.freeze(row));
      for (const [name, key] of alike) {
        if (length < this.table.keyLength) this.prefixes.add(name);
        else this.remember(key, undefined);
      }
    }
  }

  /** Full keys as they are; for the beginning of a key, those of the rows there are now. Each row once. */
  matching(keys: readonly Key[]): Iterable<Slot> {
    const found = new Set<Slot>();
    for (const key of keys.map(listOf)) {
      if (key.length === this.table.keyLength) found.add(this.slotOf(key));
      else for (const slot of this.beginning(key)) found.add(slot);
    }
    return found;
  }

  /** Rows are frozen: one that is changed in place could not be told from one that is unchanged. */
  set(slot: Slot, row: object | undefined): void {
    if (row) this.refuseOther(slot.key, this.table.keyOf(row));
    slot.row = row && Object.freeze(row);
  }

  /** What the batch has changed. */
  change(): Change | undefined {
    const touched = [...this.slots.values()].filter(({ row, before }) => row !== before);
    const changed = touched.flatMap(({ row }) => (row ? [row] : []));
    const gone = touched.flatMap(({ key, row }) => (row ? [] : [key]));
    return this.table.change(changed, gone);
  }

  /** A row that is not in the table may still become one. */
  private slotOf(key: RowKey): Slot {
    return this.slots.get(nameOf(key)) ?? this.remember(key, undefined);
  }

  private remember(key: RowKey, row: object | undefined): Slot {
    const name = nameOf(key);
    const known = this.slots.get(name);
    if (known) return known;
    const slot = { key, row, before: row };
    this.slots.set(name, slot);
    return slot;
  }

  private isHere(key: RowKey): boolean {
    const name = nameOf(key);
    if (key.length < this.table.keyLength) return this.prefixes.has(name);
    if (this.slots.has(name)) return true;
    return this.prefixes.size > 0 && key.some((_, at) => this.prefixes.has(nameOf(key.slice(0, at))));
  }

  private beginning(prefix: RowKey): Slot[] {
    const wanted = prefix.map(String);
    return [...this.slots.values()].filter(
      ({ key, row }) => row && wanted.every((value, at) => value === String(key[at])),
    );
  }

  private refuseOther(asked: RowKey, made: RowKey): void {
    if (made.every((value, at) => String(value) === String(asked[at]))) return;
    throw new Error(
      `${this.model} made a row ${JSON.stringify(made.map(String))} for the key ${JSON.stringify(asked.map(String))}`,
    );
  }
}

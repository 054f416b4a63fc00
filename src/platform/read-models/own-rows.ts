import type { Transaction } from '../event-store/database.js';
import type { Change } from '../subscriptions/subscription.js';
import type { ModelTable, RowKey } from './model-table.js';

/** The key of a row: its value, or the values of its columns in their order. */
export type Key = string | number | readonly (string | number)[];

const listOf = (key: Key): RowKey => (Array.isArray(key) ? (key as RowKey) : [key as string | number]);
const nameOf = (key: RowKey): string => JSON.stringify(key.map(String));

/** The rows of a model that a batch is about: as they are in the table, and as the batch has left them so far. */
export class OwnRows {
  private readonly rows = new Map<string, { readonly key: RowKey; readonly row: object | undefined }>();
  private readonly before = new Map<string, object | undefined>();
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
    const name = nameOf(list);
    if (!this.isHere(list)) throw new Error(`${this.model} looks at a row that it did not name: ${name}`);
    return this.rows.get(name)?.row;
  }

  /** Looks up what is not here yet. */
  async load(keys: readonly Key[]): Promise<void> {
    const missing = new Map(
      keys.map(listOf).flatMap((key) => (this.isHere(key) ? [] : [[nameOf(key), key] as const])),
    );
    for (const length of new Set([...missing.values()].map((key) => key.length))) {
      const alike = [...missing.values()].filter((key) => key.length === length);
      const found = await this.on.query(this.table.load(length), [this.table.keysToJson(alike)]);
      for (const row of found) this.remember(this.table.keyOf(row), Object.freeze(row));
      for (const key of alike) {
        if (length < this.table.keyLength) this.prefixes.add(nameOf(key));
        else if (!this.rows.has(nameOf(key))) this.remember(key, undefined);
      }
    }
  }

  /** Full keys as they are; for the beginning of a key, those of the rows there are now. */
  matching(keys: readonly Key[]): readonly RowKey[] {
    const found = new Map<string, RowKey>();
    for (const key of keys.map(listOf)) {
      if (key.length === this.table.keyLength) found.set(nameOf(key), key);
      else for (const own of this.beginning(key)) found.set(nameOf(own), own);
    }
    return [...found.values()];
  }

  /** Rows are frozen: one that is changed in place could not be told from one that is unchanged. */
  set(key: RowKey, row: object | undefined): void {
    const name = nameOf(key);
    if (row && nameOf(this.table.keyOf(row)) !== name) {
      throw new Error(`${this.model} made a row ${nameOf(this.table.keyOf(row))} for the key ${name}`);
    }
    this.rows.set(name, { key, row: row && Object.freeze(row) });
  }

  /** What the batch has changed. */
  change(): Change | undefined {
    const touched = [...this.rows].filter(([name, { row }]) => row !== this.before.get(name));
    const changed = touched.flatMap(([, { row }]) => (row ? [row] : []));
    const gone = touched.flatMap(([, { key, row }]) => (row ? [] : [key]));
    return this.table.change(changed, gone);
  }

  private remember(key: RowKey, row: object | undefined): void {
    const name = nameOf(key);
    if (this.rows.has(name)) return;
    this.rows.set(name, { key, row });
    this.before.set(name, row);
  }

  private isHere(key: RowKey): boolean {
    if (key.length < this.table.keyLength) return this.prefixes.has(nameOf(key));
    if (this.rows.has(nameOf(key))) return true;
    return key.some((_, at) => this.prefixes.has(nameOf(key.slice(0, at))));
  }

  private beginning(prefix: RowKey): RowKey[] {
    const wanted = prefix.map(String);
    return [...this.rows.values()].flatMap(({ key, row }) =>
      row && wanted.every((value, at) => value === String(key[at])) ? [key] : [],
    );
  }
}

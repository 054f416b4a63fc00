import type { Type } from '@nestjs/common';
import type { EventClass } from '../core/event.js';
import type { Recorded } from '../event-store/recorded.js';
import type { Key } from './own-rows.js';

/** The rows of the model itself, as the events before have left them. */
export interface Own<Row> {
  get(key: Key): Row | undefined;
}

/**
 * A table that is computed from the log: pure, so that it can be computed again. No clock, no random, nothing but
 * the event and the row.
 */
export interface ReadModel<Row extends object, RowsKey extends Key = string> {
  /** `<room>.<what>`; also the name of its subscription. */
  readonly name: string;
  /**
   * A TypeORM entity; its key may have several columns (uuid, text, whole numbers, date). Timestamps are `Date`, bigint
   * is `number`, a date in the key is text.
   */
  readonly entity: Type<Row>;
  /** Raise it when `project` or the table changes: the model is then rebuilt beside the live one. */
  readonly shape: number;
  /** How long an event may wait for more of them, in milliseconds, where nobody waits for the model; absent: not at all. */
  readonly lingerMs?: number;
  readonly events: readonly EventClass[];
  /** Keys of rows of this model that `keys` and `project` may look at, beside those that the event touches. */
  reads?(recorded: Recorded): readonly Key[];
  /**
   * The primary keys of the rows that an event touches, in the order of their columns; fewer columns than the key has
   * mean all rows there are that begin so. May look at what `reads` has named.
   */
  keys(recorded: Recorded, own: Own<Row>): readonly Key[];
  /** @returns the new row (never the old one changed in place), or undefined when there shall be none */
  project(row: Row | undefined, recorded: Recorded, key: RowsKey, own: Own<Row>): Row | undefined;
}

/** @typeParam RowsKey what `project` gets as key: a string, or a tuple for a key of several columns */
export const defineReadModel = <Row extends object, RowsKey extends Key = string>(
  model: ReadModel<Row, RowsKey>,
): ReadModel<Row, RowsKey> => model;

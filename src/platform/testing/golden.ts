import { describe, expect, it } from '@jest/globals';
import { upcast, type EventClass } from '../core/event.js';

/** A row as it is stored, and what it is understood as; the same, unless the version is an older one. */
export interface GoldenRow {
  readonly type: string;
  readonly version: number;
  /** JSON text. */
  readonly stored: string;
  readonly newest?: object;
}

/**
 * Shows that everything ever stored is still understood: `rows` has at least one row for each version of each event ever
 * shipped; rows are added, never changed. Compares strictly: a property that no schema knows, or that an upcaster
 * misspells, fails.
 *
 * @param events of a decider
 */
export function stillUnderstood(events: readonly EventClass[], rows: readonly GoldenRow[]): void {
  describe('what was ever stored', () => {
    it.each(rows)('as $type v$version is still understood', ({ type, version, stored, newest }) => {
      const declared = events.find((one) => one.type === type)!;
      const data = JSON.parse(stored) as object;
      described(declared, version, data);
      if (version < declared.version && !newest) throw new Error('say what it has become: `newest`');
      const lifted = upcast(declared, version, data);
      expect(lifted).toBeInstanceOf(declared);
      expect(lifted.data).toStrictEqual(newest ?? data);
      described(declared, declared.version, lifted.data);
    });

    it.each(events.map(({ type, version }) => ({ type, version })))(
      'as $type is there in each of $version version(s)',
      ({ type, version }) => {
        const there = new Set(rows.filter((row) => row.type === type).map((row) => row.version));
        expect([...there].sort()).toStrictEqual(Array.from({ length: version }, (_, index) => index + 1));
      },
    );
  });
}

const described = ({ versions }: EventClass, version: number, data: object): void =>
  expect(versions[version - 1]!.schema.parse(data)).toStrictEqual(data);

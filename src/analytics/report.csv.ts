import { stringify } from 'csv-stringify/sync';

/** Spreadsheets run what begins like this; numbers may. */
const harmless = (value: unknown): unknown =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;

/**
 * The rows of a report as a table (RFC 4180).
 *
 * @param columns also where there is no row
 */
export function reportCsv(columns: readonly string[], items: readonly object[]): string {
  const rows = items.map((item) =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name, harmless(value)])),
  );
  return stringify(rows, {
    header: true,
    columns: [...columns],
    record_delimiter: '\r\n',
    cast: { boolean: String },
  });
}

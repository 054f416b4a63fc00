import { table } from './terminal.js';

export type Row = Readonly<Record<string, unknown>>;

export const cell = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string | number | boolean).slice(0, 120);

export const columns = (items: readonly Row[], names: readonly string[]): string =>
  items.length === 0
    ? 'none'
    : table([
        names.map((name) => name.toUpperCase()),
        ...items.map((row) => names.map((name) => cell(row[name]))),
      ]);

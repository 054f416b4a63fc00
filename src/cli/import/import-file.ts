import { parse } from 'csv-parse/sync';
import { amountIn } from './decimal.js';

/** One line of an invoice that can be understood. */
export interface InvoiceLine {
  /** Line of the file, the header being 1. */
  readonly line: number;
  readonly invoice: string;
  /** The article: upper case, and only characters a SKU can hold. */
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly priceMinor: number;
  /** RFC 3339 UTC with milliseconds; midnight when the file has no time. */
  readonly at: string;
  /** Absent in a file of guests. */
  readonly customer: string | null;
  readonly country: string;
}

/** A row that is not taken, and why. */
export interface Refusal {
  readonly line: number;
  readonly invoice: string;
  /** `2010-12-01`; null when the row has no readable date. */
  readonly day: string | null;
  /** What the row adds to the file's total; null when that cannot be read. */
  readonly amountMinor: number | null;
  readonly reason: string;
}

export interface InvoiceFile {
  /** Of every amount in it. */
  readonly currency: string;
  readonly rows: number;
  readonly lines: readonly InvoiceLine[];
  readonly refused: readonly Refusal[];
}

/** The file as a whole cannot be read; the message says what is wrong with it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

const columns = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;
type Cells = Record<(typeof columns)[number], string>;

interface Row {
  readonly cells: Cells;
  readonly line: number;
  readonly currency: string;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export const dayOf = (at: string): string => at.slice(0, 10);
export const amountOf = ({ quantity, priceMinor }: Pick<InvoiceLine, 'quantity' | 'priceMinor'>): number =>
  quantity === 0 || priceMinor === 0 ? 0 : quantity * priceMinor;

/**
 * @param bytes of a CSV file in UTF-8 (or, if it is none, in Latin-1) with a header line
 * @param currency of its prices
 * @throws UnreadableFile when a column is missing or a quote is never closed
 */
export function readInvoiceFile(bytes: Uint8Array, currency: string): InvoiceFile {
  const [header, ...records] = parsed(decoded(bytes));
  const at = positions(header?.record ?? []);
  const lines: InvoiceLine[] = [];
  const refused: Refusal[] = [];
  for (const { record, info } of records) {
    const cells = Object.fromEntries(
      columns.map((name, i) => [name, (record[at[i]!] ?? '').trim()]),
    ) as Cells;
    const complaint =
      record.length === header!.record.length
        ? undefined
        : `has ${record.length} columns instead of ${header!.record.length}`;
    const read =
      complaint === undefined
        ? lineOf(cells, info.lines, currency)
        : refusal({ cells, line: info.lines, currency }, complaint);
    if ('reason' in read) refused.push(read);
    else lines.push(read);
  }
  return { currency, rows: records.length, lines, refused };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function parsed(text: string): readonly ParsedRecord[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as readonly ParsedRecord[];
  } catch (error) {
    throw new UnreadableFile(`not a CSV file: ${(error as Error).message}`, { cause: error });
  }
}

function positions(header: readonly string[]): number[] {
  const found = header.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((name) => !found.includes(name.toLowerCase()));
  if (missing.length > 0) throw new UnreadableFile(`the header has no column ${missing.join(', ')}`);
  return columns.map((name) => found.indexOf(name.toLowerCase()));
}

function lineOf(cells: Cells, line: number, currency: string): InvoiceLine | Refusal {
  const quantity = /^-?\d{1,9}$/.test(cells.Quantity) ? Number(cells.Quantity) || 0 : undefined;
  const priceMinor = amountIn(cells.UnitPrice, currency);
  const at = instantOf(cells.InvoiceDate);
  const code = codeOf(cells.StockCode);
  const refuse = (reason: string) => refusal({ cells, line, currency }, reason);
  if (cells.InvoiceNo === '' || cells.InvoiceNo.length > 40) return refuse('has no usable invoice number');
  if (code === '' || code.length > 40) return refuse('has no usable stock code');
  if (at === undefined) return refuse(`"${cells.InvoiceDate}" is not a date (d/m/yyyy)`);
  if (quantity === undefined || quantity === 0) return refuse(`"${cells.Quantity}" is not a quantity`);
  if (typeof priceMinor === 'string') return refuse(priceMinor);
  if (!Number.isSafeInteger(quantity * priceMinor)) return refuse('the amount cannot be held exactly');
  return {
    line,
    invoice: cells.InvoiceNo,
    code,
    description: cells.Description.replace(/[\s\p{C}]+/gu, ' ').trim(),
    quantity,
    priceMinor,
    at,
    customer: cells.CustomerID.replace(/\.0$/, '') || null,
    country: cells.Country,
  };
}

/** Codes that differ only in case, or in what a SKU cannot hold, are one article: 85123a is 85123A. */
const codeOf = (given: string): string => given.toUpperCase().replace(/[^A-Z0-9._-]+/g, '-');

/** What can be said of a row that is not taken; its amount counts if both factors can be read. */
function refusal({ cells, line, currency }: Row, reason: string): Refusal {
  const price = amountIn(cells.UnitPrice, currency);
  const quantity = /^-?\d{1,9}$/.test(cells.Quantity) ? Number(cells.Quantity) : NaN;
  const amount = typeof price === 'number' ? amountOf({ quantity, priceMinor: price }) : NaN;
  const at = instantOf(cells.InvoiceDate);
  return {
    line,
    invoice: cells.InvoiceNo,
    day: at === undefined ? null : dayOf(at),
    amountMinor: Number.isSafeInteger(amount) ? amount : null,
    reason,
  };
}

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2}))?$/;

/** `1/12/2010` or `1/12/2010 8:26`, day first, taken as UTC. */
function instantOf(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [day, month, year, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => (part ? Number(part) : undefined));
  const date = new Date(Date.UTC(year!, month! - 1, day, hour, minute));
  const isReal =
    date.getUTCDate() === day &&
    date.getUTCMonth() === month! - 1 &&
    date.getUTCHours() === hour &&
    minute < 60;
  return isReal && year! >= 1971 ? date.toISOString() : undefined;
}

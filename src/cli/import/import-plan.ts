import { Articles, type Article, type KnownArticle } from './articles.js';
import { CreditMatching } from './credits.js';
import { dayOf, type InvoiceFile, type Refusal } from './import-file.js';
import { invoicesOf, type Invoice } from './invoices.js';
import { earlierSale, ordersOf, type PlannedOrder } from './planned-orders.js';
import { Refunds, type PlannedRefund } from './planned-refunds.js';

/** Units that arrive, or are found or lost. */
export interface StockMove {
  /** What it is for; names it for ever. */
  readonly key: string;
  readonly kind: 'receipt' | 'adjustment';
  /** The order that these goods are for, if they are for one. */
  readonly orderKey: string | null;
  readonly sku: string;
  /** Units; of an adjustment negative when they are lost. */
  readonly quantity: number;
  readonly at: string;
  readonly note: string;
}

/** All that an invoice file means for Waybill. */
export interface ImportPlan {
  readonly currency: string;
  readonly articles: readonly Article[];
  /** Of each SKU in the order in which they happen. */
  readonly moves: readonly StockMove[];
  readonly orders: readonly PlannedOrder[];
  readonly refunds: readonly PlannedRefund[];
  readonly refused: readonly Refusal[];
}

/**
 * Pure: the same file and the same known prices give the same plan (docs/decisions/0005-what-a-credit-is.md).
 *
 * @param known what the catalogue already has under the codes of the file
 */
export function planImport(
  file: InvoiceFile,
  known: ReadonlyMap<string, KnownArticle> = new Map(),
): ImportPlan {
  const { invoices, refused } = invoicesOf(file);
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const articles = new Articles(lines, { known, currency: file.currency });
  const matching = new CreditMatching();
  const refunds = new Refunds();
  const orders: PlannedOrder[] = [];
  const given: PlannedRefund[] = [];
  const take = (more: readonly PlannedOrder[]) => {
    refunds.paid(more);
    orders.push(...more);
  };
  for (const invoice of invoices) {
    if (invoice.kind === 'sale') {
      matching.sold(invoice.lines);
      take(ordersOf(invoice, articles));
    }
    if (invoice.kind === 'credit') {
      const shares = invoice.lines.flatMap((line) => matching.taken(line));
      const unknown = shares.filter((share) => share.invoice === null);
      take(earlierSale(invoice, unknown, { articles, at: dayBefore(invoices[0]!.at) }));
      given.push(...refunds.of(invoice, shares));
    }
  }
  const moves = [...orders.flatMap(receiptsFor), ...invoices.flatMap(corrections)];
  const { currency } = file;
  return { currency, articles: articles.all(), moves: inTime(moves), orders, refunds: given, refused };
}

/** What the file sells was there: it is received when it is sold. */
const receiptsFor = ({ key, items, at }: PlannedOrder): StockMove[] =>
  items.map(({ sku, quantity }) => ({
    key: `${key} ${sku}`,
    kind: 'receipt',
    orderKey: key,
    sku,
    quantity,
    at,
    note: `goods of invoice ${key}`,
  }));

/** Of the code itself, whatever it is sold at. Units that are lost were there before. */
function corrections({ kind, number, lines }: Invoice): StockMove[] {
  if (kind !== 'correction') return [];
  return lines.flatMap(({ code, quantity, at, description }, index): StockMove[] => {
    const line = {
      orderKey: null,
      sku: code,
      at,
      note: `correction ${number}${description && `: ${description}`}`,
    };
    const key = `${number}#${index + 1}`;
    const adjustment = { ...line, key, kind: 'adjustment', quantity } as const;
    if (quantity > 0) return [adjustment];
    return [{ ...line, key: `${key} before`, kind: 'receipt', quantity: -quantity }, adjustment];
  });
}

/** A sort that keeps the order of what happens at the same time. */
const inTime = (moves: readonly StockMove[]): StockMove[] =>
  moves.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

const dayBefore = (at: string): string => {
  const midnight = Date.parse(`${dayOf(at)}T00:00:00.000Z`);
  return new Date(midnight - 24 * 60 * 60 * 1000).toISOString();
};

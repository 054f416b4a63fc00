import type { Articles } from './articles.js';
import { exactSum } from './decimal.js';
import { amountOf, dayOf } from './import-file.js';
import type { Share } from './credits.js';
import type { Invoice } from './invoices.js';

export interface Item {
  readonly sku: string;
  readonly quantity: number;
  readonly priceMinor: number;
}

export interface PlannedOrder {
  /** `536365`; `536365/2` for the second part of an invoice that is larger than an order may be. */
  readonly key: string;
  readonly invoice: string;
  readonly at: string;
  /** The day it counts for; null for a sale before the file. */
  readonly day: string | null;
  readonly customer: string | null;
  readonly country: string;
  readonly items: readonly Item[];
  readonly totalMinor: number;
  /** Why it exists, for the audit trail. */
  readonly reason: string;
}

/** What an order may hold (orders/contract.ts). */
const MAX_LINES = 1_000;
const MAX_QUANTITY = 10_000;

/** The order of a sales invoice; several if it is larger than an order may be. */
export function ordersOf(invoice: Invoice, articles: Articles): PlannedOrder[] {
  const { number, at, customer, country, lines } = invoice;
  const head = { invoice: number, at, day: dayOf(at), customer, country };
  return parts(number, itemsOf(lines, articles), (key) => ({ ...head, key, reason: `invoice ${number}` }));
}

/**
 * The sale before the file that a credit note takes back. It must have taken place, to this customer, of these goods
 * at these prices; only its number and date are not known.
 */
export function earlierSale(
  credit: Invoice,
  shares: readonly Share[],
  { articles, at }: { articles: Articles; at: string },
): PlannedOrder[] {
  const { number, customer, country } = credit;
  const lines = shares.map(({ code, quantity, credit: { priceMinor } }) => ({ code, quantity, priceMinor }));
  const head = { invoice: `before ${number}`, at, day: null, customer, country };
  const reason = `the sale before the file that credit note ${number} takes back`;
  return parts(`before ${number}`, itemsOf(lines, articles), (key) => ({ ...head, key, reason }));
}

/** Lines of one SKU become one, with the sum. */
function itemsOf(
  lines: readonly { code: string; quantity: number; priceMinor: number }[],
  articles: Articles,
): Item[] {
  const items = new Map<string, Item>();
  for (const { code, quantity, priceMinor } of lines) {
    const sku = articles.skuOf({ code, priceMinor });
    items.set(sku, { sku, quantity: quantity + (items.get(sku)?.quantity ?? 0), priceMinor });
  }
  return [...items.values()];
}

function parts(
  name: string,
  items: readonly Item[],
  order: (key: string) => Omit<PlannedOrder, 'items' | 'totalMinor'>,
): PlannedOrder[] {
  return packed(items).map((held, index) => ({
    ...order(index === 0 ? name : `${name}/${index + 1}`),
    items: held,
    totalMinor: exactSum(held.map(amountOf)),
  }));
}

/** Fills orders one after the other; the units of a SKU that are too many for one line go on in the next order. */
function packed(items: readonly Item[]): Item[][] {
  const orders: Item[][] = [];
  const chunks = items.map(({ quantity, ...item }) => ({ ...item, left: quantity }));
  while (chunks.some(({ left }) => left > 0)) {
    const open = chunks.filter(({ left }) => left > 0).slice(0, MAX_LINES);
    orders.push(
      open.map((chunk) => {
        const quantity = Math.min(chunk.left, MAX_QUANTITY);
        chunk.left -= quantity;
        return { sku: chunk.sku, quantity, priceMinor: chunk.priceMinor };
      }),
    );
  }
  return orders;
}

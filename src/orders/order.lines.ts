import { sum, times, type Money } from '../platform/core/money.js';
import type { OrderItem } from './vocabulary.js';

export interface Units {
  readonly sku: string;
  readonly quantity: number;
}

/** One line for each SKU, with the sum of the units, in the order of their first mention. */
export function merged(asked: readonly Units[]): Units[] {
  const lines = new Map<string, number>();
  for (const { sku, quantity } of asked) lines.set(sku, (lines.get(sku) ?? 0) + quantity);
  return [...lines].map(([sku, quantity]) => ({ sku, quantity }));
}

export const withItem = (items: readonly OrderItem[], added: OrderItem): readonly OrderItem[] => {
  const line = lineOf(items, added.sku);
  if (!line) return [...items, added];
  const grown = { ...added, quantity: line.quantity + added.quantity };
  return items.map((item) => (item === line ? grown : item));
};

export const withoutItem = (items: readonly OrderItem[], gone: Units): readonly OrderItem[] =>
  items.flatMap((item) => {
    if (item.sku !== gone.sku) return [item];
    const quantity = item.quantity - gone.quantity;
    return quantity > 0 ? [{ ...item, quantity }] : [];
  });

export const withPrices = (
  items: readonly OrderItem[],
  today: readonly Pick<OrderItem, 'sku' | 'name' | 'unitPrice'>[],
): readonly OrderItem[] => {
  const bySku = new Map(today.map((line) => [line.sku, line]));
  return items.map((item) => ({ ...item, ...bySku.get(item.sku) }));
};

export const lineOf = (items: readonly OrderItem[], sku: string): OrderItem | undefined =>
  items.find((item) => item.sku === sku);

export const lineTotal = ({ unitPrice, quantity }: OrderItem): Money => times(unitPrice, quantity);

/** @throws RangeError past the exact range of minor units */
export const totalOf = (items: readonly OrderItem[], currency: string): Money =>
  sum(currency, items.map(lineTotal));

import { inWords, sum, times, type Money } from '../platform/core/money.js';
import type { OrderProblem } from './problems.js';
import { MAX_LINES, MAX_QUANTITY, type OrderItem } from './vocabulary.js';
import type { CurrentProduct } from '../catalog/contract.js';
import { rejecting } from '../platform/core/rejection.js';

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

/** @param gone one entry for each SKU */
export function withoutUnits(items: readonly OrderItem[], gone: readonly Units[]): readonly OrderItem[] {
  const units = new Map(gone.map(({ sku, quantity }) => [sku, quantity]));
  return items.flatMap((item) => {
    const quantity = item.quantity - (units.get(item.sku) ?? 0);
    return quantity > 0 ? [{ ...item, quantity }] : [];
  });
}

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

/** What the catalogue answered when it was asked for the SKUs of a command. */
export type Products = ReadonlyMap<string, CurrentProduct>;

const reject = rejecting<OrderProblem>();

/** An item for an order that has some already, at today's name and price. */
export function oneMore(
  { items, currency }: { items: readonly OrderItem[]; currency: string },
  asked: Units,
  products: Products,
): OrderItem {
  const [item] = priced([asked], products, currency, () => '');
  const grown = withItem(items, item!);
  if (grown.length > MAX_LINES)
    return reject('order.too-many-lines', `the order has ${MAX_LINES} lines already`);
  const units = lineOf(grown, asked.sku)!.quantity;
  if (units > MAX_QUANTITY) return tooMany(asked.sku, units, '/quantity');
  chargeable(grown, currency);
  return item!;
}

/** The lines of what was asked for, at today's names and prices; every product that cannot be ordered is named. */
export function priced(
  asked: readonly Units[],
  products: Products,
  currency: string,
  pointerTo: (index: number) => string,
): OrderItem[] {
  const refused = asked.flatMap(({ sku }, index) => {
    const refusal = refusalOf(sku, products.get(sku), currency);
    return refusal ? [{ ...refusal, pointer: `${pointerTo(index)}/sku` }] : [];
  });
  if (refused[0]) return refuse(refused);
  const lines = merged(asked);
  if (lines.length > MAX_LINES) return reject('order.too-many-lines', `${lines.length} lines were asked for`);
  const items = lines.map(({ sku, quantity }) => {
    if (quantity > MAX_QUANTITY) {
      return tooMany(sku, quantity, `${pointerTo(asked.findIndex((line) => line.sku === sku))}/quantity`);
    }
    const { name, price } = products.get(sku)!;
    return { sku, name, quantity, unitPrice: price };
  });
  return chargeable(items, currency);
}

/**
 * What confirming promises: every product can still be had, at the price that was shown.
 *
 * @param pricesHold whether the prices of the draft are young enough to stand, whatever has happened to them since
 */
export function promised(draft: Priced, products: Products, pricesHold: boolean): void {
  const refused = unavailable(draft, products, pricesHold);
  if (refused[0]) return refuse(refused);
  const changed = pricesHold ? [] : draft.items.flatMap((item, index) => priceChange(item, products, index));
  if (changed[0]) reject('order.price-changed', changed[0].detail, { errors: changed });
}

/** The lines of a draft whose name or price is another one today. */
export function repriced(draft: Priced, products: Products): Pick<OrderItem, 'sku' | 'name' | 'unitPrice'>[] {
  const refused = unavailable(draft, products, false);
  if (refused[0]) return refuse(refused);
  const today = draft.items.map((item) => {
    const { name, price } = products.get(item.sku)!;
    return { ...item, name, unitPrice: price };
  });
  chargeable(today, draft.currency);
  return today
    .filter(({ name, unitPrice }, index) => {
      const before = draft.items[index]!;
      return name !== before.name || unitPrice.amountMinor !== before.unitPrice.amountMinor;
    })
    .map(({ sku, name, unitPrice }) => ({ sku, name, unitPrice }));
}

interface Priced {
  readonly items: readonly OrderItem[];
  readonly currency: string;
}
interface Refusal {
  readonly code: OrderProblem;
  readonly detail: string;
  readonly pointer: string;
}

function unavailable({ items, currency }: Priced, products: Products, pricesHold: boolean): Refusal[] {
  return items.flatMap(({ sku }, index) => {
    const refusal = refusalOf(sku, products.get(sku), currency);
    const stands = pricesHold && refusal?.code === 'order.currency-mismatch';
    return refusal && !stands ? [{ ...refusal, pointer: `/items/${index}/sku` }] : [];
  });
}

function refuse(refused: readonly Refusal[]): never {
  const [{ code, detail }] = refused as readonly [Refusal];
  const errors = refused.map((one) => ({ pointer: one.pointer, detail: one.detail }));
  return reject(code, detail, { errors });
}

function priceChange({ sku, unitPrice }: OrderItem, products: Products, index: number) {
  const { price } = products.get(sku)!;
  if (price.amountMinor === unitPrice.amountMinor) return [];
  const detail = `${sku} costs ${inWords(price)} now; it was ${inWords(unitPrice)} when it was shown`;
  return [{ pointer: `/items/${index}/unitPrice`, detail }];
}

function refusalOf(
  sku: string,
  product: CurrentProduct | undefined,
  currency: string,
): { code: OrderProblem; detail: string } | undefined {
  if (!product) return { code: 'order.unknown-product', detail: `${sku} is not in the catalogue` };
  if (product.archived) return { code: 'order.product-archived', detail: `${sku} is no longer on sale` };
  if (product.price.currency === currency) return undefined;
  const detail = `${sku} is sold in ${product.price.currency}, the order is in ${currency}`;
  return { code: 'order.currency-mismatch', detail };
}

const tooMany = (sku: string, quantity: number, pointer: string): never => {
  const detail = `${quantity} units of ${sku}: a line holds at most ${MAX_QUANTITY}`;
  return reject('order.quantity-too-large', detail, { errors: [{ pointer, detail }] });
};

function chargeable<Items extends readonly OrderItem[]>(items: Items, currency: string): Items {
  try {
    totalOf(items, currency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return reject('order.total-too-large', error.message);
  }
  return items;
}

/** What the unpaid orders of a customer hold already. */
export interface Held {
  readonly orders: number;
  readonly units: Readonly<Record<string, number>>;
}

/** What they may hold at most. */
export interface Limits {
  readonly held: Held;
  readonly maxOrders: number;
  readonly maxUnits: number;
}

/**
 * @param items of the order
 * @param asked the lines as the caller wrote them
 * @throws Rejection when this order would hold more than an unpaid order of this customer may
 */
export function refuseBeyond(
  { held, maxOrders, maxUnits }: Limits,
  items: readonly Units[],
  asked: readonly Units[],
): void {
  if (held.orders >= maxOrders) {
    const detail = `${held.orders} of your orders are not paid yet; at most ${maxOrders} may wait`;
    reject('order.too-many-unpaid', detail, { unpaidOrders: held.orders, maxOrders });
  }
  const errors = items.flatMap(({ sku, quantity }) => {
    // A SKU may be called like something that every object has, `constructor` for one.
    const others = Object.hasOwn(held.units, sku) ? held.units[sku]! : 0;
    if (others + quantity <= maxUnits) return [];
    const before = others > 0 ? ` and ${others} in your other unpaid orders` : '';
    const detail = `${quantity} units of ${sku}${before}: at most ${maxUnits} may be held unpaid`;
    const line = asked.findIndex((one) => one.sku === sku);
    return [{ pointer: `/items/${line}/quantity`, detail }];
  });
  if (errors[0]) reject('order.too-many-unpaid-units', errors[0].detail, { errors, maxUnits });
}

import { decimal } from './decimal.js';
import type { InvoiceLine } from './import-file.js';

/** What becomes a product of the catalogue. */
export interface Article {
  readonly sku: string;
  readonly name: string;
  readonly description?: string;
  readonly category: 'goods' | 'services';
  readonly priceMinor: number;
}

/** What the catalogue has already under a code; `usable` is false for one that is archived or in another currency. */
export interface KnownArticle {
  readonly priceMinor: number;
  readonly usable: boolean;
}

/** Stands for the goods of a sale before the file of which only the money is known (a later discount on it). */
export const EARLIER_SALE = 'EARLIER-SALE';

const services = /^(POST|DOT|C2|M|D|S|B|CRUK|AMAZONFEE|BANK-CHARGES|ADJUST\d*|EARLIER-SALE|GIFT_.*)$/;
const names: Readonly<Record<string, string>> = {
  POST: 'Postage',
  DOT: 'Dotcom postage',
  C2: 'Carriage',
  M: 'Manual charge',
  D: 'Discount',
  S: 'Samples',
  'BANK-CHARGES': 'Bank charges',
  [EARLIER_SALE]: 'Earlier sale, goods not known',
};

type Priced = Pick<InvoiceLine, 'code' | 'priceMinor'>;

/**
 * The SKU under which a code is sold at a price. A product has one price, so the code itself keeps the price that the
 * catalogue has, or else the one that stands on most lines of the file; any other price is a variant of its own,
 * `85123A.p295`. Variants have a small `p`, codes have none.
 */
export class Articles {
  private readonly base: ReadonlyMap<string, number>;
  private readonly known: ReadonlyMap<string, KnownArticle>;
  private readonly currency: string;
  private readonly wanted = new Map<string, Priced>();
  private readonly descriptions: ReadonlyMap<string, string>;

  constructor(
    lines: readonly InvoiceLine[],
    { known, currency }: { known: ReadonlyMap<string, KnownArticle>; currency: string },
  ) {
    this.known = known;
    this.currency = currency;
    const paid = lines.filter(({ priceMinor }) => priceMinor > 0);
    this.base = mostFrequent(paid, ({ priceMinor }) => priceMinor);
    const described = paid.filter(({ description }) => description !== '');
    this.descriptions = mostFrequent(described, ({ description }) => description);
  }

  /** Names the SKU, and remembers that the catalogue needs it. */
  skuOf({ code, priceMinor }: Priced): string {
    const sku = priceMinor === this.basePrice(code) ? code : `${code}.p${priceMinor}`;
    this.wanted.set(sku, { code, priceMinor });
    return sku;
  }

  /** Every SKU that was named, in order of SKUs. */
  all(): Article[] {
    return [...this.wanted]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sku, { code, priceMinor }]) => {
        const base = this.basePrice(code);
        return {
          sku,
          name: names[code] ?? this.descriptions.get(code) ?? `Article ${code}`,
          ...(sku !== code && { description: this.variantOf(code, priceMinor, base) }),
          category: services.test(code) ? 'services' : 'goods',
          priceMinor,
        };
      });
  }

  private variantOf(code: string, priceMinor: number, base: number | undefined): string {
    const [is, usual] = [priceMinor, base].map((it) => it !== undefined && decimal(it, this.currency));
    return `${code} sold at ${is}${usual ? ` instead of ${usual}` : ''}`;
  }

  private basePrice(code: string): number | undefined {
    const known = this.known.get(code);
    if (known) return known.usable ? known.priceMinor : undefined;
    return this.base.get(code);
  }
}

/** The value that most lines of a code have; of equally frequent ones the smallest, so that the answer is one. */
function mostFrequent<Value extends number | string>(
  lines: readonly InvoiceLine[],
  valueOf: (line: InvoiceLine) => Value,
): Map<string, Value> {
  const counts = new Map<string, Map<Value, number>>();
  for (const line of lines) {
    const of = counts.get(line.code) ?? new Map<Value, number>();
    counts.set(line.code, of.set(valueOf(line), (of.get(valueOf(line)) ?? 0) + 1));
  }
  const best = (of: Map<Value, number>): Value =>
    [...of].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
  return new Map([...counts].map(([code, of]) => [code, best(of)]));
}

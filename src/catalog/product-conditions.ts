import type { ListProducts } from './contract.js';

export type Filter = Partial<ListProducts['filter']>;

export interface Asked {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Whether some products may be left out, whatever is looked for. */
export const narrows = ({ category, currency, minPrice, maxPrice, inStock }: Filter): boolean =>
  [category, currency, minPrice, maxPrice, inStock].some((given) => given !== undefined);

/** What products must be like to be shown: constant SQL, and the values it compares with as parameters. */
export class Conditions {
  private readonly clauses: string[] = [];

  constructor(
    filter: Filter,
    readonly params: unknown[] = [],
  ) {
    const { category, currency, minPrice, maxPrice, inStock } = filter;
    if (category !== undefined) this.that((value) => `p.category = ${value}`, category);
    if (currency !== undefined) this.that((value) => `p.currency = ${value}`, currency);
    if (minPrice !== undefined) this.that((value) => `p.amount_minor >= ${value}`, minPrice);
    if (maxPrice !== undefined) this.that((value) => `p.amount_minor <= ${value}`, maxPrice);
    if (inStock !== undefined) {
      this.and(`${inStock ? '' : 'not '}exists (select from catalog.product_availability a
        where a.sku = p.sku and a.available > 0)`);
    }
  }

  /** @returns how the statement names this parameter */
  value(given: unknown): string {
    return `$${this.params.push(given)}`;
  }

  and(clause: string): void {
    this.clauses.push(clause);
  }

  that(clause: (value: string) => string, given: unknown): void {
    this.and(clause(this.value(given)));
  }

  /** Of products on sale. */
  get all(): string {
    return ['not p.archived', ...this.clauses].join(' and ');
  }

  get only(): string {
    return this.clauses.join(' and ') || 'true';
  }
}

import { Injectable, type InjectionToken, type Provider } from '@nestjs/common';

/** One thing about which two books say different things. */
export interface Disagreement {
  /** What it is about: an order, a payment, a SKU. */
  readonly object: string;
  /** What either side says, for people. */
  readonly ours: string;
  readonly theirs: string;
}

/** Two books that must agree about each of their objects, sooner or later. */
export interface BooksCompared {
  /** Such as `payments-and-provider`. */
  readonly name: string;
  /** The next objects in the order of their names, at most so many; fewer: there are no more. */
  next(after: string, limit: number): Promise<readonly string[]>;
  /**
   * Which of these do not agree now.
   *
   * @param asListed by whoever has just asked for the next ones: those may be taken as they were listed
   */
  compare(objects: readonly string[], asListed?: boolean): Promise<readonly Disagreement[]>;
}

/** Every comparison of the loaded rooms. */
@Injectable()
export class Comparisons {
  private readonly known: BooksCompared[] = [];

  add(comparison: BooksCompared): void {
    this.known.push(comparison);
  }

  all(): readonly BooksCompared[] {
    return this.known;
  }
}

/** A line of a room's module: these books are compared for as long as the product runs. */
export const reconciles = (factory: {
  readonly inject: readonly InjectionToken[];
  useFactory(...dependencies: never[]): BooksCompared | undefined;
}): Provider => ({
  provide: Symbol('reconciliation'),
  inject: [Comparisons, ...factory.inject],
  useFactory: (comparisons: Comparisons, ...dependencies: never[]) => {
    const books = factory.useFactory(...dependencies);
    if (books) comparisons.add(books);
    return books ?? null;
  },
});

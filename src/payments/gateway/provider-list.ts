/** A charge as the provider has it in its list. */
export interface ListedCharge {
  /** Under which we asked for it. */
  readonly key: string;
  /** What the customer has paid, in minor units. */
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly currency: string;
}

/** What the provider says it has charged, asked apart from every payment. */
export interface ProviderList {
  /** The next keys in their order, at most so many. */
  next(after: string, limit: number): Promise<readonly string[]>;
  /** Of these keys what the provider has; a key that it does not know is left out. */
  of(keys: readonly string[]): Promise<readonly ListedCharge[]>;
}

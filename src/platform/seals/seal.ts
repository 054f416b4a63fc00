/** What is kept of a seal outside of the database. */
export interface Anchored {
  /** Which log: made with its first seal. */
  readonly chain: string;
  readonly number: number;
  /** It covers the positions after this one; null: from the beginning. */
  readonly after: number | null;
  readonly upTo: number;
  readonly rows: number;
  /** Hex. Covers all seals before it. */
  readonly digest: string;
  /** Hex: the first bytes of each row's hash, in order. */
  readonly hints: string;
  /** RFC 3339. */
  readonly sealedAt: string;
}

/** A place outside of the database that keeps what it is given. */
export interface Anchor {
  readonly name: 'file' | 'kafka';
  /**
   * Resolves when all are safe there. May be told the same again.
   *
   * @param seals in order
   * @throws Forked when it has another seal of such a number
   */
  keep(seals: readonly Anchored[]): Promise<void>;
}

/** What is kept outside is not what the database says: one of them was changed, or set back. */
export class Forked extends Error {
  override readonly name = 'Forked';
}

/** Injection token of the {@link Pace}. */
export const PACE = Symbol('pace of subscriptions');

export interface Pace {
  /** Names this process among all that share the database. */
  readonly owner: string;
  /** How long a silent process keeps what it was working on. */
  readonly leaseMs: number;
  /** How often the log is looked at when nobody says a word. */
  readonly pollMs: number;
  /** Whether this process takes subscriptions at all. */
  readonly takesPart: boolean;
}

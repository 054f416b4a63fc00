export interface NotYetOptions {
  /** When to ask again, in milliseconds; absent means the sender's own backoff. */
  readonly retryAfterMs?: number;
  /** Of a subscription: as soon as a stream has an event of this type; `retryAfterMs` at the latest. */
  readonly until?: { readonly stream: string; readonly type: string };
  /** Nobody answered. Absent: somebody did, and has not decided. */
  readonly isUnanswered?: true;
}

/**
 * "Ask me again": something whose outcome is not settled yet, by nobody's fault. The sender repeats the same command
 * (or hands over the same event) later, as often as it takes; the handler then looks before it acts.
 */
export class OutcomePending extends Error {
  override readonly name = 'OutcomePending';

  /** @param detail what is awaited, for operators */
  constructor(
    detail: string,
    readonly options: NotYetOptions = {},
  ) {
    super(detail);
  }
}

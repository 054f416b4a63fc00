/**
 * "Ask me again": a command whose outcome the outside world has not settled yet. The sender repeats the same
 * command under the same id later; the handler then looks before it acts.
 */
export class NotYet extends Error {
  override readonly name = 'NotYet';

  /**
   * @param detail what is awaited, for operators
   * @param options retryAfterMs: when to ask again, in milliseconds; absent means the sender's own backoff
   */
  constructor(
    detail: string,
    readonly options: { readonly retryAfterMs?: number } = {},
  ) {
    super(detail);
  }
}

export interface FieldError {
  /** JSON Pointer into the request body, for example `/items/0/quantity`. */
  pointer: string;
  detail: string;
}

/**
 * A mistake the caller must fix: thrown by a rule, recorded nowhere, answered as a problem document.
 *
 * The code is `<room>.<what>` and is mapped to an HTTP status in one place, `platform/http/problems.ts`.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: string,
    detail: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

/** Rejects with one of a room's own codes: `const reject = rejecting<'order.not-found' | ...>()`. */
export const rejecting =
  <Code extends string>() =>
  (code: Code, detail: string, extensions?: Record<string, unknown>): never => {
    throw new Rejection(code, detail, extensions);
  };

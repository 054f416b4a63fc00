/** What a payment method makes the card's issuer, Stripe or the network do. */
export interface Behaviour {
  readonly decline?: { readonly code: string; readonly decline_code?: string };
  /** So many attempts end like this, the next ones well. */
  readonly times?: number;
  readonly slowMs?: number;
  /** `before`: nothing is done. `after`: it is done, and stored under the idempotency key. */
  readonly fault?: {
    readonly when: 'before' | 'after';
    readonly status: number | 'silence';
    readonly times?: number;
  };
}

const declined = (code: string, decline_code?: string, times?: number): Behaviour => ({
  decline: { code, ...(decline_code && { decline_code }) },
  ...(times && { times }),
});

const known: Readonly<Record<string, Behaviour>> = {
  tok_ok: {},
  tok_declined: declined('card_declined', 'generic_decline'),
  tok_insufficient_funds: declined('card_declined', 'insufficient_funds'),
  tok_expired: declined('expired_card'),
  tok_authentication: declined('authentication_required', 'authentication_required'),
  tok_issuer_away: declined('card_declined', 'issuer_not_available'),
  tok_issuer_away_then_ok: declined('processing_error', undefined, 1),
  tok_error_then_ok: { fault: { when: 'before', status: 503, times: 2 } },
  tok_down: { fault: { when: 'before', status: 503 } },
  tok_busy: { fault: { when: 'before', status: 429, times: 1 } },
  tok_error_charged: { fault: { when: 'after', status: 500 } },
  tok_timeout_charged: { fault: { when: 'after', status: 'silence' } },
  tok_timeout_not_charged: { fault: { when: 'before', status: 'silence' } },
};

/** @returns undefined for a payment method that does not exist */
export function behaviourOf(method: string): Behaviour | undefined {
  const slow = /^tok_slow_(\d+)$/.exec(method)?.[1];
  return slow ? { slowMs: Number(slow) } : known[method];
}

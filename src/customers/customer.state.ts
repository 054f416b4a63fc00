import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './customer.events.js';

/** Everything that may stand in its stream. */
export type CustomerEvent = EventIn<typeof declared>;

interface Wish {
  readonly reason: string;
  readonly requestedAt: string;
}

/** `known`: nobody has asked for their erasure. */
export type CustomerState =
  | { readonly status: 'known' }
  | ({ readonly status: 'erasing' } & Wish)
  | ({ readonly status: 'erased'; readonly erasedAt: string } & Wish);

export const evolveCustomer = evolving<CustomerState, CustomerEvent>({
  CustomerErasureRequested: from(['known', 'erased'], (_, { reason }, at) => ({
    status: 'erasing',
    reason,
    requestedAt: at,
  })),
  CustomerErased: from(['erasing'], (wish, _, at) => ({ ...wish, status: 'erased', erasedAt: at })),
});

import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './transfer.events.js';

/** Everything that may stand in its stream. */
export type TransferEvent = EventIn<typeof declared>;

export type TransferState =
  | { readonly status: 'none' }
  | ({ readonly status: 'made'; readonly madeAt: string } & TransferEvent['data']);

export const evolveTransfer = evolving<TransferState, TransferEvent>({
  TransferMade: from(['none'], (_, made, at) => ({ status: 'made', ...made, madeAt: at })),
});

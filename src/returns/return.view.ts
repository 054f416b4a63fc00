import type { Actor } from '../platform/core/actor.js';
import type { Shown } from '../platform/http/replies.js';
import type { ReturnView } from './contract.js';
import type { ReturnState } from './return.state.js';

/**
 * A return as HTTP shows it.
 *
 * @throws Error for a return that does not exist
 */
export function returnView({ id, version, state }: Shown<ReturnState>): ReturnView {
  if (state.status === 'none') throw new Error(`return ${id} does not exist`);
  const { paymentId: _, attempt: __, items, ...shown } = state;
  return {
    id,
    ...shown,
    items: items.map(({ sku, quantity, sellable, damaged, refund }) => {
      return { sku, quantity, received: sellable + damaged, sellable, damaged, refund };
    }),
    version,
  };
}

/** The same return for whoever reads it: a customer hears that money waits, not what machines said about it. */
export function returnFor(viewer: Actor, shown: Shown<ReturnState>): ReturnView {
  const view = returnView(shown);
  if (viewer.role !== 'customer' || view.status !== 'refund-refused') return view;
  return { ...view, detail: 'The money could not be given back yet. We are looking into it.' };
}

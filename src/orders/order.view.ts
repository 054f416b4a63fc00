import type { OrderView } from './contract.js';
import { lineTotal, totalOf } from './order.lines.js';
import type { CancellationReason } from './vocabulary.js';
import type { OrderState } from './order.state.js';

/**
 * An order as HTTP shows it.
 *
 * @throws Error for an order that does not exist
 */
export function viewOf({
  id,
  version,
  state,
}: {
  id: string;
  version: number;
  state: OrderState;
}): OrderView {
  if (state.status === 'none') throw new Error(`order ${id} does not exist`);
  const { customerId, status, items, currency, ...rest } = state;
  const {
    cancellation,
    cancellationReason,
    pricedAt: _,
    ...known
  } = {
    cancellation: undefined,
    cancellationReason: undefined,
    pricedAt: undefined,
    ...rest,
  };
  return {
    id,
    customerId,
    status,
    items: items.map((item) => ({ ...item, lineTotal: lineTotal(item) })),
    total: totalOf(items, currency),
    ...known,
    ...(cancellation && {
      cancellation: { ...publicReason(cancellation), requestedAt: cancellation.requestedAt },
    }),
    ...(cancellationReason && { cancellationReason: publicReason(cancellationReason) }),
    version,
  };
}

const publicReason = ({ code, detail }: CancellationReason): Pick<CancellationReason, 'code' | 'detail'> => ({
  code,
  detail,
});

import type { OrderView } from './contract.js';
import { lineTotal, totalOf } from './order.lines.js';
import type { CancellationReason, OrderItem } from './vocabulary.js';
import type { OrderState, UnitsCancelled } from './order.state.js';

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
    unitsCancelled,
    ...known
  } = {
    cancellation: undefined,
    cancellationReason: undefined,
    pricedAt: undefined,
    unitsCancelled: undefined,
    ...rest,
  };
  return {
    id,
    customerId,
    status,
    items: items.map(shownItem),
    total: totalOf(items, currency),
    ...known,
    ...(cancellation && {
      cancellation: { ...publicReason(cancellation), requestedAt: cancellation.requestedAt },
    }),
    ...(cancellationReason && { cancellationReason: publicReason(cancellationReason) }),
    ...(unitsCancelled && { cancelledUnits: unitsCancelled.map(shownUnits) }),
    version,
  };
}

const shownItem = (item: OrderItem) => ({ ...item, lineTotal: lineTotal(item) });

const shownUnits = ({ items, amount, reason, at }: UnitsCancelled) => ({
  items: items.map(shownItem),
  amount,
  reason: publicReason(reason),
  at,
});

const publicReason = ({ code, detail }: CancellationReason): Pick<CancellationReason, 'code' | 'detail'> => ({
  code,
  detail,
});

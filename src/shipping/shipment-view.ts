import { Rejection } from '../platform/core/rejection.js';
import type { Shown } from '../platform/http/replies.js';
import type { ShipmentView } from './contract.js';
import type { ShipmentState } from './shipment.state.js';

/**
 * A shipment as HTTP shows it.
 *
 * @throws Rejection `shipment.not-found` for the tombstone of a shipment that never began
 */
export function shipmentView({ id, version, state }: Shown<ShipmentState>): ShipmentView {
  if (state.status === 'none' || !state.terms) throw new Rejection('shipment.not-found', 'no such shipment');
  const { orderId, customerId, address, lines, requestedAt } = state.terms;
  return {
    id,
    orderId,
    customerId,
    state: state.status,
    ...('parcel' in state && state.parcel),
    address,
    lines: [...lines],
    tracking: 'tracking' in state ? [...state.tracking] : [],
    ...('detail' in state && { detail: state.detail }),
    ...('loss' in state && state.loss && { loss: state.loss }),
    createdAt: requestedAt,
    version,
  };
}

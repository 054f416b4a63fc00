import { rejecting } from '../platform/core/rejection.js';
import type { ShippingProblem } from './contract.js';
import type { ReduceShipment } from './shipment.commands.js';
import { ShipmentReduced } from './shipment.events.js';
import type { ShipmentEvent, ShipmentState } from './shipment.state.js';
import type { ShippedLine } from './vocabulary.js';

/** A parcel with fewer units in it than were first asked for. */

const reject = rejecting<ShippingProblem>();

/** @param byHand whether people move the parcels, who have heard only what our own books say */
export const reduceShipment =
  ({ data }: ReduceShipment, byHand: boolean) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    switch (state.status) {
      case 'none':
      case 'cancelled':
        return [new ShipmentReduced(data)];
      case 'requested':
        if (byHand && !state.cancelling) return [new ShipmentReduced(data)];
        return reject('shipment.asked-for', 'the carrier may be taking the parcel at this moment');
      case 'unknown':
        return reject('shipment.asked-for', 'the carrier may have taken the parcel');
      case 'refused':
        return [];
      default:
        return reject('shipment.already-dispatched', `the parcel is ${state.status.replace('_', ' ')}`);
    }
  };

/** What is asked for, as far as it was not given up before. */
export function stillGoing(lines: readonly ShippedLine[], state: ShipmentState): ShippedLine[] {
  const atMost = 'atMost' in state ? state.atMost : undefined;
  if (!atMost) return [...lines];
  const most = new Map(atMost.map(({ sku, quantity }) => [sku, quantity]));
  return lines
    .map(({ sku, quantity }) => ({ sku, quantity: Math.min(quantity, most.get(sku) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

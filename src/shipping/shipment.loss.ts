import { derivedId } from '../platform/core/ids.js';
import { rejecting } from '../platform/core/rejection.js';
import type { ShippingProblem } from './contract.js';
import type { ReopenLoss, SettleLoss } from './shipment.commands.js';
import { LossReopened, LossSettled } from './shipment.events.js';
import type { SentShipment, ShipmentEvent, ShipmentState } from './shipment.state.js';

/** What people do about a parcel that the carrier has lost. */

const reject = rejecting<ShippingProblem>();

/** One of two, once: whoever says the same again is believed, whoever says the other is told. */
export const settleLoss =
  ({ data: { shipmentId, outcome, reason } }: SettleLoss) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (state.status === 'none') return reject('shipment.not-found', 'no such shipment');
    if ('loss' in state && state.loss) {
      if (state.loss.outcome === outcome) return [];
      const detail = state.loss.outcome === 'refunded' ? 'its money goes back' : 'it was sent again';
      return reject('shipment.loss-settled', detail);
    }
    if (state.status !== 'lost') return reject('shipment.not-lost', `the parcel is ${state.status}`);
    const { orderId } = state.terms;
    const replacement = outcome === 'sent-again' && { replacementId: nextReplacement(state) };
    return [new LossSettled({ shipmentId, orderId, outcome, reason, ...replacement })];
  };

export const reopenLoss =
  ({ data: { shipmentId, replacementId, detail } }: ReopenLoss) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (!('parcel' in state) || state.loss?.replacementId !== replacementId) return [];
    return [new LossReopened({ shipmentId, orderId: state.terms.orderId, detail })];
  };

/** The n-th try always has the same id, so two who begin it at once begin the same one. */
const nextReplacement = ({ terms, replacements = 0 }: SentShipment): string =>
  derivedId(terms.shipmentId, `again:${replacements + 1}`);

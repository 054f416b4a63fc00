import type { Decider } from '../platform/core/decider.js';
import { derivedId } from '../platform/core/ids.js';
import { rejecting } from '../platform/core/rejection.js';
import type { CancelShipment, DispatchShipment, ShippingProblem, TrackShipment } from './contract.js';
import {
  ShipmentCancelled,
  ShipmentCancelRequested,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInTransit,
  ShipmentLost,
  ShipmentOutcomeUnknown,
  ShipmentRefused,
  ShipmentRequested,
  shipmentEvents,
  type Evidence,
  type ShipmentEvent,
} from './shipment.events.js';
import { shipmentRow } from './shipment.row.js';
import { evolveShipment, type SentShipment, type ShipmentState, type Terms } from './shipment.state.js';

export type { ShipmentState } from './shipment.state.js';

export const shipment: Decider<ShipmentState, ShipmentEvent, 'shipmentId'> = {
  category: 'shipment',
  idKey: 'shipmentId',
  events: shipmentEvents,
  initial: { status: 'none' },
  evolve: evolveShipment,
  shape: 1,
  notFound: 'shipment.not-found',
  visibleTo: (state, actor) => actor.role !== 'customer' || termsOf(state)?.customerId === actor.id,
  alongside: shipmentRow,
};

const reject = rejecting<ShippingProblem>();

/** What the carrier says became of a parcel. */
export type Settlement =
  | { readonly outcome: 'accepted'; readonly carrier: string; readonly trackingNumber: string }
  | { readonly outcome: 'refused'; readonly detail: string };

export const termsOf = (state: ShipmentState): Terms | null => (state.status === 'none' ? null : state.terms);

/** Whether the carrier may still be asked to take the parcel. */
export const isOpen = (
  state: ShipmentState,
): state is Extract<ShipmentState, { status: 'requested' | 'unknown' }> =>
  (state.status === 'requested' || state.status === 'unknown') && !state.cancelling;

export const requestShipment =
  ({ data }: DispatchShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] =>
    state.status === 'none'
      ? [new ShipmentRequested({ ...data, carrierKey: derivedId(data.shipmentId, 'parcel') })]
      : [];

/** A parcel that the carrier took is a fact, also when it surfaces late: whoever gave it up hears of it and acts. */
export const settle =
  (settlement: Settlement, evidence: Evidence) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = termsOf(state);
    if (!terms) return [];
    const { shipmentId, orderId } = terms;
    const undecided = state.status === 'requested' || state.status === 'unknown';
    if (settlement.outcome === 'accepted' && (undecided || state.status === 'cancelled')) {
      const { carrier, trackingNumber } = settlement;
      return [new ShipmentDispatched({ shipmentId, orderId, carrier, trackingNumber, evidence })];
    }
    if (settlement.outcome === 'refused' && undecided) {
      return [new ShipmentRefused({ shipmentId, orderId, detail: settlement.detail, evidence })];
    }
    return [];
  };

export const loseTrack =
  (detail: string) =>
  (state: ShipmentState): readonly ShipmentEvent[] =>
    state.status === 'requested'
      ? [
          new ShipmentOutcomeUnknown({
            shipmentId: state.terms.shipmentId,
            orderId: state.terms.orderId,
            detail,
          }),
        ]
      : [];

/** The first half of the way back: what can be decided without the carrier, or the intent to ask it. */
export const callBack =
  ({ data: { shipmentId, orderId } }: CancelShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    switch (state.status) {
      case 'none':
      case 'refused':
        return [new ShipmentCancelled({ shipmentId, orderId })];
      case 'cancelled':
        return [];
      case 'requested':
      case 'unknown':
      case 'dispatched':
        return state.cancelling ? [] : [new ShipmentCancelRequested({ shipmentId, orderId })];
      case 'in_transit':
      case 'delivered':
      case 'lost':
        return reject('shipment.under-way', `the parcel is ${state.status.replace('_', ' ')}`);
    }
  };

/** The second half, when the carrier has promised that no parcel goes out under the key. */
export const confirmCancel =
  () =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = termsOf(state);
    if (!terms || state.status === 'cancelled' || state.status === 'delivered') return [];
    return [new ShipmentCancelled({ shipmentId: terms.shipmentId, orderId: terms.orderId })];
  };

/** News that is older than what is known, or comes again, changes nothing; delivered is the last word. */
export const trackShipment =
  ({ data }: TrackShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (state.status === 'none') return reject('shipment.not-found', 'no such shipment');
    if (!('parcel' in state)) return reject('shipment.not-dispatched', `the shipment is ${state.status}`);
    const { orderId, shipmentId } = state.terms;
    const { status, at, detail } = data;
    const news = { shipmentId, orderId, at, ...(detail !== undefined && { detail }) };
    if (state.status === 'delivered') return [];
    if (status === 'delivered') return [new ShipmentDelivered(news)];
    if (!isNews(state, at) || state.status === 'lost') return [];
    return [status === 'lost' ? new ShipmentLost(news) : new ShipmentInTransit(news)];
  };

const isNews = ({ tracking }: SentShipment, at: string): boolean => tracking.every((known) => known.at < at);

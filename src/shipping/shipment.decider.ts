import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './shipment.events.js';
import { derivedId } from '../platform/core/ids.js';
import { rejecting } from '../platform/core/rejection.js';
import type { ShippingProblem } from './contract.js';
import type {
  CancelShipment,
  DispatchShipment,
  HandOverShipment,
  RefuseShipment,
  TrackShipment,
} from './shipment.commands.js';
import {
  ShipmentCancelled,
  ShipmentCancelRefused,
  ShipmentCancelRequested,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInTransit,
  ShipmentLost,
  ShipmentOutcomeUnknown,
  ShipmentRefused,
  ShipmentRequested,
} from './shipment.events.js';
import { type ShipmentEvent } from './shipment.state.js';
import { type Evidence } from './vocabulary.js';
import { stillGoing } from './shipment.reducing.js';
import { shipmentRow } from './shipment.row.js';
import {
  CLOCK_SKEW_MS,
  evolveShipment,
  type SentShipment,
  type ShipmentState,
  type Terms,
} from './shipment.state.js';

export const shipment: Decider<ShipmentState, ShipmentEvent, 'shipmentId'> = {
  category: 'shipment',
  room: 'shipping',
  idKey: 'shipmentId',
  events: eventsIn(declared),
  initial: { status: 'none' },
  evolve: evolveShipment,
  shape: 3,
  notFound: 'shipment.not-found',
  visibleTo: (state, actor) => actor.role !== 'customer' || termsOf(state)?.customerId === actor.id,
  inline: shipmentRow,
};

const reject = rejecting<ShippingProblem>();

/** What the carrier says became of a parcel. */
export type Settlement =
  | { readonly outcome: 'accepted'; readonly carrier: string; readonly trackingNumber: string }
  | { readonly outcome: 'refused'; readonly detail: string }
  | { readonly outcome: 'cancelled' };

export const termsOf = (state: ShipmentState): Terms | null => (state.status === 'none' ? null : state.terms);

/** Whether the carrier may still be asked to take the parcel. */
export const isOpen = (
  state: ShipmentState,
): state is Extract<ShipmentState, { status: 'requested' | 'unknown' }> =>
  (state.status === 'requested' || state.status === 'unknown') && !state.cancelling;

/** Whether this key was given up, and no other has been begun. */
export const isClosed = (
  state: ShipmentState,
  key: string,
): state is Extract<ShipmentState, { status: 'cancelled' }> & { readonly terms: Terms } =>
  state.status === 'cancelled' && state.terms?.carrierKey === key;

/** Whether the carrier is to be asked to close the key. */
export const isClosing = (state: ShipmentState): state is Extract<ShipmentState, { cancelling: boolean }> =>
  'cancelling' in state && state.cancelling;

/** A later attempt begins when the one before it is closed; it has a key of its own. */
export const requestShipment =
  ({ data }: DispatchShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const attempt = data.attempt ?? 1;
    const isNext = state.status === 'cancelled' && attempt > state.attempt;
    if (state.status !== 'none' && !isNext) return [];
    const carrierKey = derivedId(data.shipmentId, attempt === 1 ? 'parcel' : `parcel:${attempt}`);
    return [new ShipmentRequested({ ...data, lines: stillGoing(data.lines, state), carrierKey })];
  };

/**
 * What an answer says of a parcel that is still open. One that comes after the key was closed says what was, not what
 * is. A carrier that closed the key without being asked will not take the parcel.
 *
 * @param key that the carrier speaks of; one that was given up for another says nothing
 */
export const settle =
  (settlement: Settlement, evidence: Evidence, key: string) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = termsOf(state);
    if (terms?.carrierKey !== key) return [];
    const { shipmentId, orderId } = terms;
    const undecided = state.status === 'requested' || state.status === 'unknown';
    if (settlement.outcome === 'accepted' && undecided) {
      const { carrier, trackingNumber } = settlement;
      return [new ShipmentDispatched({ shipmentId, orderId, carrier, trackingNumber, evidence })];
    }
    if (settlement.outcome === 'refused' && undecided) {
      return [new ShipmentRefused({ shipmentId, orderId, detail: settlement.detail, evidence })];
    }
    // While it is being called back, the way back records it.
    if (settlement.outcome === 'cancelled' && isOpen(state)) {
      const detail = 'the carrier cancelled the parcel by itself';
      return [new ShipmentRefused({ shipmentId, orderId, detail, evidence })];
    }
    return [];
  };

/** By hand: the parcel is gone. Whoever says the same again is believed; whoever says something else is told. */
export const handOverShipment =
  ({ data: { carrier, trackingNumber } }: HandOverShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = awaited(state);
    if (terms)
      return settle({ outcome: 'accepted', carrier, trackingNumber }, 'record', terms.carrierKey)(state);
    const same =
      'parcel' in state && state.parcel.carrier === carrier && state.parcel.trackingNumber === trackingNumber;
    return same ? [] : notAwaited(state);
  };

/** By hand: the parcel cannot be sent. */
export const refuseShipment =
  ({ data }: RefuseShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = awaited(state);
    if (terms) return settle({ outcome: 'refused', detail: data.reason }, 'record', terms.carrierKey)(state);
    return state.status === 'refused' ? [] : notAwaited(state);
  };

/** The terms of a parcel that nobody has decided about, and nobody is calling back. */
const awaited = (state: ShipmentState): Terms | undefined => (isOpen(state) ? state.terms : undefined);

function notAwaited(state: ShipmentState): never {
  if (state.status === 'none') return reject('shipment.not-found', 'no such shipment');
  const stands = isClosing(state) ? 'being called back' : state.status.replace('_', ' ');
  return reject('shipment.not-awaited', `the shipment is ${stands}`);
}

/**
 * A parcel that the carrier has under a key it had closed is a fact all the same: whoever gave it up hears of it and
 * acts. It goes where that attempt was to go.
 *
 * @param found by a look-up that began after the key was closed
 */
export const surface =
  ({ carrier, trackingNumber }: Extract<Settlement, { outcome: 'accepted' }>, key: string) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (!isClosed(state, key)) return [];
    const { shipmentId, orderId, address } = state.terms;
    return [
      new ShipmentDispatched({ shipmentId, orderId, carrier, trackingNumber, evidence: 'look-up', address }),
    ];
  };

export const loseTrack =
  (detail: string, key: string) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (state.status !== 'requested' || state.terms.carrierKey !== key) return [];
    const { shipmentId, orderId } = state.terms;
    return [new ShipmentOutcomeUnknown({ shipmentId, orderId, detail })];
  };

/** The first half of the way back: what can be decided without the carrier, or the intent to ask it. */
export const callBack =
  ({ data: { shipmentId, orderId, attempt = 1 } }: CancelShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (attempt < (termsOf(state)?.attempt ?? 1)) return [];
    switch (state.status) {
      case 'none':
      case 'refused':
        return [new ShipmentCancelled({ shipmentId, orderId, attempt })];
      case 'cancelled':
        return attempt > state.attempt ? [new ShipmentCancelled({ shipmentId, orderId, attempt })] : [];
      case 'requested':
      case 'unknown':
      case 'dispatched':
        return state.cancelling ? [] : [new ShipmentCancelRequested({ shipmentId, orderId })];
      case 'in_transit':
      case 'delivered':
      case 'lost':
        // The carrier may be asked already; then its answer counts.
        return state.cancelling ? [] : refuseCancel(`the parcel is ${state.status.replace('_', ' ')}`)(state);
    }
  };

/** The second half, when the carrier has promised that no parcel goes out under the key; too late for one that came. */
export const confirmCancel =
  () =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    const terms = termsOf(state);
    if (!terms || state.status === 'cancelled') return [];
    if (state.status === 'delivered') return refuseCancel('the parcel is delivered')(state);
    const { shipmentId, orderId, attempt } = terms;
    return [new ShipmentCancelled({ shipmentId, orderId, attempt })];
  };

/** The second half, when the parcel is gone for good. */
export const refuseCancel =
  (detail: string) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (!('parcel' in state)) return [];
    const { shipmentId, orderId, address } = state.terms;
    const { carrier, trackingNumber } = state.parcel;
    return [new ShipmentCancelRefused({ shipmentId, orderId, carrier, trackingNumber, address, detail })];
  };

/**
 * News that is older than what is known, or comes again, changes nothing; delivered is the last word. News from the
 * future is a mistake: it would hide all that comes after it.
 */
export const trackShipment =
  ({ data, by }: TrackShipment) =>
  (state: ShipmentState): readonly ShipmentEvent[] => {
    if (state.status === 'none') return reject('shipment.not-found', 'no such shipment');
    if (!('parcel' in state)) return reject('shipment.not-dispatched', `the shipment is ${state.status}`);
    const { orderId, shipmentId } = state.terms;
    const { status, at, detail } = data;
    if (Date.parse(at) > Date.parse(by.at) + CLOCK_SKEW_MS) {
      return reject('shipment.tracked-in-future', `${at} has not come yet: it is ${by.at}`);
    }
    const news = { shipmentId, orderId, at, ...(detail !== undefined && { detail }) };
    if (state.status === 'delivered') return [];
    if (status === 'delivered') return [new ShipmentDelivered(news)];
    if (state.status === 'lost') return [];
    if (status === 'lost') return isLoss(state, at) ? [new ShipmentLost(news)] : [];
    return at > state.newest.said ? [new ShipmentInTransit(news)] : [];
  };

/** Carriers tell losses by the minute, and scans by the second: one of the same minute comes after the scan. */
const isLoss = ({ newest }: SentShipment, at: string): boolean => minuteOf(at) >= minuteOf(newest.heard);

/** The part of an RFC 3339 time up to the minutes. */
const minuteOf = (at: string): string => at.slice(0, 16);

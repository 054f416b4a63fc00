import type { EventIn } from '../platform/core/event.js';
import { evolving } from '../platform/core/decider.js';
import type { LossSettled, ShipmentInTransit } from './shipment.events.js';
import type { Address, ShippedLine } from './vocabulary.js';
import type * as declared from './shipment.events.js';

/** Everything that may stand in its stream. */
export type ShipmentEvent = EventIn<typeof declared>;
export interface Terms {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly address: Address;
  readonly lines: readonly ShippedLine[];
  readonly carrierKey: string;
  readonly attempt: number;
  readonly requestedAt: string;
}

export interface Tracking {
  readonly status: 'in_transit' | 'delivered' | 'lost';
  readonly at: string;
  readonly detail?: string;
}

/** How far a carrier's clock may run ahead of ours, in milliseconds. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** Up to when news is known; empty without any. Nothing counts as later than when it was told, give or take a clock. */
export interface Newest {
  /** By the clock of the carrier. */
  readonly said: string;
  /** By ours. */
  readonly heard: string;
}

export interface Parcel {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly dispatchedAt: string;
}

export interface SentShipment {
  readonly status: 'dispatched' | Tracking['status'];
  readonly terms: Terms;
  readonly parcel: Parcel;
  readonly tracking: readonly Tracking[];
  readonly newest: Newest;
  readonly cancelling: boolean;
  /** What was decided about its loss. */
  readonly loss?: Pick<LossSettled['data'], 'outcome' | 'replacementId'>;
  /** How often it was sent again; each time is another shipment. */
  readonly replacements?: number;
}

export type ShipmentState =
  /** `atMost`: what was given up before anything was asked for does not go later. */
  | { readonly status: 'none'; readonly atMost?: readonly ShippedLine[] }
  | { readonly status: 'requested'; readonly terms: Terms; readonly cancelling: boolean }
  | {
      readonly status: 'unknown';
      readonly terms: Terms;
      readonly cancelling: boolean;
      readonly detail: string;
    }
  | { readonly status: 'refused'; readonly terms: Terms; readonly detail: string }
  /** Without terms: the tombstone of a shipment that never began. */
  | {
      readonly status: 'cancelled';
      readonly terms: Terms | null;
      readonly attempt: number;
      readonly atMost?: readonly ShippedLine[];
    }
  | SentShipment;

export const evolveShipment = evolving<ShipmentState, ShipmentEvent>({
  ShipmentRequested: (_, terms, at) => ({
    status: 'requested',
    terms: { ...terms, attempt: terms.attempt ?? 1, requestedAt: at },
    cancelling: false,
  }),
  ShipmentReduced: (state, { lines }) => {
    switch (state.status) {
      case 'none':
      case 'cancelled':
        return { ...state, atMost: lines };
      case 'requested':
        return { ...state, terms: { ...state.terms, lines } };
      default:
        return state;
    }
  },
  ShipmentDispatched: begun((state, { carrier, trackingNumber }, at) => ({
    status: 'dispatched',
    terms: state.terms,
    parcel: { carrier, trackingNumber, dispatchedAt: at },
    tracking: [],
    newest: { said: '', heard: '' },
    cancelling: isCancelling(state),
  })),
  ShipmentRefused: begun(({ terms }, { detail }) => ({ status: 'refused', terms, detail })),
  ShipmentOutcomeUnknown: begun((state, { detail }) => ({
    status: 'unknown',
    terms: state.terms,
    cancelling: isCancelling(state),
    detail,
  })),
  ShipmentCancelRequested: (state) => ('cancelling' in state ? { ...state, cancelling: true } : state),
  ShipmentCancelled: (state, { attempt }) => {
    const atMost = 'atMost' in state ? state.atMost : undefined;
    const terms = state.status === 'none' ? null : state.terms;
    return {
      status: 'cancelled',
      terms,
      attempt: attempt ?? terms?.attempt ?? 1,
      ...(atMost && { atMost }),
    };
  },
  ShipmentCancelRefused: (state) => ('cancelling' in state ? { ...state, cancelling: false } : state),
  ShipmentInTransit: tracked('in_transit'),
  ShipmentDelivered: tracked('delivered'),
  ShipmentLost: tracked('lost'),
  LossSettled: sent((state, { outcome, replacementId }) => ({
    ...state,
    loss: { outcome, ...(replacementId !== undefined && { replacementId }) },
    replacements: (state.replacements ?? 0) + (replacementId === undefined ? 0 : 1),
  })),
  LossReopened: sent(({ loss: _, ...state }) => state),
});

type Begun = Exclude<ShipmentState, { status: 'none' }> & { readonly terms: Terms };

/** What says nothing of a shipment that never began. */
function begun<Data>(next: (state: Begun, data: Data, at: string) => ShipmentState) {
  return (state: ShipmentState, data: Data, at: string): ShipmentState =>
    state.status === 'none' || !state.terms ? state : next(state as Begun, data, at);
}

/** What says nothing unless there is a parcel. */
function sent<Data>(next: (state: SentShipment, data: Data) => SentShipment) {
  return (state: ShipmentState, data: Data): ShipmentState => ('parcel' in state ? next(state, data) : state);
}

const isCancelling = (state: ShipmentState): boolean => 'cancelling' in state && state.cancelling;

/** News of a parcel; without one there is none. */
function tracked(status: Tracking['status']) {
  return (
    state: ShipmentState,
    { at, detail }: ShipmentInTransit['data'],
    heardAt: string,
  ): ShipmentState => {
    if (!('parcel' in state)) return state;
    const entry: Tracking = { status, at, ...(detail !== undefined && { detail }) };
    const believable = new Date(Date.parse(heardAt) + CLOCK_SKEW_MS).toISOString();
    const newest = {
      said: latest(state.newest.said, earliest(at, believable)),
      heard: latest(state.newest.heard, earliest(at, heardAt)),
    };
    return { ...state, status, tracking: [...state.tracking, entry], newest };
  };
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);

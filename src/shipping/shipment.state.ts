import type { Address, ShipmentEvent, ShippedLine } from './shipment.events.js';

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
}

export type ShipmentState =
  | { readonly status: 'none' }
  | { readonly status: 'requested'; readonly terms: Terms; readonly cancelling: boolean }
  | {
      readonly status: 'unknown';
      readonly terms: Terms;
      readonly cancelling: boolean;
      readonly detail: string;
    }
  | { readonly status: 'refused'; readonly terms: Terms; readonly detail: string }
  /** Without terms: the tombstone of a shipment that never began. */
  | { readonly status: 'cancelled'; readonly terms: Terms | null; readonly attempt: number }
  | SentShipment;

export function evolveShipment(state: ShipmentState, event: ShipmentEvent, at: string): ShipmentState {
  if (event.type === 'ShipmentRequested') {
    const terms = { ...event.data, attempt: event.data.attempt ?? 1, requestedAt: at };
    return { status: 'requested', terms, cancelling: false };
  }
  const terms = state.status === 'none' ? null : state.terms;
  if (event.type === 'ShipmentCancelled') {
    return { status: 'cancelled', terms, attempt: event.data.attempt ?? terms?.attempt ?? 1 };
  }
  if (!terms) return state;
  const cancelling = 'cancelling' in state && state.cancelling;
  switch (event.type) {
    case 'ShipmentDispatched': {
      const { carrier, trackingNumber } = event.data;
      const parcel = { carrier, trackingNumber, dispatchedAt: at };
      const newest = { said: '', heard: '' };
      return { status: 'dispatched', terms, parcel, tracking: [], newest, cancelling };
    }
    case 'ShipmentRefused':
      return { status: 'refused', terms, detail: event.data.detail };
    case 'ShipmentOutcomeUnknown':
      return { status: 'unknown', terms, cancelling, detail: event.data.detail };
    case 'ShipmentCancelRequested':
      return 'cancelling' in state ? { ...state, cancelling: true } : state;
    case 'ShipmentCancelRefused':
      return 'cancelling' in state ? { ...state, cancelling: false } : state;
    default:
      return 'parcel' in state ? tracked(state, event, at) : state;
  }
}

type TrackingEvent = Extract<
  ShipmentEvent,
  { type: 'ShipmentInTransit' | 'ShipmentDelivered' | 'ShipmentLost' }
>;

const statuses = {
  ShipmentInTransit: 'in_transit',
  ShipmentDelivered: 'delivered',
  ShipmentLost: 'lost',
} as const;

function tracked(state: SentShipment, { type, data }: TrackingEvent, heardAt: string): SentShipment {
  const { at, detail } = data;
  const status = statuses[type];
  const entry: Tracking = { status, at, ...(detail !== undefined && { detail }) };
  const believable = new Date(Date.parse(heardAt) + CLOCK_SKEW_MS).toISOString();
  const newest = {
    said: latest(state.newest.said, earliest(at, believable)),
    heard: latest(state.newest.heard, earliest(at, heardAt)),
  };
  return { ...state, status, tracking: [...state.tracking, entry], newest };
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);

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
      return { status: 'dispatched', terms, parcel, tracking: [], cancelling };
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
      return 'parcel' in state ? tracked(state, event) : state;
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

function tracked(state: SentShipment, { type, data: { at, detail } }: TrackingEvent): SentShipment {
  const status = statuses[type];
  const entry: Tracking = { status, at, ...(detail !== undefined && { detail }) };
  return { ...state, status, tracking: [...state.tracking, entry] };
}

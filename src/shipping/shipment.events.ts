import { event } from '../platform/core/event.js';

// The names in here are the storage format.

export interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
}

export interface ShippedLine {
  readonly sku: string;
  readonly quantity: number;
}

/** How we came to know an outcome: the carrier's reply, a look-up by our key, or its answer to a cancellation. */
export type Evidence = 'reply' | 'look-up' | 'cancellation';

interface Shipment {
  readonly shipmentId: string;
  readonly orderId: string;
}

/** The intent; recorded before the carrier hears of it. */
export class ShipmentRequested extends event('ShipmentRequested')<
  Shipment & {
    readonly customerId: string;
    readonly address: Address;
    readonly lines: readonly ShippedLine[];
    readonly carrierKey: string;
    /** Counts the parcels that were tried one after another, each under a key of its own; absent: the first. */
    readonly attempt?: number;
  }
>() {}
/** The carrier has the parcel: nothing is taken back by itself after this. */
export class ShipmentDispatched extends event('ShipmentDispatched')<
  Shipment & {
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly evidence: Evidence;
    /** Where it goes, if not where it was last asked to go. */
    readonly address?: Address;
  }
>() {}
export class ShipmentRefused extends event('ShipmentRefused')<
  Shipment & { readonly detail: string; readonly evidence: Evidence }
>() {}
export class ShipmentOutcomeUnknown extends event('ShipmentOutcomeUnknown')<
  Shipment & { readonly detail: string }
>() {}
/** The intent to make sure that no parcel goes out under the key, now or later. */
export class ShipmentCancelRequested extends event('ShipmentCancelRequested')<Shipment>() {}
/** No parcel goes out, up to this attempt. Also the tombstone of a shipment that never began. */
export class ShipmentCancelled extends event('ShipmentCancelled')<
  Shipment & { readonly attempt?: number }
>() {}
/** It was to be called back and is gone for good: with all that is known of the parcel. */
export class ShipmentCancelRefused extends event('ShipmentCancelRefused')<
  Shipment & {
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly address: Address;
    readonly detail: string;
  }
>() {}

/** `at` is when the carrier says it happened; the event's own time is when we were told. */
interface Tracked extends Shipment {
  readonly at: string;
  readonly detail?: string;
}
export class ShipmentInTransit extends event('ShipmentInTransit')<Tracked>() {}
export class ShipmentDelivered extends event('ShipmentDelivered')<Tracked>() {}
export class ShipmentLost extends event('ShipmentLost')<Tracked>() {}

export type ShipmentEvent =
  | ShipmentRequested
  | ShipmentDispatched
  | ShipmentRefused
  | ShipmentOutcomeUnknown
  | ShipmentCancelRequested
  | ShipmentCancelled
  | ShipmentCancelRefused
  | ShipmentInTransit
  | ShipmentDelivered
  | ShipmentLost;

export const shipmentEvents = [
  ShipmentRequested,
  ShipmentDispatched,
  ShipmentRefused,
  ShipmentOutcomeUnknown,
  ShipmentCancelRequested,
  ShipmentCancelled,
  ShipmentCancelRefused,
  ShipmentInTransit,
  ShipmentDelivered,
  ShipmentLost,
] as const;

import { chargeKeyOf } from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { streamOf } from '../platform/event-store/recorded.js';

/** A lost parcel that was sent again; each further time is shown with the parcel it replaces. */
const replacementOf = (orderId: string): string => derivedId(derivedId(orderId, 'shipment'), 'again:1');

/** Every stream that tells of an order, in each room; their ids follow from its own. */
export const streamsOf = (orderId: string): readonly string[] => [
  streamOf('order', orderId),
  streamOf('fulfilment', orderId),
  streamOf('reservation', orderId),
  streamOf('payment', derivedId(orderId, 'payment')),
  streamOf('shipment', derivedId(orderId, 'shipment')),
  streamOf('returnable', orderId),
  streamOf('hold', chargeKeyOf(derivedId(orderId, 'payment'))),
  streamOf('shipment', replacementOf(orderId)),
  streamOf('reservation', replacementOf(orderId)),
];

import { chargeKeyOf } from '../payments/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { streamOf } from '../platform/event-store/recorded.js';

/** Every stream that tells of an order, in each room; their ids follow from its own. */
export const streamsOf = (orderId: string): readonly string[] => [
  streamOf('order', orderId),
  streamOf('fulfilment', orderId),
  streamOf('reservation', orderId),
  streamOf('payment', derivedId(orderId, 'payment')),
  streamOf('shipment', derivedId(orderId, 'shipment')),
  streamOf('returnable', orderId),
  streamOf('hold', chargeKeyOf(derivedId(orderId, 'payment'))),
];

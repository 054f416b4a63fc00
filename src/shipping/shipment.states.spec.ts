import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import { ReduceShipment, ReopenLoss, SettleLoss } from './shipment.commands.js';
import { reopenLoss, settleLoss } from './shipment.loss.js';
import { reduceShipment } from './shipment.reducing.js';
import {
  CancelShipment,
  DispatchShipment,
  HandOverShipment,
  RefuseShipment,
  TrackShipment,
} from './shipment.commands.js';
import {
  callBack,
  handOverShipment,
  refuseShipment,
  requestShipment,
  shipment,
  trackShipment,
} from './shipment.decider.js';
import {
  ShipmentCancelled,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInTransit,
  ShipmentLost,
  ShipmentOutcomeUnknown,
  ShipmentRefused,
  ShipmentRequested,
} from './shipment.events.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const shipmentId = '019ab000-0000-7000-8000-000000000002';
const ids = { shipmentId, orderId };
const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country: 'CH' };
const wish = { ...ids, customerId: orderId, address, lines: [{ sku: 'MUG', quantity: 2 }] };
const earlier = '2026-01-01T09:00:00.000Z';

const requested = new ShipmentRequested({ ...wish, carrierKey: shipmentId });
const sent = { ...ids, carrier: 'Post', trackingNumber: 'T1', evidence: 'reply' } as const;
const dispatched = [requested, new ShipmentDispatched(sent)];
const scanned = { ...ids, at: earlier };

const statuses = {
  none: [],
  requested: [requested],
  unknown: [requested, new ShipmentOutcomeUnknown({ ...ids, detail: 'time-out' })],
  dispatched,
  in_transit: [...dispatched, new ShipmentInTransit(scanned)],
  lost: [...dispatched, new ShipmentLost(scanned)],
  delivered: [...dispatched, new ShipmentDelivered(scanned)],
  refused: [requested, new ShipmentRefused({ ...ids, detail: 'no', evidence: 'reply' })],
  cancelled: [requested, new ShipmentCancelled(ids)],
};
const track = (status: TrackShipment['data']['status']) =>
  trackShipment(new TrackShipment({ shipmentId, status, at: by.at }, by));
const fewer = new ReduceShipment({ ...ids, lines: [{ sku: 'MUG', quantity: 1 }] }, by);
const commands = {
  DispatchShipment: requestShipment(new DispatchShipment(wish, by)),
  'DispatchShipment, a later attempt': requestShipment(new DispatchShipment({ ...wish, attempt: 2 }, by)),
  ReduceShipment: reduceShipment(fewer, false),
  'ReduceShipment, by hand': reduceShipment(fewer, true),
  SettleLoss: settleLoss(new SettleLoss({ shipmentId, outcome: 'refunded', reason: 'gone' }, by)),
  ReopenLoss: reopenLoss(new ReopenLoss({ shipmentId, replacementId: orderId, detail: 'no' }, by)),
  CancelShipment: callBack(new CancelShipment(ids, by)),
  HandOverShipment: handOverShipment(
    new HandOverShipment({ shipmentId, carrier: 'Other', trackingNumber: 'T2' }, by),
  ),
  RefuseShipment: refuseShipment(new RefuseShipment({ shipmentId, reason: 'no such street' }, by)),
  'TrackShipment in_transit': track('in_transit'),
  'TrackShipment delivered': track('delivered'),
  'TrackShipment lost': track('lost'),
};

holdsStatesTable({ room: 'shipping', decider: shipment, statuses, commands });

import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { shipment } from './shipment.decider.js';

const ids = {
  shipmentId: '019ab000-0000-7000-8000-000000000002',
  orderId: '019ab000-0000-7000-8000-000000000001',
};
const key = '019ab000-0000-7000-8000-000000000003';
const head = `"shipmentId":"${ids.shipmentId}","orderId":"${ids.orderId}"`;
const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country: 'CH' };
const at = '2026-01-01T10:00:00.000Z';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'ShipmentRequested',
    version: 1,
    stored: `{${head},"customerId":"${key}","address":${JSON.stringify(address)},"lines":[{"sku":"MUG","quantity":2}],"carrierKey":"${key}"}`,
  },
  {
    type: 'ShipmentDispatched',
    version: 1,
    stored: `{${head},"carrier":"Post","trackingNumber":"T1","evidence":"look-up"}`,
  },
  {
    type: 'ShipmentRefused',
    version: 1,
    stored: `{${head},"detail":"no","evidence":"reply"}`,
  },
  {
    type: 'ShipmentOutcomeUnknown',
    version: 1,
    stored: `{${head},"detail":"time-out"}`,
  },
  { type: 'ShipmentReduced', version: 1, stored: `{${head},"lines":[{"sku":"MUG","quantity":1}]}` },
  { type: 'ShipmentCancelRequested', version: 1, stored: `{${head}}` },
  { type: 'ShipmentCancelled', version: 1, stored: `{${head}}` },
  {
    type: 'ShipmentCancelRefused',
    version: 1,
    stored: `{${head},"carrier":"Post","trackingNumber":"T1","address":${JSON.stringify(address)},"detail":"loaded"}`,
  },
  {
    type: 'LossSettled',
    version: 1,
    stored: `{${head},"outcome":"sent-again","replacementId":"019ab000-0000-7000-8000-000000000009","reason":"gone"}`,
  },
  { type: 'LossReopened', version: 1, stored: `{${head},"detail":"no such street"}` },
  { type: 'ShipmentInTransit', version: 1, stored: `{${head},"at":"${at}"}` },
  { type: 'ShipmentDelivered', version: 1, stored: `{${head},"at":"${at}"}` },
  {
    type: 'ShipmentLost',
    version: 1,
    stored: `{${head},"at":"${at}","detail":"in a river"}`,
  },
];

stillUnderstood(shipment.events, golden);

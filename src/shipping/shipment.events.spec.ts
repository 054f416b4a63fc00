import { describe, expect, it } from '@jest/globals';
import { upcast } from '../platform/core/event.js';
import { shipmentEvents } from './shipment.events.js';

const ids = {
  shipmentId: '019ab000-0000-7000-8000-000000000002',
  orderId: '019ab000-0000-7000-8000-000000000001',
};
const key = '019ab000-0000-7000-8000-000000000003';
const head = `"shipmentId":"${ids.shipmentId}","orderId":"${ids.orderId}"`;
const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode: '3000', country: 'CH' };
const at = '2026-01-01T10:00:00.000Z';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden = [
  {
    type: 'ShipmentRequested',
    version: 1,
    stored: `{${head},"customerId":"${key}","address":${JSON.stringify(address)},"lines":[{"sku":"MUG","quantity":2}],"carrierKey":"${key}"}`,
    newest: { ...ids, customerId: key, address, lines: [{ sku: 'MUG', quantity: 2 }], carrierKey: key },
  },
  {
    type: 'ShipmentDispatched',
    version: 1,
    stored: `{${head},"carrier":"Post","trackingNumber":"T1","evidence":"look-up"}`,
    newest: { ...ids, carrier: 'Post', trackingNumber: 'T1', evidence: 'look-up' },
  },
  {
    type: 'ShipmentRefused',
    version: 1,
    stored: `{${head},"detail":"no","evidence":"reply"}`,
    newest: { ...ids, detail: 'no', evidence: 'reply' },
  },
  {
    type: 'ShipmentOutcomeUnknown',
    version: 1,
    stored: `{${head},"detail":"time-out"}`,
    newest: { ...ids, detail: 'time-out' },
  },
  { type: 'ShipmentCancelRequested', version: 1, stored: `{${head}}`, newest: ids },
  { type: 'ShipmentCancelled', version: 1, stored: `{${head}}`, newest: ids },
  {
    type: 'ShipmentCancelRefused',
    version: 1,
    stored: `{${head},"carrier":"Post","trackingNumber":"T1","address":${JSON.stringify(address)},"detail":"loaded"}`,
    newest: { ...ids, carrier: 'Post', trackingNumber: 'T1', address, detail: 'loaded' },
  },
  { type: 'ShipmentInTransit', version: 1, stored: `{${head},"at":"${at}"}`, newest: { ...ids, at } },
  { type: 'ShipmentDelivered', version: 1, stored: `{${head},"at":"${at}"}`, newest: { ...ids, at } },
  {
    type: 'ShipmentLost',
    version: 1,
    stored: `{${head},"at":"${at}","detail":"in a river"}`,
    newest: { ...ids, at, detail: 'in a river' },
  },
];

describe('Stored shipment events', () => {
  it.each(golden)('$type v$version is still understood', ({ type, version, stored, newest }) => {
    const declared = shipmentEvents.find((one) => one.type === type);
    expect(upcast(declared!, version, JSON.parse(stored) as object).data).toStrictEqual(newest);
  });

  it.each(shipmentEvents.map(({ type, version }) => ({ type, version })))(
    '$type has a golden row for each of its $version version(s)',
    ({ type, version }) =>
      expect(golden.filter((row) => row.type === type).map((row) => row.version)).toStrictEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      ),
  );
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idOf, type Recorded } from '../platform/event-store/recorded.js';
import { trackingBody } from './shipment.commands.js';
import { ShipmentDelivered, ShipmentInTransit, ShipmentLost } from './shipment.events.js';
import { shippingPublications } from './shipping.kafka.js';

const id = '019ab000-0000-7000-8000-000000000001';
const told = { in_transit: ShipmentInTransit, delivered: ShipmentDelivered, lost: ShipmentLost };

const offset = fc
  .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 23 }))
  .map(([sign, hours]) => `${sign}${String(hours).padStart(2, '0')}:00`);
const at = fc
  .tuple(fc.constantFrom('0000', '0001', '2026', '9999'), fc.constantFrom('01-01', '12-31'), offset)
  .map(([year, day, zone]) => `${year}-${day}T12:00:00${zone}`);
const news = fc.record(
  { status: fc.constantFrom(...Object.keys(told)), at, detail: fc.string({ maxLength: 510 }) },
  { requiredKeys: ['status', 'at'] },
);

it('Whatever news of a parcel is taken can be told on', () => {
  let taken = 0;
  fc.assert(
    fc.property(news, (body) => {
      const read = trackingBody.safeParse(body);
      if (!read.success) return;
      taken++;
      const { status, ...what } = read.data;
      const event = new told[status]({ shipmentId: id, orderId: id, ...what });
      const recorded: Recorded<typeof event> = {
        ...{ position: 1, stream: `shipment-${id}`, version: 3, id, commandId: id, schemaVersion: 1, event },
        ...{ metadata: { actor: 'service:carrier', correlationId: id, causationId: null } },
        ...{ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z' },
      };
      const publication = shippingPublications.find((one) => one.event === told[status])!;
      expect(publication.record(recorded).key).toBe(idOf(recorded.stream));
    }),
  );
  expect(taken).toBeGreaterThan(10);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { CancelShipment, DispatchShipment, shipmentSchema } from '../src/shipping/contract.js';
import { ShippingModule } from '../src/shipping/shipping.module.js';
import { startApp, type SendOptions, type TestApp } from './app.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [ShippingModule], config: { CARRIER_TIMEOUT_MS: 200 } });
});
afterAll(() => waybill.close());

/** What the saga does. */
async function dispatch(postalCode = '3000', country = 'CH') {
  const ids = { shipmentId: newId(), orderId: newId() };
  const address = { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode, country };
  const lines = [{ sku: 'MUG', quantity: 2 }];
  const command = new DispatchShipment(
    { ...ids, customerId: waybill.customerId, address, lines },
    systemContext('spec'),
  );
  const bus = waybill.app.get(CommandBus);
  await bus.execute(command).catch(() => undefined);
  const cancel = () => bus.execute(new CancelShipment(ids, systemContext('spec')));
  return { ...ids, path: `/v1/shipments/${ids.shipmentId}`, again: () => bus.execute(command), cancel };
}
const get = (path: string, as: SendOptions['as'] = 'customer') => waybill.send('GET', path, { as });
const track = (path: string, status: string, at: string, as: SendOptions['as'] = 'service') =>
  waybill.send('POST', `${path}/tracking`, { as, body: { status, at } });

describe('A shipment over HTTP', () => {
  it('is shown to its customer and to operators, to nobody else', async () => {
    const { path, shipmentId, orderId } = await dispatch();
    const reply = await get(path);
    expect(shipmentSchema.strict().parse(reply.body)).toMatchObject({
      id: shipmentId,
      orderId,
      state: 'dispatched',
      trackingNumber: expect.stringMatching(/^SPS/),
      lines: [{ sku: 'MUG', quantity: 2 }],
    });
    expect(reply.headers.get('etag')).toBe('"2"');
    expect(await get(path, 'operator')).toMatchObject({ status: 200 });
    expect(await get(path, 'otherCustomer')).toMatchObject(problem(404, 'shipment.not-found'));
    expect((await get(`${path}?version=1`)).body).toMatchObject({ state: 'requested' });
  });

  it.each([
    ['3000', 'XX', 'refused'],
    ['DOWN', 'CH', 'unknown'],
    ['LOST-REPLY', 'CH', 'unknown'],
  ])('to %s in %s is %s', async (postalCode, country, state) => {
    const { path } = await dispatch(postalCode, country);
    expect((await get(path)).body).toMatchObject({ state });
  });

  it('whose reply was lost is one parcel, as the journal of the carrier tells', async () => {
    const { path, orderId, shipmentId, again } = await dispatch('LOST-REPLY');
    await again();
    expect((await get(path)).body).toMatchObject({ state: 'dispatched' });
    const { body } = await get(`/v1/simulator/parcels?orderId=${orderId}`, 'operator');
    expect(body.items).toMatchObject([{ shipmentId, state: 'accepted' }]);
  });

  it('is not handed over by hand where a carrier moves the parcels', async () => {
    const { path } = await dispatch('DOWN');
    const send = (verb: string, body: object) =>
      waybill.send('POST', `${path}/${verb}`, { as: 'operator', key: newId(), body });
    const parcel = { carrier: 'DHL', trackingNumber: 'JJD0001' };
    expect(await send('dispatch', parcel)).toMatchObject(problem(409, 'shipment.not-by-hand'));
    expect(await send('refuse', { reason: 'no' })).toMatchObject(problem(409, 'shipment.not-by-hand'));
  });

  it('that is called back shows as cancelled, here and in the journal', async () => {
    const { path, orderId, cancel } = await dispatch();
    await cancel();
    expect((await get(path)).body).toMatchObject({ state: 'cancelled' });
    const { body } = await get(`/v1/simulator/parcels?orderId=${orderId}`, 'operator');
    expect(body.items).toMatchObject([{ state: 'cancelled' }]);
    const [row] = await waybill.database.query('select state from audit.shipments where order_id = $1', [
      orderId,
    ]);
    expect(row).toStrictEqual({ state: 'cancelled' });
  });
});

describe('Tracking over HTTP', () => {
  it('follows the parcel, whatever the order and however often the news comes', async () => {
    const { path } = await dispatch();
    expect(await track(path, 'in_transit', '2026-11-21T10:00:00Z')).toMatchObject({
      status: 200,
      body: { state: 'in_transit' },
    });
    await track(path, 'in_transit', '2026-11-21T10:00:00Z');
    await track(path, 'lost', '2026-11-21T11:00:00+02:00');
    const delivered = await track(path, 'delivered', '2026-11-21T12:00:00.000Z', 'operator');
    await track(path, 'in_transit', '2026-11-21T13:00:00Z');
    const { body } = await get(path);
    expect(body).toStrictEqual(delivered.body);
    expect(body).toMatchObject({
      state: 'delivered',
      version: 4,
      tracking: [
        { status: 'in_transit', at: '2026-11-21T10:00:00.000Z' },
        { status: 'delivered', at: '2026-11-21T12:00:00.000Z' },
      ],
    });
  });

  it('needs a parcel, a role and a known status', async () => {
    const { path } = await dispatch('3000', 'XX');
    const at = '2026-11-21T10:00:00Z';
    expect(await track(path, 'delivered', at)).toMatchObject(problem(409, 'shipment.not-dispatched'));
    expect(await track(path, 'delivered', at, 'customer')).toMatchObject({ status: 403 });
    expect(await track(path, 'eaten', at)).toMatchObject({ status: 400 });
    expect(await track(path, 'delivered', 'yesterday')).toMatchObject({ status: 400 });
    expect(await track(`/v1/shipments/${newId()}`, 'delivered', at)).toMatchObject({ status: 404 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { paymentSchema, RefundPayment, TakePayment } from '../src/payments/contract.js';
import { PaymentsModule } from '../src/payments/payments.module.js';
import type { PaymentMethod } from '../src/payments/vocabulary.js';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { CancelShipment, DispatchShipment, shipmentSchema } from '../src/shipping/contract.js';
import { ShippingModule } from '../src/shipping/shipping.module.js';
import { type SendOptions, startApp, type TestApp } from './app.js';

describe('Payments', () => {
  const problem = (status: number, code: string) => ({ status, body: { status, code } });
  const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

  let waybill: TestApp;
  beforeAll(async () => {
    // Long enough for a busy machine: a charge that is not refused is expected at the first attempt.
    waybill = await startApp({ rooms: [PaymentsModule], config: { GATEWAY_TIMEOUT_MS: 1_500 } });
  });
  afterAll(() => waybill.close());

  /** What the saga does. */
  async function take(method: PaymentMethod | string) {
    const ids = { paymentId: newId(), orderId: newId() };
    const command = new TakePayment(
      {
        ...ids,
        customerId: waybill.customerId,
        amount: eur(1000),
        method: typeof method === 'string' ? { type: 'card', token: method } : method,
      },
      systemContext('spec'),
    );
    const open = await waybill.app
      .get(CommandBus)
      .execute(command)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    return {
      ...ids,
      open,
      path: `/v1/payments/${ids.paymentId}`,
      again: () => waybill.app.get(CommandBus).execute(command),
    };
  }
  const get = (path: string, as: SendOptions['as'] = 'customer') => waybill.send('GET', path, { as });
  const refund = (path: string, amountMinor: number, options: SendOptions = {}) =>
    waybill.send('POST', `${path}/refunds`, {
      key: newId(),
      body: { amountMinor, reason: 'broken on arrival' },
      ...options,
    });
  const record = (path: string, outcome: string, as: SendOptions['as'] = 'service') =>
    waybill.send('POST', `${path}/record`, { as, key: newId(), body: { outcome, reference: 'SEPA-1' } });

  describe('A payment over HTTP', () => {
    it('is shown to its customer and to operators, to nobody else', async () => {
      const { path, paymentId, orderId } = await take('tok_ok');
      const reply = await get(path);
      expect(reply).toMatchObject({ status: 200, body: { id: paymentId, orderId, state: 'captured' } });
      expect(paymentSchema.strict().parse(reply.body)).toMatchObject({
        captured: eur(1000),
        refunded: eur(0),
      });
      expect(reply.headers.get('etag')).toBe('"2"');
      expect(await get(path, 'operator')).toMatchObject({ status: 200 });
      expect(await get(path, 'otherCustomer')).toMatchObject(problem(404, 'payment.not-found'));
      expect(await get(path, 'nobody')).toMatchObject({ status: 401 });
      expect(await get(`/v1/payments/${newId()}`)).toMatchObject(problem(404, 'payment.not-found'));
      expect(JSON.stringify(reply.body)).not.toContain('tok_ok');
    });

    it('can be seen as it was', async () => {
      const { path } = await take('tok_ok');
      expect((await get(`${path}?version=1`)).body).toMatchObject({
        state: 'requested',
        captured: eur(0),
        version: 1,
      });
      expect(await get(`${path}?asOf=2020-01-01T00:00:00Z`)).toMatchObject({ status: 404 });
    });

    it.each([
      ['tok_declined', { state: 'declined', declineCode: 'declined' }],
      ['tok_insufficient_funds', { state: 'declined', declineCode: 'insufficient-funds' }],
      ['tok_timeout_charged', { state: 'unknown' }],
      ['tok_down', { state: 'unknown' }],
    ])('shows what became of %s', async (token, shown) => {
      const { path } = await take(token);
      expect((await get(path)).body).toMatchObject(shown);
    });

    it('given up while unknown is shown as declined, with the reason', async () => {
      const { path, paymentId, orderId } = await take('tok_timeout_not_charged');
      await waybill.app
        .get(CommandBus)
        .execute(new RefundPayment({ paymentId, orderId }, systemContext('spec')));
      expect((await get(path)).body).toMatchObject({ state: 'declined', declineCode: 'voided' });
    });

    it('that lost its reply is charged once, as the journal of the gateway tells', async () => {
      const { path, orderId, paymentId, again } = await take('tok_timeout_charged');
      await again();
      expect((await get(path)).body).toMatchObject({ state: 'captured' });
      const { body } = await get(`/v1/simulator/charges?orderId=${orderId}`, 'operator');
      expect(body.items).toMatchObject([
        { paymentId, state: 'captured', amountMinor: 1000, refundedMinor: 0 },
      ]);
    });
  });

  describe('Refunds over HTTP', () => {
    it('are partial up to what was captured, and refused beyond', async () => {
      const { path, orderId } = await take('tok_ok');
      const first = await refund(path, 300);
      expect(first).toMatchObject({ status: 201, body: { state: 'partially-refunded', refunded: eur(300) } });
      paymentSchema.strict().parse(first.body);
      expect(await refund(path, 701)).toMatchObject(problem(422, 'payment.refund-exceeds-captured'));
      expect(await refund(path, 700)).toMatchObject({
        status: 201,
        body: { state: 'refunded', refunded: eur(1000) },
      });
      expect(await refund(path, 1)).toMatchObject({ status: 422, body: { refundableMinor: 0 } });
      const { body } = await get(`/v1/simulator/charges?orderId=${orderId}`, 'operator');
      expect(body.items).toMatchObject([
        { refundedMinor: 1000, refunds: [{ amountMinor: 300 }, { amountMinor: 700 }] },
      ]);
    });

    it('happen once under one Idempotency-Key, also when it comes many times at once', async () => {
      const { path } = await take('tok_ok');
      const key = newId();
      const replies = await Promise.all(Array.from({ length: 5 }, () => refund(path, 400, { key })));
      expect(replies.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
      const again = await refund(path, 400, { key });
      expect(again).toMatchObject({ status: 201, body: { refunded: eur(400) } });
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(await refund(path, 500, { key })).toMatchObject(problem(422, 'idempotency-key-reused'));
      expect((await get(path)).body).toMatchObject({ refunded: eur(400) });
    });

    it('need an operator, a key, a reason and a capture', async () => {
      const { path } = await take('tok_ok');
      expect(await refund(path, 1, { as: 'customer' })).toMatchObject({ status: 403 });
      expect(await refund(path, 1, { key: undefined as never })).toMatchObject({ status: 400 });
      expect(await refund(path, 0)).toMatchObject({ status: 400 });
      expect(await refund(path, 1, { body: { amountMinor: 1 } })).toMatchObject({ status: 400 });
      const declined = await take('tok_declined');
      expect(await refund(declined.path, 1)).toMatchObject(problem(409, 'payment.not-captured'));
      expect(await refund(`/v1/payments/${newId()}`, 1)).toMatchObject(problem(404, 'payment.not-found'));
    });

    it('honour If-Match', async () => {
      const { path } = await take('tok_ok');
      expect(await refund(path, 1, { headers: { 'if-match': '"1"' } })).toMatchObject({ status: 412 });
      expect(await refund(path, 1, { headers: { 'if-match': '"2"' } })).toMatchObject({ status: 201 });
    });
  });

  describe('A refund that the gateway refuses', () => {
    it('fails the way back, and asks for somebody to look', async () => {
      const { path, paymentId, orderId } = await take('tok_ok');
      // Somebody gave the money back behind our back, so the gateway has nothing left to give.
      await waybill.database.query('update simulator.charges set refunded_minor = 1000 where order_id = $1', [
        orderId,
      ]);
      const back = () =>
        waybill.app.get(CommandBus).execute(new RefundPayment({ paymentId, orderId }, systemContext('spec')));
      await expect(back()).rejects.toThrow('the gateway refuses the refund');
      expect((await get(path)).body).toMatchObject({ state: 'captured', refunds: [{ state: 'refused' }] });
      const troubles = async () =>
        (await get('/v1/ops/attention', 'operator')).body.items.filter(({ kind }) => kind === 'refund');
      expect(await troubles()).toMatchObject([{ kind: 'refund', id: paymentId, object: orderId }]);
      await waybill.database.query('update simulator.charges set refunded_minor = 0 where order_id = $1', [
        orderId,
      ]);
      await back();
      expect((await get(path)).body).toMatchObject({ state: 'refunded' });
      expect(await troubles()).toStrictEqual([]);
    });
  });

  describe('A bank transfer over HTTP', () => {
    it('waits until somebody records it', async () => {
      const { path, open } = await take({ type: 'bank_transfer' });
      expect(open).toMatchObject({ name: 'OutcomePending' });
      expect((await get(path)).body).toMatchObject({ state: 'requested', method: { type: 'bank_transfer' } });
      expect(await record(path, 'captured', 'customer')).toMatchObject({ status: 403 });
      expect(await record(path, 'captured')).toMatchObject({
        status: 200,
        body: { state: 'captured', reference: 'SEPA-1' },
      });
      expect(await record(path, 'captured')).toMatchObject({ status: 200 });
      expect(await record(path, 'declined')).toMatchObject(problem(409, 'payment.already-settled'));
      expect(await refund(path, 1000)).toMatchObject({ status: 201, body: { state: 'refunded' } });
    });

    it('is the only payment that can be recorded', async () => {
      const { path } = await take('tok_ok');
      expect(await record(path, 'captured')).toMatchObject(problem(409, 'payment.not-recordable'));
      expect(await record(path, 'perhaps')).toMatchObject({ status: 400 });
    });
  });

  describe('The journal of the simulated gateway', () => {
    it('is for operators, pages, and shows attempts only when asked', async () => {
      expect(await get('/v1/simulator/charges', 'customer')).toMatchObject({ status: 403 });
      const { orderId } = await take('tok_declined');
      const path = `/v1/simulator/charges?orderId=${orderId}`;
      expect((await get(path, 'operator')).body.items).toStrictEqual([]);
      expect((await get(`${path}&include=attempts`, 'operator')).body.items).toMatchObject([
        { state: 'declined' },
      ]);
      const first = (await get('/v1/simulator/charges?limit=1', 'operator')).body;
      const second = await get(
        `/v1/simulator/charges?limit=1&cursor=${String(first['nextCursor'])}`,
        'operator',
      );
      expect(second.body.items[0]).not.toStrictEqual(first.items[0]);
    });
  });

  describe('Without the simulator', () => {
    it('nothing is charged, and there is no journal', async () => {
      const real = await startApp({ rooms: [PaymentsModule], config: { PAYMENT_GATEWAY: 'kafka' } });
      try {
        const ids = { paymentId: newId(), orderId: newId(), customerId: real.customerId };
        const data = { ...ids, amount: eur(1000), method: { type: 'card', token: 'tok_ok' } } as const;
        const taken = real.app.get(CommandBus).execute(new TakePayment(data, systemContext('spec')));
        await expect(taken).rejects.toMatchObject({ name: 'OutcomePending' });
        expect(await real.send('GET', '/v1/simulator/charges')).toMatchObject(problem(404, 'not-found'));
      } finally {
        await real.close();
      }
    });
  });

  describe('What auditors see of payments', () => {
    it('has a row for each, with the key of the gateway', async () => {
      const { paymentId } = await take('tok_ok');
      const rows = await waybill.database.query('select * from audit.payments where payment_id = $1', [
        paymentId,
      ]);
      expect(rows).toMatchObject([
        { attempt: 1, state: 'captured', amount_minor: 1000, captured_minor: 1000 },
      ]);
      const [grant] = await waybill.database.query<{ may: boolean }>(
        `select has_table_privilege('waybill_auditor', 'audit.payments', 'select')
         and has_table_privilege('waybill_auditor', 'audit.shipments', 'select')
         and not has_table_privilege('waybill_auditor', 'payments.payments', 'select') as may`,
      );
      expect(grant).toStrictEqual({ may: true });
    });
  });
});

describe('Shipping', () => {
  const problem = (status: number, code: string) => ({ status, body: { status, code } });

  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [ShippingModule], config: { CARRIER_TIMEOUT_MS: 1_000 } });
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
      for (const never of ['yesterday', '0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00'])
        expect(await track(path, 'delivered', never)).toMatchObject(problem(400, 'invalid-request'));
      expect(await track(`/v1/shipments/${newId()}`, 'delivered', at)).toMatchObject({ status: 404 });
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import { newId } from '../src/platform/core/ids.js';
import {
  cancelAnswer,
  lookUpAnswer,
  parcelAnswer,
  type Carrier,
  type ParcelRequest,
} from '../src/shipping/carrier/carrier.js';

export interface CarrierUnderTest {
  readonly carrier: Carrier;
  close(): Promise<void>;
}

/**
 * What every adapter of the port must do, whoever stands behind it.
 *
 * @param name of the adapter
 * @param open makes one that honours the addresses of the simulated world
 */
export function carrierContract(name: string, open: () => Promise<CarrierUnderTest>): void {
  describe(`${name} keeps the contract of a carrier`, () => {
    let under: CarrierUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());

    const soon = (ms = 20_000) => AbortSignal.timeout(ms);
    const request = (postalCode = '3000', country = 'CH'): ParcelRequest => ({
      key: newId(),
      shipmentId: newId(),
      orderId: newId(),
      address: { name: 'Ada', line1: 'Street 1', city: 'Bern', postalCode, country },
      lines: [{ sku: 'MUG', quantity: 1 }],
    });
    const send = async (order: ParcelRequest, ms?: number) =>
      parcelAnswer(order.key).parse(await under.carrier.send(order, soon(ms)));
    const find = async ({ key }: ParcelRequest) =>
      lookUpAnswer(key).parse(await under.carrier.find(key, soon()));
    const comesTo = (order: ParcelRequest, wanted: string) =>
      eventually(
        () => find(order),
        ({ outcome }) => outcome === wanted,
      );
    /** Gives up waiting for the answer once the other side has the question. */
    const sendUntil = async (order: ParcelRequest, wanted: string) => {
      const patience = new AbortController();
      const givenUp = expect(under.carrier.send(order, patience.signal)).rejects.toThrow();
      await comesTo(order, wanted);
      patience.abort();
      await givenUp;
    };
    const cancel = async ({ key }: ParcelRequest) =>
      cancelAnswer(key).parse(await under.carrier.cancel(key, soon()));

    it('accepts, and answers a repeat of the key and a look-up with the same parcel', async () => {
      const order = request();
      const first = await send(order);
      expect(first).toMatchObject({ outcome: 'accepted' });
      expect(await send(order)).toStrictEqual(first);
      expect(await find(order)).toStrictEqual(first);
    });

    it('takes one parcel when the same key comes many times at once', async () => {
      const order = request();
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(order)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it('gives different parcels different tracking numbers', async () => {
      const [one, other] = [await send(request()), await send(request())];
      expect(one).not.toMatchObject({ trackingNumber: (other as { trackingNumber: string }).trackingNumber });
    });

    it('refuses the country XX', async () => {
      const order = request('3000', 'XX');
      expect(await send(order)).toMatchObject({ outcome: 'refused' });
      expect(await find(order)).toMatchObject({ outcome: 'refused' });
      expect(await cancel(order)).toMatchObject({ outcome: 'refused' });
    });

    it('knows nothing of a key that was never sent', async () => {
      expect(await find(request())).toMatchObject({ outcome: 'not-found' });
    });

    it('closes a key, before and after the parcel', async () => {
      const never = request();
      expect(await cancel(never)).toMatchObject({ outcome: 'cancelled' });
      expect(await send(never)).toMatchObject({ outcome: 'cancelled' });
      const sent = request();
      await send(sent);
      expect(await cancel(sent)).toMatchObject({ outcome: 'cancelled' });
      expect(await cancel(sent)).toMatchObject({ outcome: 'cancelled' });
      expect(await find(sent)).toMatchObject({ outcome: 'cancelled' });
    });

    it('takes the parcel to LOST-REPLY although the reply never comes', async () => {
      await sendUntil(request('LOST-REPLY'), 'accepted');
    });

    it('never takes a parcel to DOWN', async () => {
      const order = request('DOWN');
      await expect(send(order, 500)).rejects.toThrow();
      expect(await find(order)).toMatchObject({ outcome: 'not-found' });
    });

    it('does not give back a parcel to GONE, from the moment it has it', async () => {
      const order = request('GONE3000');
      await sendUntil(order, 'pending');
      expect(await cancel(order)).toMatchObject({ outcome: 'too-late' });
      await comesTo(order, 'accepted');
      expect(await cancel(order)).toMatchObject({ outcome: 'too-late' });
      expect(await find(order)).toMatchObject({ outcome: 'accepted' });
    });

    it('takes its time with SLOW, and has not decided meanwhile', async () => {
      const order = request('SLOW3000');
      await sendUntil(order, 'pending');
      await comesTo(order, 'accepted');
    });
  });
}

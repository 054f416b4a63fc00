import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import type { ChargeRequest, PaymentGateway, RefundOrder } from '../src/payments/gateway/payment-gateway.js';
import {
  cancelAnswer,
  chargeAnswer,
  lookUpAnswer,
  refundAnswer,
  refundLookUpAnswer,
} from '../src/payments/gateway/payment-gateway.js';

export interface GatewayUnderTest {
  readonly gateway: PaymentGateway;
  close(): Promise<void>;
}

const amount = { amountMinor: 1000, currency: 'EUR' };

/**
 * What every adapter of the port must do, whoever stands behind it.
 *
 * @param name of the adapter
 * @param open makes one that honours the tokens of the simulated world
 */
export function gatewayContract(name: string, open: () => Promise<GatewayUnderTest>): void {
  describe(`${name} keeps the contract of a payment gateway`, () => {
    let under: GatewayUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());

    const soon = (ms = 20_000) => AbortSignal.timeout(ms);
    const request = (token: string): ChargeRequest => ({
      key: newId(),
      paymentId: newId(),
      orderId: newId(),
      amount,
      method: { type: 'card', token },
    });
    const charge = async (order: ChargeRequest, ms?: number) =>
      chargeAnswer(order.key, amount).parse(await under.gateway.charge(order, soon(ms)));
    const find = async ({ key }: ChargeRequest) =>
      lookUpAnswer(key, amount).parse(await under.gateway.findCharge(key, soon()));
    const comesTo = (order: ChargeRequest, wanted: string) =>
      eventually(
        () => find(order),
        ({ outcome }) => outcome === wanted,
      );
    /** Gives up waiting for the answer once the other side has the question. */
    const chargeUntil = async (order: ChargeRequest, wanted: string) => {
      const patience = new AbortController();
      const givenUp = expect(under.gateway.charge(order, patience.signal)).rejects.toThrow();
      await comesTo(order, wanted);
      patience.abort();
      await givenUp;
    };
    const cancel = async (order: ChargeRequest) =>
      cancelAnswer(order.key, amount).parse(await under.gateway.cancel(order, soon()));
    const asRefund = (order: ChargeRequest, amountMinor: number, key = newId()): RefundOrder => ({
      ...order,
      key,
      chargeKey: order.key,
      amount: { amountMinor, currency: 'EUR' },
    });
    const give = async (asked: RefundOrder) =>
      refundAnswer(asked.key, asked.amount).parse(await under.gateway.refund(asked, soon()));
    const refund = (order: ChargeRequest, amountMinor: number) => give(asRefund(order, amountMinor));
    const findRefund = async (asked: RefundOrder) =>
      refundLookUpAnswer(asked.key, asked.amount).parse(await under.gateway.findRefund(asked, soon()));

    it('captures, and answers a repeat of the key and a look-up with the same charge', async () => {
      const order = request('tok_ok');
      const first = await charge(order);
      expect(first).toMatchObject({ outcome: 'captured', amount });
      expect(await charge(order)).toStrictEqual(first);
      expect(await find(order)).toStrictEqual(first);
    });

    it('charges once when the same key comes many times at once', async () => {
      const order = request('tok_ok');
      const answers = await Promise.all(Array.from({ length: 8 }, () => charge(order)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it.each([
      ['tok_declined', 'declined'],
      ['tok_insufficient_funds', 'insufficient-funds'],
    ])('declines %s with the code %s', async (token, code) => {
      const order = request(token);
      expect(await charge(order)).toMatchObject({ outcome: 'declined', code });
      expect(await find(order)).toMatchObject({ outcome: 'declined', code });
    });

    it('knows nothing of a key that was never charged', async () => {
      expect(await find(request('tok_ok'))).toMatchObject({ outcome: 'not-found' });
    });

    it('closes a key: a charge that comes later is refused', async () => {
      const order = request('tok_ok');
      expect(await cancel(order)).toMatchObject({ outcome: 'cancelled' });
      expect(await charge(order)).toMatchObject({ outcome: 'cancelled' });
      expect(await cancel(order)).toMatchObject({ outcome: 'cancelled' });
    });

    it('says so when the charge was there before the cancellation', async () => {
      const order = request('tok_ok');
      const charged = await charge(order);
      expect(await cancel(order)).toStrictEqual(charged);
    });

    it('refunds in parts, never beyond the charge, and each key once', async () => {
      const order = request('tok_ok');
      await charge(order);
      const first = asRefund(order, 400);
      expect(await findRefund(first)).toMatchObject({ outcome: 'not-found' });
      const part = await give(first);
      expect(part).toMatchObject({ outcome: 'refunded' });
      expect(await give(first)).toStrictEqual(part);
      expect(await findRefund(first)).toStrictEqual(part);
      expect(await refund(order, 601)).toMatchObject({ outcome: 'refused' });
      expect(await refund(order, 600)).toMatchObject({ outcome: 'refunded' });
      expect(await refund(order, 1)).toMatchObject({ outcome: 'refused' });
    });

    it('gives back once what many ask for at once under one key', async () => {
      const order = request('tok_ok');
      await charge(order);
      const asked = asRefund(order, 600);
      const settled = await Promise.allSettled(Array.from({ length: 6 }, () => give(asked)));
      const answers = settled.flatMap((one) =>
        one.status === 'fulfilled' ? [JSON.stringify(one.value)] : [],
      );
      expect([...new Set(answers)]).toStrictEqual([JSON.stringify(await findRefund(asked))]);
      expect(await refund(order, 400)).toMatchObject({ outcome: 'refunded' });
    });

    it('never gives back what was never charged', async () => {
      const never = await refund(request('tok_ok'), 100).catch(() => ({ outcome: 'no answer' }));
      expect(never.outcome).not.toBe('refunded');
    });

    it('never charges a second time when the key comes with another amount', async () => {
      const order = request('tok_ok');
      const first = await charge(order);
      const other = { ...order, amount: { amountMinor: 2000, currency: 'EUR' } };
      const asked = async () =>
        chargeAnswer(order.key, other.amount).parse(await under.gateway.charge(other, soon(500)));
      await expect(asked()).rejects.toThrow();
      expect(await find(order)).toStrictEqual(first);
    });

    it('fails twice and then captures tok_error_then_ok', async () => {
      const order = request('tok_error_then_ok');
      await expect(charge(order, 1_500)).rejects.toThrow();
      expect(await find(order)).toMatchObject({ outcome: 'not-found' });
      await expect(charge(order, 1_500)).rejects.toThrow();
      expect(await charge(order)).toMatchObject({ outcome: 'captured' });
    });

    it('charges tok_timeout_charged although the reply never comes', async () => {
      await chargeUntil(request('tok_timeout_charged'), 'captured');
    });

    it.each(['tok_timeout_not_charged', 'tok_down'])('never charges %s', async (token) => {
      const order = request(token);
      await expect(charge(order, 50)).rejects.toThrow();
      expect(await find(order)).toMatchObject({ outcome: 'not-found' });
    });

    it('takes its time with tok_slow, and is under way meanwhile', async () => {
      const order = request('tok_slow_3000');
      await chargeUntil(order, 'pending');
      await comesTo(order, 'captured');
    });
  });
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayContract } from '../../../../test/payments-gateway.contract.js';
import { SECRET_KEY, startStripe, type StripeStandIn } from '../../../../test/stripe/stand-in.js';
import { newId } from '../../../platform/core/ids.js';
import { eventually } from '../../../platform/testing/eventually.js';
import type { ChargeRequest } from '../payment-gateway.js';
import { stripeClient } from './stripe-client.js';
import { StripeGateway } from './stripe-gateway.js';

const gatewayAt = (url: string, key = SECRET_KEY) =>
  new StripeGateway(
    stripeClient({ STRIPE_API_URL: url, STRIPE_SECRET_KEY: key, GATEWAY_TIMEOUT_MS: 20_000 }),
  );

describe.each([
  ['whose search is a minute late', 60_000],
  ['whose search is up to date', 0],
])('With a Stripe %s', (_, indexLagMs) => {
  gatewayContract('Stripe', async () => {
    const stripe = await startStripe(indexLagMs);
    return { gateway: gatewayAt(stripe.url), close: () => stripe.close() };
  });
});

describe('Stripe as a gateway', () => {
  let stripe: StripeStandIn;
  let gateway: StripeGateway;
  beforeAll(async () => {
    stripe = await startStripe();
    gateway = gatewayAt(stripe.url);
  });
  afterAll(() => stripe.close());

  const request = (token: string, amountMinor = 1000, type: 'card' | 'paypal' = 'card'): ChargeRequest => ({
    key: newId(),
    paymentId: newId(),
    orderId: newId(),
    amount: { amountMinor, currency: 'EUR' },
    method: { type, token },
  });
  const soon = () => AbortSignal.timeout(10_000);
  const charge = (order: ChargeRequest) => gateway.charge(order, soon());
  const find = ({ key }: ChargeRequest) => gateway.findCharge(key, soon());

  it.each([
    ['tok_expired', 'expired-card'],
    ['tok_authentication', 'authentication-required'],
    ['pm_that_is_not_there', 'resource-missing'],
  ])('takes %s for a decision: declined with %s', async (token, code) => {
    expect(await charge(request(token))).toMatchObject({ outcome: 'declined', code });
  });

  it('takes too little, and what is no card, for a decision', async () => {
    expect(await charge(request('tok_ok', 10))).toMatchObject({ code: 'amount-too-small' });
    expect(await charge(request('tok_ok', 1000, 'paypal'))).toMatchObject({ code: 'unsupported-method' });
  });

  it('takes an issuer that is away for weather, and tries the same intent again', async () => {
    const order = request('tok_issuer_away_then_ok');
    await expect(charge(order)).rejects.toThrow();
    expect(await find(order)).toMatchObject({ outcome: 'not-found' });
    const captured = await charge(order);
    expect(captured).toMatchObject({ outcome: 'captured' });
    expect(await charge(order)).toStrictEqual(captured);
    expect(stripe.api.takenUnder(order.key)).toBe(1000);
  });

  it('closes what an issuer that stays away has left open', async () => {
    const order = request('tok_issuer_away');
    await expect(charge(order)).rejects.toThrow();
    await expect(charge(order)).rejects.toThrow();
    expect(await gateway.cancel(order, soon())).toMatchObject({ outcome: 'cancelled' });
    expect(await charge(order)).toMatchObject({ outcome: 'cancelled' });
  });

  it('takes 429 for weather', async () => {
    const order = request('tok_busy');
    await expect(charge(order)).rejects.toThrow();
    expect(await charge(order)).toMatchObject({ outcome: 'captured' });
  });

  it('takes a key that Stripe does not know for weather: no order is declined for it', async () => {
    const stranger = gatewayAt(stripe.url, 'sk_test_of_yesterday');
    await expect(stranger.charge(request('tok_ok'), soon())).rejects.toThrow();
  });

  it('finds a charge whose reply was an error, which Stripe then repeats for a day', async () => {
    const order = request('tok_error_charged');
    await expect(charge(order)).rejects.toThrow();
    await expect(charge(order)).rejects.toThrow();
    expect(await find(order)).toMatchObject({ outcome: 'captured' });
  });

  it('leaves a key open under which a charge came that does not show yet', async () => {
    const order = request('tok_timeout_charged');
    const patience = new AbortController();
    const givenUp = expect(gateway.charge(order, patience.signal)).rejects.toThrow();
    await eventually(() => stripe.api.takenUnder(order.key) > 0);
    patience.abort();
    await givenUp;
    const newer = Array.from({ length: 100 }, () => charge(request('tok_ok')));
    await Promise.all(newer);
    expect(await gateway.cancel(order, soon())).toMatchObject({ outcome: 'pending' });
    stripe.api.indexLagMs = 0;
    expect(await gateway.cancel(order, soon())).toMatchObject({ outcome: 'captured' });
    stripe.api.indexLagMs = 60_000;
  });

  it('gives back once, also when Stripe has forgotten the key', async () => {
    const order = request('tok_ok');
    await charge(order);
    const part = {
      ...order,
      key: newId(),
      chargeKey: order.key,
      amount: { amountMinor: 300, currency: 'EUR' },
    };
    const first = await gateway.refund(part, soon());
    stripe.keys.prune();
    expect(await gateway.refund(part, soon())).toStrictEqual(first);
    expect(stripe.api.takenUnder(order.key)).toBe(700);
  });

  it('gives no bank transfer back: it never had it', async () => {
    const { key, ...order } = request('tok_ok');
    const method = { type: 'bank_transfer' } as const;
    const asked = { ...order, key: newId(), chargeKey: key, method };
    expect(await gateway.refund(asked, soon())).toMatchObject({ outcome: 'refused' });
  });
});

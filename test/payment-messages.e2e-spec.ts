import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { TakePayment } from '../src/payments/contract.js';
import { PaymentsModule } from '../src/payments/payments.module.js';
import type { PaymentMethod } from '../src/payments/vocabulary.js';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { Comparisons } from '../src/platform/reconciliation/comparison.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { SECRET_KEY, startStripe, type StripeStandIn } from './stripe/stand-in.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });
const became = (word: string) => ({ status: 200, body: { became: word } });

/** What the saga does; the outcome may stay open. */
async function take({ app, customerId }: TestApp, method: PaymentMethod) {
  const ids = { paymentId: newId(), orderId: newId() };
  const amount = { amountMinor: 1000, currency: 'EUR' };
  const command = new TakePayment({ ...ids, customerId, amount, method }, systemContext('spec'));
  await app
    .get(CommandBus)
    .execute(command)
    .catch(() => undefined);
  return ids.paymentId;
}
const shown = async (waybill: TestApp, paymentId: string) =>
  (await waybill.send('GET', `/v1/payments/${paymentId}`)).body;

describe('The simulated bank tells', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp({ rooms: [PaymentsModule], config: { GATEWAY_TIMEOUT_MS: 500 } });
  });
  afterAll(() => waybill.close());

  const tell = (
    body: unknown,
    { id = newId(), at = new Date(), secret = 'simulated', signed = JSON.stringify(body) } = {},
  ) => {
    const signature = new Webhook(secret, { format: 'raw' }).sign(id, at, signed);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signature,
      // Of somebody without a name a key says nothing.
      'idempotency-key': 'each-bank-sends-this',
    };
    return waybill.send('POST', '/v1/payments/webhooks/simulated', { as: 'nobody', body, headers });
  };
  const received = (paymentId: string, reference = 'SEPA-1') => ({
    type: 'bank_transfer.received',
    data: { paymentId, reference },
  });
  const transfer = () => take(waybill, { type: 'bank_transfer' });

  it('that a transfer came: the payment is captured, once for each message', async () => {
    const paymentId = await transfer();
    const id = newId();
    expect(await tell(received(paymentId), { id })).toMatchObject(became('applied'));
    expect(await shown(waybill, paymentId)).toMatchObject({
      state: 'captured',
      reference: 'SEPA-1',
      version: 2,
    });
    expect(await tell(received(paymentId, 'SEPA-2'), { id })).toMatchObject(became('repeated'));
    expect(await tell(received(paymentId))).toMatchObject(became('nothing-to-do'));
    expect(await shown(waybill, paymentId)).toMatchObject({ version: 2 });
  });

  it('the same many times at once, and it counts once', async () => {
    const paymentId = await transfer();
    const id = newId();
    const replies = await Promise.all(Array.from({ length: 6 }, () => tell(received(paymentId), { id })));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'captured', version: 2 });
    const kept = await waybill.database.query(
      'select 1 from payments.provider_messages where message_id = $1',
      [id],
    );
    expect(kept).toHaveLength(1);
  });

  it('what cannot be, and is answered all the same', async () => {
    const paymentId = await transfer();
    await tell(received(paymentId));
    const failed = { type: 'bank_transfer.failed', data: { paymentId, reference: 'SEPA-1' } };
    expect(await tell(failed)).toMatchObject(became('refused'));
    expect(await tell(received(newId()))).toMatchObject(became('not-ours'));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'captured' });
  });

  it('of a charge whose reply was lost: it is looked up', async () => {
    const paymentId = await take(waybill, { type: 'card', token: 'tok_timeout_charged' });
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'unknown' });
    const updated = { type: 'charge.updated', data: { paymentId } };
    expect(await tell(updated)).toMatchObject(became('applied'));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'captured' });
  });

  it('of a charge that never came: it is asked to tell again', async () => {
    const paymentId = await take(waybill, { type: 'paypal', token: 'tok_timeout_not_charged' });
    const updated = { type: 'charge.updated', data: { paymentId } };
    expect(await tell(updated)).toMatchObject(problem(503, 'not-settled'));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'unknown' });
  });

  it('nothing unless it is signed, lately, over these bytes', async () => {
    const paymentId = await transfer();
    const body = received(paymentId);
    const long = 6 * 60_000;
    for (const forged of [
      { secret: 'another secret' },
      { at: new Date(Date.now() - long) },
      { at: new Date(Date.now() + long) },
      { signed: JSON.stringify(received(newId())) },
    ]) {
      expect(await tell(body, forged)).toMatchObject(problem(400, 'payment.message-not-signed'));
    }
    const bare = { as: 'operator', body } as const;
    const unsigned = await waybill.send('POST', '/v1/payments/webhooks/simulated', bare);
    expect(unsigned).toMatchObject(problem(400, 'payment.message-not-signed'));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'requested' });
  });

  it('in words that are known, at an address that is known', async () => {
    expect(await tell({ type: 'bank.robbed', data: {} })).toMatchObject(problem(400, 'invalid-request'));
    const elsewhere = await waybill.send('POST', '/v1/payments/webhooks/stripe', { as: 'nobody', body: {} });
    expect(elsewhere).toMatchObject(problem(404, 'payment.provider-not-found'));
  });
});

describe('Stripe tells', () => {
  const secrets = ['whsec_new', 'whsec_old'];
  let stripe: StripeStandIn;
  let waybill: TestApp;
  beforeAll(async () => {
    stripe = await startStripe();
    waybill = await startApp({
      rooms: [PaymentsModule],
      config: {
        PAYMENT_GATEWAY: 'stripe',
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_WEBHOOK_SECRET: secrets,
        STRIPE_API_URL: stripe.url,
        GATEWAY_TIMEOUT_MS: 1_000,
        RECONCILIATION_GRACE_SECONDS: 0,
        RECONCILIATION_EVERY_SECONDS: 1,
      },
    });
  });
  afterAll(async () => {
    await waybill.close();
    await stripe.close();
  });

  const { webhooks } = new Stripe('sk_test_signs');
  const now = () => Math.floor(Date.now() / 1000);
  const tell = (event: object, { secret = 'whsec_new', timestamp = now() } = {}) => {
    const signature = webhooks.generateTestHeaderString({
      payload: JSON.stringify(event),
      secret,
      timestamp,
    });
    const headers = { 'stripe-signature': signature };
    return waybill.send('POST', '/v1/payments/webhooks/stripe', { as: 'nobody', body: event, headers });
  };
  const eventOf = (type: string, paymentId: string) => ({
    ...{ id: `evt_${newId()}`, object: 'event', type },
    data: { object: { metadata: { payment_id: paymentId } } },
  });
  const card = (token: string) => take(waybill, { type: 'card', token });
  const differenceIn = async (intent: unknown) =>
    (await waybill.send('GET', '/v1/ops/attention')).body.items.find(({ object }) => object === intent);

  it('of a charge whose reply was lost, once, whatever the order of events', async () => {
    const paymentId = await card('tok_timeout_charged');
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'unknown' });
    // It failed once before it succeeded, and that event is the later one to come.
    const succeeded = eventOf('payment_intent.succeeded', paymentId);
    expect(await tell(succeeded)).toMatchObject(became('applied'));
    expect(await tell(succeeded)).toMatchObject(became('repeated'));
    expect(await tell(eventOf('payment_intent.payment_failed', paymentId))).toMatchObject(
      became('nothing-to-do'),
    );
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'captured', version: 3 });
  });

  it('that it succeeded, and that is no more than a hint: it is declined when Stripe says so', async () => {
    const paymentId = await card('tok_declined');
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'declined' });
    expect(await tell(eventOf('payment_intent.succeeded', paymentId))).toMatchObject(became('nothing-to-do'));
    expect(await shown(waybill, paymentId)).toMatchObject({ state: 'declined' });
  });

  it('of a refund: what is under way is finished', async () => {
    const paymentId = await card('tok_ok');
    const refund = { as: 'operator', key: newId(), body: { amountMinor: 300, reason: 'broken' } } as const;
    expect(await waybill.send('POST', `/v1/payments/${paymentId}/refunds`, refund)).toMatchObject({
      status: 201,
    });
    expect(await tell(eventOf('charge.refunded', paymentId))).toMatchObject(became('nothing-to-do'));
    expect(await shown(waybill, paymentId)).toMatchObject({ refunded: { amountMinor: 300 } });
  });

  it('of what is not ours, and is thanked for it', async () => {
    expect(await tell(eventOf('payment_intent.succeeded', newId()))).toMatchObject(became('not-ours'));
    expect(await tell(eventOf('customer.created', newId()))).toMatchObject(became('not-ours'));
    expect(await tell({ ...eventOf('payout.paid', ''), data: { object: {} } })).toMatchObject(
      became('not-ours'),
    );
  });

  it('of a refund that somebody made at its dashboard: both sides are shown until they agree', async () => {
    const paymentId = await card('tok_ok');
    const { reference } = await shown(waybill, paymentId);
    const refund = stripe.api.givenBackElsewhere(String(reference), 300);
    const event = { ...eventOf('refund.created', ''), data: { object: refund } };
    expect(await tell(event)).toMatchObject(became('not-ours'));
    expect(await differenceIn(reference)).toMatchObject({
      kind: 'difference',
      detail:
        'payments-and-provider: the payment has 1000 EUR captured, 0 given back; the provider has 1000 EUR captured, 300 given back',
    });
    const { text } = await waybill.send('GET', '/metrics', { as: 'nobody' });
    expect(text).toContain('waybill_reconciliation_differences{books="payments-and-provider"}');
    stripe.api.refunds.pop();
    await eventually(async () => !(await differenceIn(reference)));
  });

  it('of money that was listed a moment ago: it is looked at as it is now', async () => {
    const { reference } = await shown(waybill, await card('tok_ok'));
    const all = waybill.app.get(Comparisons).all();
    const books = all.find(({ name }) => name === 'payments-and-provider')!;
    expect(await books.next('', 500)).toContain(reference);
    stripe.api.givenBackElsewhere(String(reference), 300);
    expect(await books.compare([String(reference)])).toMatchObject([{ object: reference }]);
    stripe.api.refunds.pop();
    expect(await books.compare([String(reference)])).toEqual([]);
  });

  it('nothing of money that somebody took elsewhere: its list does', async () => {
    const intent = stripe.api.elsewhere(700);
    // More than Stripe lists at once.
    for (let n = 0; n < 120; n++) stripe.api.elsewhere(0);
    const found = await eventually(() => differenceIn(intent.id));
    expect(found).toMatchObject({ detail: expect.stringContaining('no payment has this key') });
    intent.amount_received = 0;
    await eventually(async () => !(await differenceIn(intent.id)));
  });

  it('nothing of a charge of ours that it does not have: it is asked for each', async () => {
    const paymentId = await card('tok_ok');
    const { reference } = await shown(waybill, paymentId);
    const { intents } = stripe.api;
    const at = intents.findIndex(({ id }) => id === reference);
    const [charge] = intents.splice(at, 1);
    const found = await eventually(() => differenceIn(charge!.metadata['waybill_key']));
    expect(found).toMatchObject({
      detail:
        'provider-and-payments: the payment has 1000 captured, 0 given back; the provider has no such charge',
    });
    // Under our number, and not ours.
    const foreign = { ...charge!, metadata: {} };
    intents.push(foreign);
    const all = waybill.app.get(Comparisons).all();
    const books = all.find(({ name }) => name === 'provider-and-payments')!;
    expect(await books.compare([found.object as string])).toHaveLength(1);
    intents.splice(intents.indexOf(foreign), 1, charge!);
    await eventually(async () => !(await differenceIn(found.object)));
  });

  it('signed with a new secret or the one before, no longer than five minutes ago', async () => {
    const event = () => eventOf('payment_intent.succeeded', newId());
    expect(await tell(event(), { secret: 'whsec_old' })).toMatchObject(became('not-ours'));
    const refused = problem(400, 'payment.message-not-signed');
    expect(await tell(event(), { secret: 'whsec_stolen' })).toMatchObject(refused);
    expect(await tell(event(), { timestamp: now() - 301 })).toMatchObject(refused);
    expect(await waybill.send('POST', '/v1/payments/webhooks/stripe', { as: 'nobody' })).toMatchObject(
      refused,
    );
  });
});

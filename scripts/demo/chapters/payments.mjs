import { createHmac, randomUUID } from 'node:crypto';
import { mug, place, rests, shipped } from '../goods.mjs';
import { has } from '../seen.mjs';

export const payments = {
  name: 'payments',
  title: 'Payments, refunds, and a second person',
  about: `A payment is taken once and can be given back in parts, never beyond what was taken. Above a limit money waits
    for a second person (APPROVAL_LIMIT_MINOR).`,
  async walk(tour) {
    await refunds(tour);
    await transfer(tour);
    await secondPerson(tour);
  },
};

async function refunds(tour) {
  const { order, body } = await shipped(tour);
  const payment = `/v1/payments/${body.paymentId}`;
  await tour.step('Its payment', {
    ...{ get: payment, as: 'customer', see: { state: 'captured', captured: { amountMinor: 2_500 } } },
    toSee: 'captured, 25.00 EUR',
  });
  await tour.step('All payments of the order', {
    ...{
      get: `${order}/payments`,
      as: 'customer',
      see: { items: [{ id: body.paymentId }] },
      toSee: 'this one',
    },
  });
  await tour.step('A part is given back', {
    ...{ post: `${payment}/refunds`, body: { amountMinor: 500, reason: 'a scratch' }, status: 201 },
    ...{ see: { refunded: { amountMinor: 500 } }, toSee: '201, 5.00 EUR refunded' },
  });
  await tour.step('Never more than was taken', {
    ...{ post: `${payment}/refunds`, body: { amountMinor: 2_001, reason: 'a typing error' }, status: 422 },
    toSee: '422: at most 20.00 EUR can be refunded',
  });
  await tour.step('It is partially refunded', {
    ...{ get: payment, as: 'customer', until: true, see: { state: 'partially-refunded' } },
    toSee: 'partially-refunded',
  });
}

async function transfer(tour) {
  const order = await place(tour, 'An order by bank transfer', {
    ...{ toSee: '202; the goods are reserved and wait for the money' },
    over: { paymentMethod: { type: 'bank_transfer' } },
  });
  const waits = await tour.step('It waits for the money', {
    ...{
      get: `${order}/payments`,
      until: true,
      see: { items: [{ state: 'requested' }] },
      toSee: 'requested',
    },
  });
  const paymentId = waits.body.items[0].id;
  const message = { type: 'bank_transfer.received', data: { paymentId, reference: `BANK-${tour.mark}` } };
  const told = { post: '/v1/payments/webhooks/simulated', as: 'nobody', body: message, ...signed(message) };
  await tour.step('The bank tells that it came', {
    ...{ ...told, see: { became: 'applied' }, toSee: 'applied' },
    why: 'the signature of the simulated bank stands for a token; it is good for five minutes',
  });
  await tour.step('It tells again, because our answer was lost on the way', {
    ...{ ...told, see: { became: 'repeated' }, toSee: 'repeated: it has its effect once' },
  });
  await rests(tour, order, 'completed');
  await surplus(tour, `/v1/payments/${paymentId}`);
}

/** As Standard Webhooks sign, with the secret of the simulated bank. */
function signed(message) {
  const [id, at] = [randomUUID(), String(Math.floor(Date.now() / 1000))];
  const hmac = createHmac('sha256', process.env.SIMULATOR_WEBHOOK_SECRET || 'simulated');
  const signature = hmac.update(`${id}.${at}.${JSON.stringify(message)}`).digest('base64');
  return {
    headers: { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` },
  };
}

async function surplus(tour, payment) {
  await tour.step('The customer has sent it twice', {
    ...{
      post: `${payment}/record`,
      as: 'service',
      body: { outcome: 'captured', reference: `TWICE-${tour.mark}` },
    },
    ...{ see: { surplus: [{ id: Boolean }] }, toSee: 'a surplus, which goes back by itself' },
  });
  const { body } = await tour.step('It has gone back', {
    ...{ get: payment, until: true, see: { surplus: [{ state: 'returned' }] }, toSee: 'returned' },
  });
  const [{ id, reference }] = body.surplus;
  await tour.step('Somebody records by hand what has gone back already', {
    post: `${payment}/surplus/${id}/return`,
    body: { reference, reason: 'seen on the statement of the bank' },
    see: { surplus: [{ state: 'returned', reference }] },
    toSee: 'as before: it goes back once, whoever was first',
  });
}

async function secondPerson(tour) {
  const items = [{ sku: await mug(tour), quantity: 100 }];
  const { body } = await shipped(tour, { items });
  const refund = { post: `/v1/payments/${body.paymentId}/refunds` };
  const asked = await tour.step('A large refund', {
    ...{ ...refund, body: { amountMinor: 60_000, reason: 'half of it was broken' } },
    toSee: '202 and an approval that waits; 201 where no limit is set',
  });
  await tour.step('What waits for a second person', {
    ...{ get: '/v1/ops/approvals?state=waiting', see: { items: Array.isArray }, toSee: 'the approvals' },
  });
  if (asked.status === 201)
    return hide(tour, 'there is no limit: APPROVAL_LIMIT_MINOR=50000 npm start shows it');
  await decided(tour, refund, asked.body.id);
}

async function decided(tour, refund, id) {
  const approval = `/v1/ops/approvals/${id}`;
  await tour.step('It has not been paid', {
    ...{ get: approval, see: { state: 'waiting', amountMinor: 60_000 }, toSee: 'waiting' },
  });
  await tour.step('Who asked cannot agree', {
    ...{ post: `${approval}/approve`, body: { reason: 'I say so' }, status: 403, toSee: '403' },
  });
  if (!tour.server.tokens.colleague)
    return hide(tour, 'the secret that signs the token of a second operator is not known');
  await tour.step('A colleague can', {
    ...{
      post: `${approval}/approve`,
      as: 'colleague',
      body: { reason: 'saw the photos' },
      see: { state: 'done' },
    },
    toSee: 'done: the money is on its way back',
  });
  const other = await tour.step('Another one', {
    ...{ ...refund, body: { amountMinor: 55_000, reason: 'the other half' }, status: 202, toSee: '202' },
  });
  await tour.step('Is turned down', {
    ...{ post: `/v1/ops/approvals/${other.body.id}/reject`, as: 'colleague', body: { reason: 'it was not' } },
    ...{ see: { state: 'rejected' }, toSee: 'rejected; nothing is paid' },
  });
  await tour.step('Both are kept', {
    ...{
      get: '/v1/ops/approvals?state=done',
      see: { items: has({ id: id }) },
      toSee: 'the first one',
    },
  });
}

function hide(tour, reason) {
  for (const verb of ['approve', 'reject']) tour.unshown.set(`POST /v1/ops/approvals/{id}/${verb}`, reason);
  tour.unshown.set('GET /v1/ops/approvals/{id}', reason);
}

import { randomUUID } from 'node:crypto';
import { send } from '../caller.mjs';
import { eur } from '../goods.mjs';
import { isSigned, startReceiver } from '../receiver.mjs';
import { has } from '../seen.mjs';

export const webhooks = {
  name: 'webhooks',
  title: 'Webhooks: events to whoever wants them',
  about: `Signed as Standard Webhooks say, tried again for days, in order for each thing. This tour is the receiver: a
    small web server on this machine. Private addresses are refused unless WEBHOOK_ALLOW_PRIVATE=true.`,
  async walk(tour) {
    const receiver = await startReceiver();
    let endpoint;
    try {
      endpoint = await registered(tour, receiver);
      if (!endpoint) return;
      await arrives(tour, receiver, endpoint);
      await rotated(tour, receiver, endpoint);
      await sentAgain(tour, receiver, endpoint);
      await changed(tour, receiver, endpoint);
    } finally {
      if (endpoint) await send(tour.server, { method: 'DELETE', path: endpoint.path, as: 'operator' });
      await receiver.close();
    }
  },
};

const ofEndpoint = ['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1/webhook-endpoints/{id}`);
const verbs = ['rotate-secret', 'enable', 'disable', 'test', 'resend'];

async function registered(tour, { url }) {
  const began = new Date().toISOString();
  const body = { url, eventTypes: ['waybill.product.*'], description: `tour ${tour.mark}` };
  const made = await tour.step('A receiver is registered', {
    ...{ post: '/v1/webhook-endpoints', key: false, body, see: (answer) => answer.secret || answer.code },
    ...{
      allow: [400, 422],
      toSee: '201 and the secret, shown this once; refused where private addresses are',
    },
  });
  await tour.step('All receivers', {
    ...{
      get: '/v1/webhook-endpoints',
      see: { items: Array.isArray },
      toSee: 'the receivers; never their secrets',
    },
  });
  if (made.status === 201)
    return { path: `/v1/webhook-endpoints/${made.body.id}`, secret: made.body.secret, began };
  const reason = 'this server sends to public addresses only: WEBHOOK_ALLOW_PRIVATE=true npm start shows it';
  for (const operation of [
    ...['POST /v1/webhook-endpoints', ...ofEndpoint, 'GET /v1/webhook-endpoints/{id}/deliveries'],
    ...verbs.map((verb) => `POST /v1/webhook-endpoints/{id}/${verb}`),
    ...['GET /v1/webhook-deliveries/{id}', 'POST /v1/webhook-deliveries/{id}/resend'],
    'POST /v1/webhook-deliveries/{id}/discard',
  ])
    tour.unshown.set(operation, reason);
  return undefined;
}

/** Something that its receiver is to hear of. @returns {Promise<string>} its SKU */
async function somethingHappens(tour, title) {
  const sku = `TOUR-${tour.mark}-${randomUUID().slice(0, 4).toUpperCase()}`;
  await tour.step(title, {
    ...{ post: '/v1/products', status: 201, toSee: '201' },
    body: { sku, name: 'Something new', category: 'tour', price: eur(100) },
  });
  return sku;
}

async function arrives(tour, receiver, { path, secret }) {
  const sku = await somethingHappens(tour, 'A product is made');
  await tour.check('The event arrives here, signed with the secret', {
    ...{ toSee: 'webhook-id, webhook-timestamp, webhook-signature over the body' },
    look: () => receiver.received.some((one) => one.body.includes(sku) && isSigned(one, secret)),
    why: 'The body is a CloudEvent, the same that Kafka carries.',
  });
  const list = await tour.step('What was sent', {
    ...{
      get: `${path}/deliveries?state=delivered`,
      until: true,
      see: { items: [{}] },
      toSee: 'delivered, 1 attempt',
    },
  });
  await tour.step('One delivery with every attempt', {
    ...{ get: `/v1/webhook-deliveries/${list.body.items[0].id}`, see: { log: [{ status: 204 }] } },
    toSee: 'the body as it was sent, and the answer 204',
  });
}

async function rotated(tour, receiver, { path, secret }) {
  const rotation = await tour.step('The secret is changed', {
    ...{ post: `${path}/rotate-secret`, key: false, body: { overlapHours: 1 }, see: { secret: /^whsec_/ } },
    toSee: 'the new secret; the old one signs as well for an hour',
  });
  receiver.received.length = 0;
  await tour.step('A test event is sent', {
    ...{ post: `${path}/test`, key: false, status: 202, toSee: '202' },
  });
  const next = rotation.body.secret;
  await tour.check('It carries both signatures', {
    toSee: 'one for each secret: no moment at which a receiver refuses',
    look: () => receiver.received.some((one) => isSigned(one, secret) && isSigned(one, next)),
  });
}

async function sentAgain(tour, receiver, { path, began }) {
  receiver.status = 503;
  receiver.received.length = 0;
  const sku = await somethingHappens(tour, 'The receiver is down, and something happens');
  const waits = await tour.step('It is refused, and waits to be tried again', {
    ...{ get: `${path}/deliveries?state=pending`, until: true, toSee: 'pending, 503, nextAttemptAt' },
    see: { items: has({ lastStatus: 503, subject: `product-${sku}` }) },
  });
  const { id } = waits.body.items.find(({ subject }) => subject === `product-${sku}`);
  receiver.status = 204;
  await tour.step('The receiver is up: again, now', {
    ...{ post: `/v1/webhook-deliveries/${id}/resend`, key: false, status: 202, toSee: '202' },
  });
  await tour.step('It has arrived', {
    ...{ get: `/v1/webhook-deliveries/${id}`, until: true, see: { state: 'delivered' }, toSee: 'delivered' },
  });
  await tour.step('Everything since the beginning once more', {
    ...{ post: `${path}/resend`, key: false, status: 202, see: { queued: (count) => count >= 2 } },
    ...{ body: { from: began, include: 'all' }, toSee: 'how many are queued' },
  });
}

async function changed(tour, receiver, { path }) {
  await tour.step('It shall have less', {
    ...{ patch: path, body: { eventTypes: ['waybill.product.created'] }, toSee: 'created only' },
    see: { eventTypes: ['waybill.product.created'] },
  });
  receiver.status = 503;
  const sku = await somethingHappens(tour, 'Something that it cannot take');
  const waits = await tour.step('It waits', {
    ...{ get: `${path}/deliveries?state=pending&limit=100`, until: true, toSee: 'pending' },
    see: { items: has({ subject: `product-${sku}`, attempts: 1 }) },
  });
  const { id } = waits.body.items.find(({ subject }) => subject === `product-${sku}`);
  await tour.step('It is switched off', {
    ...{
      post: `${path}/disable`,
      key: false,
      body: { reason: 'they move house' },
      see: { state: 'disabled' },
    },
    toSee: 'disabled; nothing is sent',
  });
  await tour.step('It is as it was left', { get: path, see: { state: 'disabled' }, toSee: 'disabled' });
  await tour.step('Nobody needs it any more', {
    ...{ post: `/v1/webhook-deliveries/${id}/discard`, key: false, body: { reason: 'obsolete' } },
    ...{ see: { state: 'discarded' }, toSee: 'discarded' },
  });
  await tour.step('It is switched on again', {
    ...{ post: `${path}/enable`, key: false, see: { state: 'enabled' }, toSee: 'enabled' },
  });
  await tour.step('It is taken away', { delete: path, status: 204, toSee: '204' });
}

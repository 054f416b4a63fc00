/** Runs in the browser of who looks at the start page. It builds elements and sets text; nothing becomes markup. */
export const demoScript = `
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const tries = [
  ['Place an order that is shipped', {}],
  ['Place one whose card is declined, and see it undone', { token: 'tok_declined' }],
  ['Place one that gets stuck: at its address the carrier is down', { postalCode: 'DOWN' }],
];
let who;

const call = (path, init = {}) =>
  fetch(path, { ...init, headers: { authorization: 'Bearer ' + who.tokens.operator, ...init.headers } });

async function place({ token = 'tok_ok', postalCode = 'D02' }) {
  const reply = await call('/v1/orders', {
    method: 'POST',
    headers: {
      authorization: 'Bearer ' + who.tokens.customer,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      customerId: who.customerId,
      currency: 'EUR',
      items: [{ sku: 'MUG-BLUE', quantity: 1 }],
      shippingAddress: { name: 'Ada', line1: '1 Quay Street', city: 'Dublin', postalCode, country: 'IE' },
      paymentMethod: { type: 'card', token },
      confirm: true,
    }),
  });
  const said = await reply.json();
  status.textContent = reply.ok ? 'Placed ' + said.id + '. Its timeline opens below.' : said.detail;
  if (!reply.ok) return;
  await list();
  for (let look = 0; look < 5; look++) {
    await timeline(said.id);
    await new Promise((resolve) => setTimeout(resolve, 800));
  }
  await list();
}

async function list() {
  const { items = [] } = await (await call('/v1/orders?limit=10')).json();
  rows.replaceChildren(
    ...items.map((order) =>
      make('tr', {},
        make('td', {}, make('button', { textContent: order.id, onclick: () => timeline(order.id) })),
        make('td', { textContent: order.status }),
        make('td', { textContent: order.cancellationReason?.code ?? '' }))));
  empty.hidden = items.length > 0;
}

async function timeline(id) {
  const { items = [] } = await (await call('/v1/orders/' + id + '/timeline?limit=50')).json();
  story.textContent = items.map((it) =>
    [it.occurredAt, it.room.padEnd(10), it.type.padEnd(24), it.reason ?? ''].join('  ').trimEnd()).join('\\n');
}

const role = make('select', { id: 'role', onchange: () => (token.value = who.tokens[role.value]) });
const token = make('input', { id: 'token', readOnly: true, size: 60, onclick: () => token.select() });
const status = make('p', { id: 'status', role: 'status' });
const rows = make('tbody', { id: 'orders' });
const empty = make('p', { textContent: 'No order yet: place one.' });
const story = make('pre', { id: 'story' });

const reply = await fetch('/start/identities');
if (reply.ok) {
  who = await reply.json();
  role.append(...Object.keys(who.tokens).map((name) => make('option', { textContent: name })));
  token.value = who.tokens[role.value];
  document.getElementById('demo').append(
    make('h2', { textContent: 'The next three things to try' }),
    make('ol', {}, ...tries.map(([text, wish]) =>
      make('li', {}, make('button', { textContent: text, onclick: () => void place(wish) })))),
    status,
    make('h2', { textContent: 'Orders' }), make('table', {}, rows), empty, story,
    make('h2', { textContent: 'Who you are' }),
    make('p', {}, make('label', { htmlFor: 'role', textContent: 'A token for ' }), role, ' ', token),
    make('p', { textContent: 'Send it as "authorization: Bearer ..."; /docs has one filled in already. Kafka: ' +
      (who.kafka || 'off, until KAFKA_BROKERS is set') + '.' }));
  await list();
}
`;

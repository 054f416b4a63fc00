import { describe, expect, it } from '@jest/globals';
import { upcast } from '../platform/core/event.js';
import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { order } from './order.decider.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const other = '019ab000-0000-7000-8000-000000000002';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const mug = '{"sku":"MUG","name":"Mug","quantity":2,"unitPrice":{"amountMinor":500,"currency":"EUR"}}';
const address =
  '{"name":"Ada","line1":"1 St","line2":"Back door","city":"London","region":"LDN","postalCode":"N1","country":"GB"}';
const card = '{"type":"card","token":"tok_ok"}';
const head = `"orderId":"${orderId}","customerId":"${other}","currency":"EUR"`;
const total = '{"amountMinor":1000,"currency":"EUR"}';

const golden: readonly GoldenRow[] = [
  {
    type: 'OrderCreated',
    version: 1,
    stored: `{${head},"items":[${mug}],"shippingAddress":${address},"paymentMethod":${card}}`,
  },
  { type: 'OrderItemAdded', version: 1, stored: `{"orderId":"${orderId}",${mug.slice(1)}` },
  { type: 'OrderItemRemoved', version: 1, stored: `{"orderId":"${orderId}","sku":"MUG","quantity":1}` },
  {
    type: 'OrderAddressChanged',
    version: 1,
    stored: `{"orderId":"${orderId}","shippingAddress":${address}}`,
  },
  {
    type: 'OrderPaymentMethodChanged',
    version: 1,
    stored: `{"orderId":"${orderId}","paymentMethod":{"type":"wallet","accountId":"${other}"}}`,
  },
  {
    type: 'OrderConfirmed',
    version: 1,
    stored: `{${head},"items":[${mug}],"total":${total},"shippingAddress":${address},"paymentMethod":${card}}`,
  },
  { type: 'OrderPaid', version: 1, stored: `{"orderId":"${orderId}","paymentId":"${other}"}` },
  {
    type: 'OrderShipped',
    version: 1,
    stored: `{"orderId":"${orderId}","shipmentId":"${other}","carrier":"DHL","trackingNumber":"JD01"}`,
  },
  { type: 'OrderDelivered', version: 1, stored: `{"orderId":"${orderId}"}` },
  { type: 'OrderReturned', version: 1, stored: `{"orderId":"${orderId}"}` },
  {
    type: 'OrderCancellationRequested',
    version: 1,
    stored: `{"orderId":"${orderId}","code":"customer-request","detail":"too late"}`,
    newest: { orderId, code: 'customer-request', detail: 'too late' },
  },
  {
    type: 'OrderCancellationRequested',
    version: 2,
    stored: `{"orderId":"${orderId}","code":"operator","detail":"The shop cancelled the order.","internal":"fraud"}`,
  },
  {
    type: 'OrderCancelled',
    version: 1,
    stored: `{"orderId":"${orderId}","code":"insufficient-stock","detail":"MUG"}`,
    newest: { orderId, code: 'insufficient-stock', detail: 'MUG' },
  },
  {
    type: 'OrderCancelled',
    version: 2,
    stored: `{"orderId":"${orderId}","code":"operator","detail":"The shop cancelled the order.","internal":"fraud"}`,
  },
  {
    type: 'OrderUnitsCancelled',
    version: 1,
    stored:
      `{"orderId":"${orderId}","code":"customer-request","detail":"one is enough",` +
      '"items":[{"sku":"MUG","name":"Mug","quantity":1,"unitPrice":{"amountMinor":600,"currency":"EUR"}}],' +
      '"amount":{"amountMinor":600,"currency":"EUR"},"total":{"amountMinor":600,"currency":"EUR"}}',
  },
  {
    type: 'OrderRepriced',
    version: 1,
    stored: `{"orderId":"${orderId}","items":[{"sku":"MUG","name":"Mug","unitPrice":{"amountMinor":600,"currency":"EUR"}}]}`,
  },
];

stillUnderstood(order.events, golden);

describe('Stored order events', () => {
  it.each([
    ['operator', 'looks like a stolen card', 'The shop cancelled the order.'],
    ['payment-declined', 'the gateway says pick-up-card', 'The payment was declined.'],
    ['shipment-refused', 'carrier: embargo list', 'The carrier does not deliver to this address.'],
  ])('of version 1 tell outsiders nothing of what was meant for the shop (%s)', (code, detail, shown) => {
    for (const type of ['OrderCancelled', 'OrderCancellationRequested']) {
      const declared = order.events.find((one) => one.type === type)!;
      expect(upcast(declared, 1, { orderId, code, detail }).data).toStrictEqual({
        ...{ orderId, code },
        ...{ detail: shown, internal: detail },
      });
    }
  });

  it('of version 1 fold into an order that was delivered', () => {
    const life = ['OrderCreated', 'OrderItemAdded', 'OrderItemRemoved', 'OrderConfirmed', 'OrderPaid'];
    const folded = [...life, 'OrderShipped', 'OrderDelivered'].reduce((state, type) => {
      const { version, stored } = golden.find((row) => row.type === type)!;
      const declared = order.events.find((one) => one.type === type)!;
      return order.evolve(state, upcast(declared, version, JSON.parse(stored) as object) as never, '');
    }, order.initial);
    expect(folded).toMatchObject({
      status: 'delivered',
      customerId: other,
      items: [{ sku: 'MUG', quantity: 3, unitPrice: { amountMinor: 500, currency: 'EUR' } }],
      trackingNumber: 'JD01',
    });
  });
});

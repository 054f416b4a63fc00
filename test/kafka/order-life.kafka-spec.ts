import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/core/ids.js';
import { KafkajsPublisher } from '../../src/platform/kafka/kafkajs-publisher.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { startApp, type TestApp } from '../app.js';
import { address, bankTransfer, card, eur, product } from '../builders.js';
import { findInDatabase } from '../canary.js';
import { callersTrace, keepSpans, type Spans } from '../spans.js';
import { useKafka, versions, type ReadRecord } from './broker.js';
import { journeyOverKafka } from './console-journey.js';

describe.each(versions)('the life of an order over Apache Kafka %s', (version) => {
  const kafka = useKafka(version, { own: true });
  const sku = `MUG-${newId().slice(-8)}`;
  let waybill: TestApp;
  let shop: KafkajsPublisher;
  let spans: Spans;
  beforeAll(async () => {
    spans = keepSpans();
    waybill = await startApp({
      config: { KAFKA_BROKERS: [kafka.brokers], SEAL_EVERY_SECONDS: 1, SEAL_ANCHORS: 'kafka' },
    });
    shop = new KafkajsPublisher(kafka.address);
    await waybill.send('POST', '/v1/products', { key: newId(), body: product(sku) });
    await eventually(
      () => kafka.admin.listTopics(),
      (topics) => topics.includes('waybill.stock-counts.v1.dlq'),
    );
  });
  afterAll(async () => {
    await shop.close();
    await waybill.close();
    await spans.end();
    await kafka.end();
  });

  /** What the next record has beside the usual headers. */
  let more: Record<string, string> = {};
  const send = async (topic: string, type: string, key: string, value: object | string) => {
    const id = newId();
    const headers = {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: '/shop',
      ce_type: type,
      'content-type': 'application/json',
      ...more,
    };
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const record = { topic, key, value: Buffer.from(text), headers };
    await eventually(
      () => shop.publish([record]),
      ([delivery]) => delivery!.kind === 'sent',
    );
    return id;
  };
  const command = (name: string, key: string, value: object | string) =>
    send('waybill.commands.v1', `waybill.command.${name}`, key, value);
  const outOf = async (topic: string, key: string): Promise<ReadRecord[]> =>
    (await kafka.records([topic])).filter((record) => record.key === key);
  const typesOf = (records: readonly ReadRecord[]) =>
    records.map(({ headers }) => headers['ce_type']!.replace('waybill.', ''));
  const reply = async (key: string, request: string) => {
    const [found] = await eventually(
      async () =>
        (await outOf('waybill.replies.v1', key)).filter(
          ({ headers }) => headers['ce_causationid'] === request,
        ),
      (replies) => replies.length > 0,
    );
    return JSON.parse(String(found!.value)) as Record<string, unknown>;
  };
  const status = async (orderId: string) =>
    (await waybill.send('GET', `/v1/orders/${orderId}`)).body['status'];

  it('begins with a command, is told to the world in order, and ends with the carrier’s word', async () => {
    const counted = await send('waybill.stock-counts.v1', 'waybill.stock-count.taken', sku, {
      sku,
      counted: 10,
    });
    await eventually(
      () => waybill.send('GET', `/v1/stock/${sku}`),
      ({ body }) => body?.['onHand'] === 10,
    );
    const order = {
      customerId: waybill.customerId,
      currency: 'EUR',
      items: [{ sku, quantity: 2 }],
      shippingAddress: address,
      paymentMethod: card('tok_ok'),
    };
    const orderId = newId();
    const created = await command('create-order', orderId, { orderId, ...order });
    expect(await reply(orderId, created)).toEqual({ outcome: 'accepted', id: orderId, version: 1 });
    await command('confirm-order', orderId, { orderId });
    await eventually(
      () => status(orderId),
      (now) => now === 'shipped',
    );
    const records = await eventually(
      () => outOf('waybill.orders.v1', orderId),
      (found) => found.length >= 4,
    );
    expect(typesOf(records)).toEqual(['order.created', 'order.confirmed', 'order.paid', 'order.shipped']);
    const versionsSeen = records.map(({ headers }) => Number(headers['ce_streamversion']));
    expect(versionsSeen).toEqual([...versionsSeen].sort((a, b) => a - b));
    expect(records.every(({ value }) => !/Ada|Analytical|tok_ok/.test(String(value)))).toBe(true);

    const { shipmentId, paymentId } = (await waybill.send('GET', `/v1/orders/${orderId}`)).body as Record<
      string,
      string
    >;
    await send('waybill.tracking.v1', 'waybill.parcel.tracked', shipmentId!, {
      shipmentId,
      status: 'delivered',
      at: new Date().toISOString(),
    });
    await eventually(
      () => outOf('waybill.shipping.v1', shipmentId!),
      (found) => found.length === 2,
    );
    expect(typesOf(await outOf('waybill.shipping.v1', shipmentId!))).toEqual([
      'shipment.dispatched',
      'shipment.delivered',
    ]);
    expect(typesOf(await outOf('waybill.payments.v1', paymentId!))).toEqual([
      'payment.requested',
      'payment.captured',
    ]);
    expect(typesOf(await outOf('waybill.inventory.v1', orderId))).toEqual([
      'stock.reserved',
      'stock.consumed',
    ]);
    const [adjusted] = await outOf('waybill.inventory.v1', sku);
    expect(JSON.parse(String(adjusted!.value))).toEqual({ sku, delta: 10, reason: `count ${counted}` });
  });

  it('is one trace, from the command on Kafka to every record about it', async () => {
    const { traceId, traceparent } = callersTrace();
    const [orderId, type] = [newId(), 'waybill.command.create-order'];
    const draft = { orderId, customerId: waybill.customerId, currency: 'EUR', items: [{ sku, quantity: 1 }] };
    more = { traceparent, tracestate: 'shop=42' };
    const asked = await send('waybill.commands.v1', type, orderId, draft);
    more = {};
    const sent = () => spans.of(traceId).filter(({ name }) => name === 'send waybill.orders.v1');
    const [span] = await eventually(
      () => Promise.resolve(sent()),
      (found) => found.length > 0,
    );
    // What it sends may be sent before it is done.
    const taken = () => spans.of(traceId).filter(({ name }) => name === 'process waybill.commands.v1');
    const [handled] = await eventually(
      () => Promise.resolve(taken()),
      (found) => found.length > 0,
    );
    expect(spans.pathTo(span!)).toEqual([
      'process waybill.commands.v1',
      'CreateOrder',
      'append platform.events',
      'send waybill.orders.v1',
    ]);
    const [record] = await outOf('waybill.orders.v1', orderId);
    await reply(orderId, asked);
    const answers = await outOf('waybill.replies.v1', orderId);
    expect([record!, ...answers].map(({ headers }) => headers['tracestate'])).toEqual(['shop=42', 'shop=42']);
    expect(span).toMatchObject({
      kind: 3,
      parentSpanContext: { traceId, spanId: record!.headers['traceparent']!.split('-')[2] },
      attributes: {
        'messaging.system.name': 'kafka',
        'messaging.operation.type': 'send',
        'messaging.destination.name': 'waybill.orders.v1',
        'messaging.message.id': record!.headers['ce_id'],
        'kafka.offset': expect.any(Number),
      },
    });
    expect(handled).toMatchObject({
      kind: 4,
      parentSpanContext: { spanId: '00f067aa0ba902b7', isRemote: true },
    });
  });

  it('answers a command that the business refuses, and lists what nobody can handle', async () => {
    const orderId = newId();
    const refused = await command('confirm-order', orderId, { orderId });
    expect(await reply(orderId, refused)).toMatchObject({ outcome: 'rejected', code: 'order.not-found' });

    const key = newId();
    await command('fly-order', key, { orderId: key });
    const letters = await eventually(
      () => waybill.send('GET', '/v1/ops/dead-letters'),
      ({ body }) => body.items.some((letter) => letter['key'] === key),
    );
    const letter = letters.body.items.find((one) => one['key'] === key)!;
    expect(letter).toMatchObject({ reason: 'unknown-type', topic: 'waybill.commands.v1', state: 'open' });
    const path = `/v1/ops/dead-letters/${String(letter['id'])}`;
    const replay = await waybill.send('POST', `${path}/replay`, { body: { reason: 'perhaps now' } });
    expect(replay).toMatchObject({ status: 200, body: { replayed: [], open: 1 } });
    expect(
      (await waybill.send('POST', `${path}/discard`, { body: { reason: 'orders do not fly' } })).status,
    ).toBe(204);
    expect((await waybill.send('POST', `${path}/discard`, { body: { reason: 'again' } })).status).toBe(409);
    expect((await waybill.send('GET', '/v1/ops/dead-letters', { as: 'customer' })).status).toBe(403);
  });

  journeyOverKafka(() => ({ waybill, sku, command, outOf }));

  it('names nobody in a topic, dead letters included, and tells when somebody is erased', async () => {
    const [customerId, orderId] = [newId(), newId()];
    const mark = newId().slice(-12);
    const named = {
      ...address,
      name: `Zanaria ${mark}`,
      line1: `${mark} Heliotrope Passage`,
      phone: `7${mark}`,
    };
    const body = { customerId, currency: 'EUR', items: [{ sku, quantity: 0 }], shippingAddress: named };
    await command('create-order', newId(), `{"customerId": "${customerId}", "name": ${mark}`);
    await command('create-order', orderId, { orderId, ...body });
    const letterOf = async () =>
      (await waybill.send('GET', '/v1/ops/dead-letters')).body.items.find((one) => one['key'] === orderId);
    const letter = (await eventually(letterOf))!;
    expect(JSON.parse(String(letter['value']))).toMatchObject(body);
    const others = async () => {
      const topics = (await kafka.admin.listTopics()).filter((name) => /^waybill/.test(name));
      const records = await kafka.records(topics.filter((name) => name !== 'waybill.commands.v1'));
      return records.map(({ headers, value }) => `${JSON.stringify(headers)}${String(value)}`).join();
    };
    await eventually(others, (all) => all.includes('sealed:line1:') && all.includes('not-json: '));
    expect(await others()).not.toContain(mark);
    expect(await findInDatabase(waybill.database, [mark])).toEqual([]);

    const held = `/v1/customers/${customerId}/personal-data`;
    const erasing = await waybill.send('DELETE', held, { body: { reason: 'asked for' } });
    expect(erasing.status).toBe(202);
    const told = await eventually(
      () => outOf('waybill.customers.v1', customerId),
      (records) => records.length > 0,
    );
    expect(typesOf(told)).toEqual(['customer.erased']);
    expect(JSON.parse(String(told[0]!.value))).toEqual({ customerId });
    expect(String((await letterOf())!['value'])).toMatch(/"line1":"erased".*"phone":"erased"/);
    const replay = await waybill.send('POST', `/v1/ops/dead-letters/${String(letter['id'])}/replay`, {
      body: { reason: 'perhaps now' },
    });
    expect(replay.body).toMatchObject({ replayed: [], error: expect.stringContaining('erased') });
  });

  it('is told once more to a sender that repeats what was replayed from among the dead letters', async () => {
    const orderId = newId();
    const draft = { customerId: newId(), currency: 'EUR', items: [{ sku, quantity: 1 }] };
    const text = JSON.stringify({ orderId, ...draft, shippingAddress: address }, null, 2);
    await waybill.database.query(`
      create function break_orders() returns trigger language plpgsql as
        $$ begin raise exception 'the order book is full'; end $$;
      create trigger break_orders before insert on platform.events for each row
        when (new.stream_id = 'order-${orderId}') execute function break_orders()`);
    const id = newId();
    more = { ce_id: id };
    await command('create-order', orderId, text);
    const letters = async () =>
      (await waybill.send('GET', '/v1/ops/dead-letters')).body.items.filter((one) => one['key'] === orderId);
    const [letter] = await eventually(letters, (found) => found.length === 1);
    await waybill.database.query('drop function break_orders() cascade');
    const path = `/v1/ops/dead-letters/${String(letter!['id'])}/replay`;
    const replay = await waybill.send('POST', path, { body: { reason: 'there is a new book' } });
    expect(replay.body).toMatchObject({ replayed: [letter!['id']], open: 0 });

    await command('create-order', orderId, text);
    more = {};
    const told = await eventually(async () => {
      const [open, replies] = [await letters(), await outOf('waybill.replies.v1', orderId)];
      return (open.length > 0 || replies.length === 2) && { open, replies };
    });
    expect(told.open).toEqual([]);
    expect(new Set(told.replies.map(({ value }) => String(value)))).toEqual(
      new Set([JSON.stringify({ outcome: 'accepted', id: orderId, version: 1 })]),
    );
  });

  it('is one order under its id in any case', async () => {
    const orderId = newId();
    const draft = { customerId: waybill.customerId, currency: 'EUR', items: [{ sku, quantity: 1 }] };
    const first = await command('create-order', orderId, { orderId, ...draft });
    expect(await reply(orderId, first)).toMatchObject({ outcome: 'accepted', id: orderId });
    const shouted = await command('create-order', orderId, { orderId: orderId.toUpperCase(), ...draft });
    expect(await reply(orderId, shouted)).toMatchObject({ outcome: 'rejected' });
    const confirm = await command('cancel-order', orderId, {
      orderId: orderId.toUpperCase(),
      reason: 'shouted',
    });
    expect(await reply(orderId, confirm)).toMatchObject({ outcome: 'accepted', id: orderId, version: 2 });
    expect(await status(orderId)).toBe('cancelled');
  });

  it('loses some of its units by a command, but never units that it does not have', async () => {
    const orderId = newId();
    const draft = { customerId: waybill.customerId, currency: 'EUR', items: [{ sku, quantity: 3 }] };
    await command('create-order', orderId, { orderId, ...draft });
    const cancel = (items: object[]) =>
      command('cancel-order', orderId, { orderId, reason: 'two are enough', items });
    const unread = await cancel([{ sku, quantity: -1 }]);
    const part = await cancel([{ sku, quantity: 1 }]);
    const tooMany = await cancel([{ sku, quantity: 3 }]);
    const rest = await cancel([{ sku, quantity: 2 }]);
    expect(await reply(orderId, rest)).toMatchObject({ outcome: 'accepted', id: orderId });
    expect(await reply(orderId, unread)).toMatchObject({ outcome: 'rejected', code: 'invalid-request' });
    expect(await reply(orderId, part)).toMatchObject({ outcome: 'accepted', version: 2 });
    expect(await reply(orderId, tooMany)).toMatchObject({ outcome: 'rejected' });
    expect(await status(orderId)).toBe('cancelled');
    const told = await eventually(
      () => outOf('waybill.orders.v1', orderId),
      (records) => records.length === 3,
    );
    expect(typesOf(told)).toEqual(['order.created', 'order.item-removed', 'order.cancelled']);
  });

  it('loses some of its units by a command when it waits for its money, and is paid by one for the rest', async () => {
    const orderId = newId();
    const order = { customerId: waybill.customerId, currency: 'EUR', items: [{ sku, quantity: 3 }] };
    const paid = { shippingAddress: address, paymentMethod: bankTransfer, confirm: true };
    await command('create-order', orderId, { orderId, ...order, ...paid });
    const payments = () => waybill.send('GET', `/v1/orders/${orderId}/payments`);
    const { body } = await eventually(payments, (found) => found.body?.items?.length === 1);
    const cut = await command('cancel-order', orderId, {
      orderId,
      reason: 'two are enough',
      items: [{ sku, quantity: 1 }],
    });
    expect(await reply(orderId, cut)).toMatchObject({ outcome: 'accepted', id: orderId });
    const left = { status: 'confirmed', items: [{ sku, quantity: 2 }] };
    expect((await waybill.send('GET', `/v1/orders/${orderId}`)).body).toMatchObject(left);
    const paymentId = String(body.items[0]!['id']);
    const captured = { paymentId, outcome: 'captured', reference: 'SEPA-1' };
    const recorded = await command('record-payment', paymentId, captured);
    expect(await reply(paymentId, recorded)).toMatchObject({ outcome: 'accepted', id: paymentId });
    await eventually(
      () => status(orderId),
      (now) => now === 'shipped',
    );
    const late = await command('cancel-order', orderId, {
      orderId,
      reason: 'one is enough',
      items: [{ sku, quantity: 1 }],
    });
    expect(await reply(orderId, late)).toMatchObject({ outcome: 'rejected', code: 'order.already-shipped' });
    const told = await eventually(
      () => outOf('waybill.orders.v1', orderId),
      (records) => records.length === 5,
    );
    expect(typesOf(told)).toEqual([
      'order.created',
      'order.confirmed',
      'order.units-cancelled',
      'order.paid',
      'order.shipped',
    ]);
    const gone = { items: [{ sku, quantity: 1 }], amount: eur(1_250), total: eur(2_500) };
    expect(JSON.parse(String(told[2]!.value))).toMatchObject(gone);
  });

  it('is described where its records say it is', async () => {
    const [record] = await kafka.records(['waybill.orders.v1']);
    const schema = await waybill.send('GET', record!.headers['ce_dataschema']!, { as: 'nobody' });
    expect(schema).toMatchObject({ status: 200, body: { title: record!.headers['ce_type'] } });
    const document = await waybill.send('GET', '/asyncapi.json', { as: 'nobody' });
    expect(document.body).toMatchObject({ asyncapi: '3.1.0', channels: { 'waybill.orders.v1': {} } });
    const page = await waybill.send('GET', '/asyncapi', { as: 'nobody' });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('waybill.order.confirmed');
  });

  it('is sealed, and the seals are kept where nobody who owns the database can change them', async () => {
    const newest = async () =>
      (
        await waybill.database.query<{ number: number; digest: string; chain: string }>(
          `select number, encode(digest, 'hex') as digest, chain from platform.seals order by number desc limit 1`,
        )
      )[0];
    const seal = await eventually(newest);
    const records = await eventually(
      () => outOf('waybill.seals.v1', seal.chain),
      (found) => found.length >= seal.number,
    );
    const values = records.map(
      ({ value }) => JSON.parse(String(value)) as { number: number; digest: string },
    );
    expect(values.find(({ number }) => number === seal.number)).toMatchObject({ digest: seal.digest });
    expect(records[0]!.headers).toMatchObject({ ce_type: 'waybill.log.sealed', ce_subject: seal.chain });
  });
});

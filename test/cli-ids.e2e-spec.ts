import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { cli } from './cli.js';
import { orderBody } from './faults/orders.js';

describe('Ids on the command line', () => {
  /** Its SKU has the form of an id, but it is a name: capitals count. */
  const LOOKS_LIKE_AN_ID = newId().toUpperCase();

  let waybill: TestApp;
  let order: string;
  let client: pg.Client | undefined;

  const before = { ...process.env };
  const [parked, letter] = [newId(), newId()];

  beforeAll(async () => {
    waybill = await startApp();
    for (const sku of ['MUG', LOOKS_LIKE_AN_ID]) {
      const price = { amountMinor: 1_250, currency: 'EUR' };
      await waybill.send('POST', '/v1/products', { body: { sku, name: sku, category: 'things', price } });
      await waybill.send('POST', `/v1/stock/${sku}/receipts`, { key: newId(), body: { quantity: 10 } });
    }
    const made = await waybill.send('POST', '/v1/orders', { key: newId(), body: orderBody({ sku: 'MUG' }) });
    order = String(made.body['id']);
    await eventually(async () => {
      const { body } = await waybill.send('GET', `/v1/orders/${order}/fulfilment`);
      return body['state'] === 'completed';
    }, 60_000);
    client = new pg.Client({ connectionString: waybill.config.DATABASE_URL });
    await client.connect();
    await client.query(
      `insert into platform.parked
         (id, subscription, sequence, event_id, position, stream_id, version, event_type, state, attempts)
       values ($1, 'orders.order-list', 'order-x', $1, 1, 'order-x', 1, 'OrderCreated', 'parked', 5)`,
      [parked],
    );
    await client.query(
      `insert into platform.dead_letters (id, consumer, topic, partition, "offset", headers, reason, error,
         attempts, failed_at)
       values ($1, 'spec', 'waybill.commands.v1', 0, 1, '[]', 'schema', 'no', 1, now())`,
      [letter],
    );
    process.env['DATABASE_URL'] = waybill.config.DATABASE_URL;
    process.env['WAYBILL_URL'] = waybill.url;
    process.env['WAYBILL_TOKEN'] = waybill.tokens.operator;
  }, 240_000);
  afterAll(async () => {
    process.env = before;
    await client?.end();
    await waybill.close();
  });

  /** What `--help` shows of a command and of those below it: the words that lead there, and its arguments. */
  async function usages(...words: string[]): Promise<string[]> {
    const { out } = await cli(...words, '--help');
    const usage = /^Usage: npm run cli -- (.*)$/m.exec(out)![1]!.replace('[options] ', '');
    const [, below = ''] = out.split(/^Commands:$/m);
    const names = [...below.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!);
    const others = names.filter((name) => name !== 'help');
    if (others.length === 0) return [usage];
    return (await Promise.all(others.map((name) => usages(...words, name)))).flat();
  }

  describe('an id in capitals, typed on the command line, is the same id', () => {
    const asked = (words: string, id: string) => [...words.split(' '), id, '--reason', 'look', '--dry-run'];
    const taking: Record<string, readonly [() => string, (id: string) => readonly string[]]> = {
      'orders show <id>': [() => order, (id) => ['orders', 'show', id]],
      'orders timeline <id>': [() => order, (id) => ['orders', 'timeline', id]],
      'replay <stream>': [() => order, (id) => ['replay', `order-${id}`]],
      'saga show <order>': [() => order, (id) => ['saga', 'show', id]],
      'saga retry <order>': [() => order, (id) => asked('saga retry', id)],
      'saga compensate <order>': [() => order, (id) => asked('saga compensate', id)],
      'saga resolve <order>': [() => order, (id) => asked('saga resolve', id)],
      'parked retry <id>': [() => parked, (id) => asked('parked retry', id)],
      'parked discard <id>': [() => parked, (id) => asked('parked discard', id)],
      'dead-letters replay <id>': [() => letter, (id) => asked('dead-letters replay', id)],
      'dead-letters discard <id>': [() => letter, (id) => asked('dead-letters discard', id)],
    };

    it('for every command that takes one', async () => {
      const withAnId = (await usages()).filter((usage) => /id\b|stream|order>/i.test(usage));
      expect(withAnId.sort()).toEqual(Object.keys(taking).sort());
    });

    it.each(Object.keys(taking))('%s', async (usage) => {
      const [whose, words] = taking[usage]!;
      const found = await cli(...words(whose()), '--json');
      // It is there; a saga that has ended cannot be asked for anything (4).
      expect([0, 4]).toContain(found.code);
      expect(await cli(...words(whose().toUpperCase()), '--json')).toEqual(found);
    });

    it.each(['payment', 'shipment', 'fulfilment'])('replay %s-<id>', async (room) => {
      const { rows } = await client!.query<{ stream_id: string }>(
        `select stream_id from audit.events where correlation_id in
         (select correlation_id from audit.events where stream_id = $1) and starts_with(stream_id, $2)`,
        [`order-${order}`, `${room}-`],
      );
      const id = rows[0]!.stream_id.slice(room.length + 1);
      const { code, out } = await cli('replay', `${room}-${id.toUpperCase()}`, '--json');
      expect([code, out]).toEqual([0, expect.stringContaining(`"stream":"${room}-${id}"`)]);
    });

    it.each(['product', 'stock'])('but a SKU keeps its capitals: replay %s-<sku>', async (room) => {
      const { code, out } = await cli('replay', `${room}-${LOOKS_LIKE_AN_ID}`, '--json');
      expect([code, out]).toEqual([0, expect.stringContaining(`"${room}-${LOOKS_LIKE_AN_ID}"`)]);
      expect(await cli('replay', `${room}-${LOOKS_LIKE_AN_ID.toLowerCase()}`)).toMatchObject({ code: 3 });
    });

    it.each([
      ['orders', 'show', 'MUG'],
      ['orders', 'timeline', '{0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11}'],
    ])('what is none is refused with what one looks like: %s %s %s', async (...words) => {
      const err = expect.stringContaining('such as 0190f5a2-');
      expect(await cli(...words)).toEqual({ code: 2, out: '', err });
    });
  });
});

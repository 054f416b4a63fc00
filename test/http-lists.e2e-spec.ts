import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp();
});
afterAll(() => waybill.close());

const create = (sku: string, category = 'list') =>
  waybill.send('POST', '/v1/products', {
    body: { sku, name: sku, category, price: { amountMinor: 100, currency: 'EUR' } },
  });
const list = (query: string, headers: Record<string, string> = {}) =>
  waybill.send('GET', `/v1/products${query}`, { headers });

describe('a list', () => {
  it('shows a write to whoever names its position', async () => {
    for (let n = 0; n < 10; n++) {
      const written = await create(`READ-YOUR-WRITE-${n}`);
      const { body } = await list('?category=list&limit=100', {
        'min-event-position': written.headers.get('event-position')!,
      });
      expect(body.items.map(({ sku }) => sku)).toContain(`READ-YOUR-WRITE-${n}`);
    }
  });

  describe('while it is behind', () => {
    const pause = (verb: 'pause' | 'resume') =>
      waybill.send('POST', `/v1/ops/subscriptions/catalog.product-list/${verb}`, {
        body: { reason: 'a test' },
      });
    beforeAll(() => pause('pause'));
    afterAll(() => pause('resume'));
    const written = async () => (await create(`BEHIND-${n++}`, 'behind')).headers.get('event-position')!;
    let n = 0;

    it('says so, after the wait that was asked for', async () => {
      const position = await written();
      const since = Date.now();
      const behind = await list('', { 'min-event-position': position, prefer: 'respond-async, wait=1' });
      expect([behind.status, behind.body['code'], behind.headers.get('retry-after')]).toEqual([
        503,
        'projection-behind',
        '1',
      ]);
      expect(Date.now() - since).toBeGreaterThan(900);
      expect((await list('', { 'min-event-position': position, prefer: 'wait=0' })).status).toBe(503);
    });

    it.each([
      ['wait="0"', 'wait=0'],
      ['wait = 0 ;x=1', 'wait=0'],
      ['wait=99999999999', 'wait=8'],
      ['wait=0x8', null],
      ['wait=0.5', null],
      ['wait="0', null],
      ['wait=0s', null],
    ])('reads %s as whole seconds, or not at all', async (prefer, applied) => {
      const headers = { 'min-event-position': '1', prefer };
      const reply = await waybill.send('GET', '/v1/products/BEHIND-0', { headers });
      expect([reply.status, reply.headers.get('preference-applied')]).toEqual([200, applied]);
    });

    it('lets one caller wait a hundred times and no more', async () => {
      const position = await written();
      const replies = await Promise.all(
        Array.from({ length: 120 }, () => list('', { 'min-event-position': position, prefer: 'wait=8' })),
      );
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses.filter((status) => status === 429)).toHaveLength(20);
      expect(new Set(statuses)).toEqual(new Set([429, 503]));
      expect((await list('')).status).toBe(200);
    });
  });

  it.each(['1000000', '9007199254740991'])(
    'never waits for position %s, which the log has not come to',
    async (far) => {
      const replies = await Promise.all(
        Array.from({ length: 200 }, () => list('', { 'min-event-position': far, prefer: 'wait=8' })),
      );
      for (const { status, body } of replies)
        expect([status, body['code']]).toEqual([503, 'projection-behind']);
      const single = await waybill.send('GET', '/v1/products/NONE', {
        headers: { 'min-event-position': far },
      });
      expect(single.status).toBe(503);
    },
  );

  it.each(['-1', 'x', '1.5', '99999999999999999999'])('refuses the position %s', async (position) => {
    expect((await list('', { 'min-event-position': position })).status).toBe(400);
  });

  it('hands out pages that neither repeat nor skip, and refuses a foreign cursor', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, n) => create(`PAGED-${n}`)));
    const last = await create('PAGED-7');
    const position = { 'min-event-position': last.headers.get('event-position')! };
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await list(`?category=list&limit=3${cursor}`, position);
      seen.push(...body.items.map(({ sku }) => sku));
      cursor = body['nextCursor'] === null ? '' : `&cursor=${String(body['nextCursor'])}`;
      if (cursor) expect((await list(`?category=other${cursor}`)).body['code']).toBe('invalid-cursor');
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(18);
    expect((await list('?cursor=nonsense')).body['code']).toBe('invalid-cursor');
  });
});

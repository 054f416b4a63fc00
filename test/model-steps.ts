import { expect, it } from '@jest/globals';
import type { TestApp } from './app.js';

const model = 'catalog.product-list';

interface Step {
  readonly version: number;
  readonly rows: readonly { before: object | null; after: Record<string, unknown> | null }[];
}

/** Of a catalogue with OPS-1 and OPS-2. */
export function stepping(waybill: () => TestApp): void {
  const ops = (method: string, path: string) => waybill().send(method, `/v1/ops/${path}`, { as: 'operator' });

  it('steps through a read model: what each event made of its rows, page by page', async () => {
    const price = { amountMinor: 250, currency: 'EUR' };
    const changed = await waybill().send('PATCH', '/v1/products/OPS-1', { body: { price } });
    expect(changed.status).toBeLessThan(300);
    const all = await ops('GET', `steps?streams=product-OPS-1&model=${model}`);
    expect(all.body['nextAfter']).toBeNull();
    const [made, priced] = all.body.items as unknown as Step[];
    expect([made!.version, made!.rows.map(({ before, after }) => [before, after?.['sku']])]).toEqual([
      1,
      [[null, 'OPS-1']],
    ]);
    expect(priced!.rows).toMatchObject([
      { model, key: 'OPS-1', before: made!.rows[0]!.after, after: { amountMinor: 250 } },
    ]);
    const first = await ops('GET', `steps?streams=product-OPS-1,product-OPS-2&limit=1`);
    const next = await ops(
      'GET',
      `steps?streams=product-OPS-1,product-OPS-2&after=${String(first.body['nextAfter'])}`,
    );
    expect([first, next].flatMap(({ body }) => body.items).map(({ stream }) => stream)).toEqual([
      'product-OPS-1',
      'product-OPS-2',
      'product-OPS-1',
    ]);
    expect((await ops('GET', 'steps?streams=product-OPS-1&model=no.such')).status).toBe(404);
    expect((await ops('GET', 'steps?streams=product-NOBODY')).body.items).toEqual([]);
    expect((await ops('GET', 'steps')).status).toBe(400);
  });
}

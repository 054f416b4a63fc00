import { expect, it } from '@jest/globals';
import { eventually } from '../src/platform/testing/eventually.js';
import type { Stage } from './console-stage.js';
import { startReceiver } from './receiver.js';

/** The tour's steps through the console; J3 to J6 are made without a mouse, J7 where there is a broker. */
export function journeys(stage: () => Stage): void {
  /** Once it has been told of what happened before, the page asks for nothing any more. */
  async function goesQuiet(counts: (url: string) => boolean): Promise<void> {
    const { page } = stage();
    const askedInAWhile = async () => {
      const asked: string[] = [];
      const note = (request: { url(): string }) => asked.push(request.url());
      page.on('request', note);
      await page.waitForTimeout(5_000);
      page.off('request', note);
      return asked.filter(counts);
    };
    await eventually(askedInAWhile, ({ length }) => length === 0, 30_000);
  }

  it('J1: an order is placed and seen to be reserved, paid and shipped; nothing is asked while nothing happens', async () => {
    const { shop, page, go } = stage();
    const draft = await shop.place({ confirm: false });
    await go(`/orders/${draft}`);
    await page.getByText('● live').waitFor();
    await page.getByText('It is a draft').waitFor();
    await goesQuiet((url) => url.includes(draft));
    await shop.post(`/v1/orders/${draft}/confirm`, undefined, { as: 'customer' });
    await page.locator('.facts').getByText('shipped').waitFor();
    for (const type of ['StockReserved', 'PaymentCaptured', 'OrderShipped'])
      await page.locator('.timeline').getByText(type, { exact: true }).waitFor();
    const stored = await shop.database.query<{ type: string }>(
      'select type from platform.events where stream_id = $1 order by version',
      [`order-${draft}`],
    );
    expect(stored.map(({ type }) => type)).toEqual([
      ...['OrderCreated', 'OrderConfirmed', 'OrderPaid', 'OrderShipped'],
    ]);
  });

  it('J2: what was written is in the list at once; nothing is asked while nothing happens', async () => {
    const { shop, page, go } = stage();
    await go('/orders');
    await page.getByRole('table').waitFor();
    await goesQuiet(() => true);
    const id = await shop.place();
    await page.getByRole('row', { name: new RegExp(`${id}.* shipped`) }).waitFor();
    const [row] = await shop.database.query('select status from orders.order_list where order_id = $1', [id]);
    expect(row).toEqual({ status: 'shipped' });
  });

  it('J8: a receiver that fails is told of with what it said, and is sent the message again, signed', async () => {
    const { shop, page, go } = stage();
    let status = 500;
    const receiver = await startReceiver(() => ({ status }));
    const { body } = await shop.post('/v1/webhook-endpoints', {
      url: receiver.url,
      eventTypes: ['waybill.order.created'],
    });
    const [endpoint, secret] = [String(body['id']), String(body['secret'])];
    try {
      const id = await shop.place({ confirm: false });
      await go('/');
      await page.getByRole('link', { name: `Webhooks to ${receiver.url}` }).click();
      await page.waitForURL(/endpoint=.*state=failed|state=failed.*endpoint=/);
      await page.getByRole('row', { name: /waybill.order.created.*500/ }).waitFor();
      status = 204;
      await page.getByRole('button', { name: 'Send again: waybill.order.created' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('it is up again');
      await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
      await page.getByRole('status').filter({ hasText: 'it is up again' }).waitFor();
      await page.getByLabel('State').selectOption('delivered');
      await page.getByRole('row', { name: /waybill.order.created.*done/ }).waitFor();
      const last = receiver.received.at(-1)!;
      expect(last.event).toMatchObject({ type: 'waybill.order.created', subject: `order-${id}` });
      expect(receiver.isSigned(last, secret)).toBe(true);
      const sent = await shop.database.query(
        'select state, attempts from webhooks.deliveries where endpoint_id = $1',
        [endpoint],
      );
      expect(sent).toEqual([{ state: 'delivered', attempts: receiver.received.length }]);
      await eventually(async () => (await shop.get('/v1/ops/attention')).body.items.length === 0);
    } finally {
      await shop.send('DELETE', `/v1/webhook-endpoints/${endpoint}`);
      await receiver.close();
    }
  });
}

import path from 'node:path';
import { expect, it } from '@jest/globals';
import { buildConsole } from '../../scripts/console.mjs';
import { newId } from '../../src/platform/core/ids.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import type { TestApp } from '../app.js';
import { hasChromium, openBrowser, type Browser } from '../browser.js';
import { order } from '../builders.js';
import type { ReadRecord } from './broker.js';

interface Stage {
  readonly waybill: TestApp;
  readonly sku: string;
  /** A command of somebody outside. */
  command(name: string, key: string, value: object): Promise<string>;
  outOf(topic: string, key: string): Promise<ReadRecord[]>;
}

/** The journey of the console that needs a broker; the others are in test/console-journeys.ts. */
export function journeyOverKafka(stage: () => Stage): void {
  (hasChromium() ? it : it.skip)(
    'J7: all is published in order, and what nobody can read is decided on, seen in the console',
    async () => {
      const { waybill, sku, command, outOf } = stage();
      await buildConsole(path.resolve('dist', 'web'));
      const browser = await openBrowser(waybill.url);
      try {
        const { page, complaints } = browser;
        await signIn(page, waybill.url);
        const body = order(waybill.customerId, { items: [{ sku, quantity: 1 }] });
        const placed = await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body });
        const id = String(placed.body['id']);
        await page
          .getByRole('navigation', { name: 'Screens' })
          .getByRole('link', { name: 'Outbox and Kafka' })
          .click();
        const records = await eventually(
          () => outOf('waybill.orders.v1', id),
          (found) => found.length === 4,
        );
        await page.getByText('everything is published').waitFor();
        await page
          .getByRole('row', { name: /waybill.commands.v1/ })
          .first()
          .waitFor();
        expect(records.map(({ headers }) => headers['ce_type'])).toEqual([
          ...[
            'waybill.order.created',
            'waybill.order.confirmed',
            'waybill.order.paid',
            'waybill.order.shipped',
          ],
        ]);
        for (const { headers, value } of records) {
          expect(headers).toMatchObject({ ce_specversion: '1.0', ce_subject: `order-${id}` });
          expect(JSON.parse(String(value))).toMatchObject({ orderId: id });
        }

        const key = newId();
        await command('swim-order', key, { orderId: key });
        await page.getByRole('link', { name: 'Dead letters' }).click();
        const letter = page.getByRole('row', { name: new RegExp(key) });
        await letter.getByRole('button', { name: /^Discard/ }).click();
        await page.getByRole('dialog').getByLabel('Reason').fill('orders do not swim');
        await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
        await page.getByRole('status').filter({ hasText: 'orders do not swim' }).waitFor();
        const [row] = await waybill.database.query(
          'select state, resolution, topic from platform.dead_letters where msg_key = $1',
          [key],
        );
        expect(row).toEqual({
          ...{ state: 'discarded', resolution: 'orders do not swim', topic: 'waybill.commands.v1' },
        });
        const [buried] = await outOf('waybill.commands.v1.dlq', key);
        expect(JSON.parse(String(buried!.value))).toEqual({ orderId: key });
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
}

async function signIn(page: Browser['page'], url: string): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByRole('button', { name: 'demo operator' }).click();
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
}

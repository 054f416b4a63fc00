import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { buildConsole } from '../scripts/console.mjs';
import { openBrowser, type Browser } from './browser.js';
import { cableTo, type Cable } from './cable.js';
import { openShop, type Shop } from './shop.js';

/** The console in a browser, and the shop behind it. */
export interface Stage {
  readonly shop: Shop;
  readonly page: Browser['page'];
  readonly cable: Cable;
  /** Errors and refusals so far. */
  readonly complaints: string[];
  go(address: string): Promise<unknown>;
}

/** A shop for the whole file, with goods on the shelf and the console as it is built now. */
export function useShop(): () => Shop {
  let shop: Shop | undefined;
  beforeAll(async () => {
    await buildConsole(path.resolve('dist', 'web'));
    const config = {
      ...{ SAGA_ATTEMPTS: 2, GATEWAY_TIMEOUT_MS: 5_000, CARRIER_TIMEOUT_MS: 5_000 },
      ...{ WEBHOOK_ALLOW_PRIVATE: true, WEBHOOK_RETRY_SECONDS: [0.05] },
    };
    shop = await openShop({ config });
    await shop.stocked('MUG', 100);
  });
  afterAll(() => shop?.close());
  return () => shop!;
}

/** A browser for what is described beside it, with an operator who has signed in. */
export function useConsole(shop: () => Shop): () => Stage {
  let stage: Stage | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const cable = await cableTo(shop().url);
    browser = await openBrowser(cable.url);
    const { page, complaints } = browser;
    page.setDefaultTimeout(20_000);
    const go = (address: string) => page.goto(`${cable.url}/console${address}`);
    stage = { shop: shop(), page, cable, complaints, go };
    await go('/');
    await page.getByRole('button', { name: 'demo operator' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.cable.close();
  });
  return () => stage!;
}

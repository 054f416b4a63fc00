import { readFile } from 'node:fs/promises';
import type { TestApp } from './app.js';

interface Article {
  readonly sku: string;
  readonly stock: number;
}

/** Products and stock as `npm start` puts them into an empty database. */
export async function demoCatalogue(waybill: TestApp): Promise<void> {
  const file = new URL('../scripts/demo-catalogue.json', import.meta.url);
  const articles = JSON.parse(await readFile(file, 'utf8')) as Article[];
  for (const { stock, ...product } of articles) {
    await waybill.send('POST', '/v1/products', { key: `p-${product.sku}`, body: product });
    const body = { quantity: stock };
    await waybill.send('POST', `/v1/stock/${product.sku}/receipts`, { key: `s-${product.sku}`, body });
  }
}

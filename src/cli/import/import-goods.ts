import { CreateProduct, GetProducts } from '../../catalog/contract.js';
import { AdjustStock, ReceiveStock } from '../../inventory/contract.js';
import { Rejection } from '../../platform/core/rejection.js';
import type { Waybill } from '../waybill.js';
import type { Article, KnownArticle } from './articles.js';
import { contextOf } from './import-ids.js';
import type { StockMove } from './import-plan.js';
import type { ImportRun } from './import-run.js';

/** What the catalogue has under these codes already. */
export async function knownArticles(
  { queries }: Waybill,
  codes: readonly string[],
  currency: string,
): Promise<Map<string, KnownArticle>> {
  const products = await queries.execute(new GetProducts(codes));
  return new Map(
    [...products.values()].map(({ sku, price, archived }) => [
      sku,
      { priceMinor: price.amountMinor, usable: !archived && price.currency === currency },
    ]),
  );
}

/** @param at the date of the first invoice */
export async function createProducts(
  run: ImportRun,
  articles: readonly Article[],
  at: string,
): Promise<void> {
  const { commands } = run.waybill;
  await run.each('products', articles, (article) =>
    run.counted('products', async (told) => {
      const { priceMinor, name, ...rest } = article;
      const price = { amountMinor: priceMinor, currency: run.options.currency };
      const data = { ...rest, name: name.slice(0, 200), price };
      const by = contextOf('product', { key: article.sku, at }, told);
      await commands.execute(new CreateProduct(data, by)).catch((error: unknown) => {
        // Somebody has changed its name or category since; the prices of the orders will tell if it matters.
        if (!(error instanceof Rejection) || error.code !== 'product.already-exists') throw error;
      });
    }),
  );
}

/**
 * Of each SKU move by move, so that nothing is lost before it was there; the SKUs with the most moves begin, since they
 * take longest. @returns what was refused
 */
export async function moveStock(
  run: ImportRun,
  moves: readonly StockMove[],
): Promise<{ key: string; detail: string }[]> {
  const refused: { key: string; detail: string }[] = [];
  const bySku = new Map<string, StockMove[]>();
  for (const move of moves) bySku.set(move.sku, [...(bySku.get(move.sku) ?? []), move]);
  const longestFirst = [...bySku.values()].sort((a, b) => b.length - a.length);
  await run.each('stock', longestFirst, async (ofSku) => {
    for (const move of ofSku) {
      await run
        .counted('stock', (told) => run.waybill.commands.execute(stockCommand(move, told)))
        .catch((error: unknown) => {
          if (!(error instanceof Rejection)) throw error;
          refused.push({ key: move.key, detail: error.message });
        });
    }
  });
  return refused;
}

function stockCommand(
  { kind, key, sku, quantity, at, note }: StockMove,
  told: Parameters<typeof contextOf>[2],
): ReceiveStock | AdjustStock {
  const by = contextOf('stock', { key, at, reason: note }, told);
  return kind === 'receipt'
    ? new ReceiveStock({ sku, quantity, reference: note.slice(0, 200) }, by)
    : new AdjustStock({ sku, delta: quantity, reason: note.slice(0, 500) }, by);
}

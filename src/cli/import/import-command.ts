import { readFile } from 'node:fs/promises';
import { EXIT, Failure, type ExitCode } from '../exit.js';
import type { Terminal } from '../terminal.js';
import { withWaybill, type Needs, type Waybill } from '../waybill.js';
import { decimal } from './decimal.js';
import { createProducts, knownArticles, moveStock } from './import-goods.js';
import { readInvoiceFile, UnreadableFile, type InvoiceFile } from './import-file.js';
import { awaitFulfilment, awaitLastWords, findOrder, placeOrders } from './import-orders.js';
import { planImport, type ImportPlan } from './import-plan.js';
import { giveRefunds } from './import-refunds.js';
import { asPlanned, reconcile, type OrderOutcome } from './import-report.js';
import { ImportRun } from './import-run.js';
import { written, type ImportResult } from './import-result.js';

export interface ImportOptions {
  readonly currency: string;
  readonly dryRun: boolean;
  readonly width: number;
  readonly patienceMs: number;
}

/** It ships what it places: sagas hear of their orders, and their steps are done, here or by whoever serves. */
const needs: Needs = { activities: ['subscriptions', 'steps'], writes: true, prepares: true };

/** @throws Failure */
export async function importFile(
  path: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const began = performance.now();
  const file = await readInvoices(path, options.currency);
  const seconds = () => Math.round(performance.now() - began) / 1000;
  const head = { file: path, currency: options.currency, dryRun: options.dryRun, rows: file.rows };
  const result = options.dryRun
    ? { ...head, ...dryRun(file), seconds: seconds(), perSecond: null }
    : await withWaybill(needs, async (waybill) => {
        const done = await carryOut(file, new ImportRun(waybill, terminal, options));
        const rate = (count: number) => Math.round((count / seconds()) * 10) / 10;
        const perSecond = { orders: rate(done.plan.orders), lines: rate(file.rows) };
        return { ...head, ...done, seconds: seconds(), perSecond };
      });
  terminal.result(result, () => written(result));
  return verdict(result, terminal);
}

async function readInvoices(path: string, currency: string): Promise<InvoiceFile> {
  try {
    return readInvoiceFile(await readFile(path), currency);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(EXIT.usage, `${path}: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(EXIT.notFound, `there is no file ${path}`);
    if (code !== undefined) throw new Failure(EXIT.failed, `${path} cannot be read (${code})`);
    throw error;
  }
}

type Done = Pick<ImportResult, 'plan' | 'did' | 'orders' | 'unsettled' | 'report'>;

function dryRun(file: InvoiceFile): Done {
  const plan = planImport(file);
  const report = reconcile(file, plan, asPlanned(plan));
  return { plan: sizes(plan), did: null, orders: null, unsettled: 0, report };
}

async function carryOut(file: InvoiceFile, run: ImportRun): Promise<Done> {
  const { waybill, options } = run;
  checkGateway(waybill);
  const codes = [...new Set(file.lines.map(({ code }) => code))];
  const plan = planImport(file, await knownArticles(waybill, codes, options.currency));
  const missing = await notYetPlaced(run, plan);
  const needed = new Set(
    plan.orders.flatMap((order) => (missing.has(order.key) ? order.items : [])).map((it) => it.sku),
  );
  const articles = plan.articles.filter(({ sku }) => needed.has(sku));
  const moves = plan.moves.filter(({ orderKey }) => orderKey === null || missing.has(orderKey));
  if (articles.length > 0) await createProducts(run, articles, plan.moves[0]!.at);
  const lost = await moveStock(run, moves);
  const refused = await placeOrders(
    run,
    plan.orders.filter(({ key }) => missing.has(key)),
  );
  const placed = plan.orders.filter(({ key }) => !refused.has(key));
  const orders = new Map([...refused, ...(await awaitFulfilment(run, placed))]);
  const byKey = new Map(plan.orders.map((order) => [order.key, order]));
  const refunds = await giveRefunds(run, plan.refunds, byKey);
  const unsettled = await awaitLastWords(run, placed);
  const report = reconcile(file, plan, { orders, refunds });
  const failures = [...report.failures, ...lost.map((it) => ({ ...it, day: null, amountMinor: 0 }))];
  const done = { plan: sizes(plan), did: run.tallies, orders: counts(orders), unsettled };
  return { ...done, report: { ...report, failures } };
}

/** The invoices are history: a real gateway would charge for them once more. */
function checkGateway({ config }: Waybill): void {
  if (config.PAYMENT_GATEWAY === 'simulator' && config.CARRIER === 'simulator') return;
  throw new Failure(
    EXIT.settings,
    'import needs PAYMENT_GATEWAY=simulator and CARRIER=simulator: it replays sales that were paid and shipped long ago',
  );
}

/** Keys of the orders that this or an earlier run still has to place. */
async function notYetPlaced(run: ImportRun, plan: ImportPlan): Promise<Set<string>> {
  const missing = new Set<string>();
  await run.each('looking', plan.orders, async (order) => {
    if (await findOrder(run.waybill, order)) run.tallies.orders.there++;
    else missing.add(order.key);
  });
  return missing;
}

const sizes = ({ articles, moves, orders, refunds }: ImportPlan): ImportResult['plan'] => ({
  products: articles.length,
  stockMoves: moves.length,
  orders: orders.length,
  refunds: refunds.length,
});

function counts(orders: ReadonlyMap<string, OrderOutcome>): ImportResult['orders'] {
  const of = { shipped: 0, 'under-way': 0, cancelled: 0, refused: 0 };
  for (const { state } of orders.values()) of[state]++;
  return of;
}

function verdict({ currency, report, unsettled }: ImportResult, terminal: Terminal): ExitCode {
  const open = Math.max(report.open.length, unsettled);
  if (open > 0) {
    for (const { key, detail } of report.open) terminal.say(`  ${key}: ${detail}`);
    terminal.say(`${open} orders are still under way; the same command again waits for them`);
    return EXIT.failed;
  }
  const wrong = [report.total, ...report.days].filter(({ difference }) => difference !== 0);
  if (wrong.length === 0) return EXIT.ok;
  terminal.say(`the totals differ by ${decimal(report.total.difference, currency)}, and nothing explains it`);
  return EXIT.differences;
}

import { table } from '../terminal.js';
import { decimal } from './decimal.js';
import type { DayTotals, Failure, ImportReport, OrderOutcome } from './import-report.js';
import type { Step, Tally } from './import-run.js';

/** What `--json` ends with. */
export interface ImportResult {
  readonly file: string;
  readonly currency: string;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly plan: Record<'products' | 'stockMoves' | 'orders' | 'refunds', number>;
  readonly did: Readonly<Record<Step, Tally>> | null;
  readonly orders: Record<OrderOutcome['state'], number> | null;
  /** Sagas whose last commands are still under way. */
  readonly unsettled: number;
  readonly report: ImportReport;
  readonly seconds: number;
  readonly perSecond: { readonly orders: number; readonly lines: number } | null;
}

/** The same for people. */
export function written(result: ImportResult): string {
  const shown = (minor: number) => decimal(minor, result.currency);
  const { report, plan, did, orders, seconds, perSecond } = result;
  const done = (step: 'products' | 'stock' | 'orders' | 'refunds') =>
    did ? `${did[step].made} new, ${did[step].there} there before` : 'not touched';
  const lines = [
    `${result.file}: ${result.rows} rows in ${seconds} s${perSecond ? `, ${perSecond.orders} orders/s, ${perSecond.lines} lines/s` : ''}`,
    `  products      ${plan.products} (${done('products')})`,
    `  stock moves   ${plan.stockMoves} (${done('stock')})`,
    `  orders        ${plan.orders} (${done('orders')})`,
    `  refunds       ${plan.refunds} (${done('refunds')})`,
    ...(orders
      ? [
          `  of the orders ${orders.shipped} shipped, ${orders.cancelled} cancelled, ${orders.refused} refused, ${orders['under-way']} under way`,
        ]
      : ['A dry run: nothing was written.']),
    '',
    totals(report, shown),
    '',
    `Sales before the file that its credit notes take back: ${shown(report.earlierMinor)} (they count for no day)`,
    ...complaints(report, shown),
  ];
  return lines.join('\n');
}

type Shown = (minor: number) => string;

function totals({ days, total }: ImportReport, shown: Shown): string {
  const row = ({ day, ...amounts }: DayTotals) => [
    day,
    ...[
      amounts.file,
      amounts.orders,
      amounts.refunds,
      amounts.failed,
      amounts.refused,
      amounts.difference,
    ].map(shown),
  ];
  const header = ['Day', 'File', 'Orders', 'Refunds', 'Failed', 'Refused', 'Difference'];
  return table([header, ...days.map(row), row(total)]);
}

function complaints({ refused, failures, unexplained }: ImportReport, amount: Shown): string[] {
  const rows = refused.map(
    ({ line, invoice, amountMinor, reason }) =>
      `  line ${line}, invoice ${invoice || '(none)'}, ${amountMinor === null ? 'amount unknown' : amount(amountMinor)}: ${reason}`,
  );
  const shown = ({ key, amountMinor, detail }: Failure) => `  ${key}, ${amount(amountMinor)}: ${detail}`;
  return [
    `Rows that were not taken: ${rows.length}`,
    ...rows,
    ...(failures.length > 0 ? [`Failed: ${failures.length}`, ...failures.map(shown)] : []),
    ...(unexplained.length > 0 ? ['Other amounts than in the file:', ...unexplained.map(shown)] : []),
  ];
}

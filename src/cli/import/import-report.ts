import { decimal, exactSum } from './decimal.js';
import { amountOf, dayOf, type InvoiceFile, type Refusal } from './import-file.js';
import type { ImportPlan } from './import-plan.js';

/** What became of an order, as Waybill tells. */
export type OrderOutcome =
  | {
      readonly state: 'shipped' | 'under-way' | 'cancelled';
      readonly totalMinor: number;
      readonly detail?: string;
    }
  | { readonly state: 'refused'; readonly detail: string };

/** What became of a refund. */
export type RefundOutcome =
  | { readonly state: 'refunded' | 'requested'; readonly amountMinor: number }
  | { readonly state: 'refused'; readonly detail: string };

export interface Outcome {
  readonly orders: ReadonlyMap<string, OrderOutcome>;
  readonly refunds: ReadonlyMap<string, RefundOutcome>;
}

/** Minor units. file = orders + refunds + failed + refused + difference, and the difference should be 0. */
export interface DayTotals {
  readonly day: string;
  readonly file: number;
  /** Orders that stand. */
  readonly orders: number;
  /** Negative. */
  readonly refunds: number;
  /** Orders that were cancelled or could not be placed, and refunds that could not be made (negative). */
  readonly failed: number;
  /** Rows that were not taken. */
  readonly refused: number;
  readonly difference: number;
}

/** An order or a refund that did not become what the file says. */
export interface Failure {
  readonly key: string;
  readonly day: string | null;
  readonly amountMinor: number;
  readonly detail: string;
}

export interface ImportReport {
  readonly days: readonly DayTotals[];
  readonly total: DayTotals;
  /** Sales before the file that credits take back; they count for no day of the file. */
  readonly earlierMinor: number;
  readonly refused: readonly Refusal[];
  readonly failures: readonly Failure[];
  /** Orders that are still under way. */
  readonly open: readonly Failure[];
  /** Orders and refunds that Waybill has with another amount than the file: where a difference comes from. */
  readonly unexplained: readonly Failure[];
}

type Part = 'file' | 'orders' | 'refunds' | 'failed' | 'refused';
interface Entry {
  readonly day: string | null;
  readonly part: Part;
  readonly amountMinor: number;
}

/** Rows without a readable date count here. */
const NO_DAY = 'no date';

/** Everything is as the plan says: what a dry run shows. */
export function asPlanned({ orders, refunds }: ImportPlan): Outcome {
  return {
    orders: new Map(orders.map(({ key, totalMinor }) => [key, { state: 'shipped', totalMinor }])),
    refunds: new Map(refunds.map(({ key, amountMinor }) => [key, { state: 'refunded', amountMinor }])),
  };
}

/** Sets what the file says against what Waybill has, for each day. */
export function reconcile(file: InvoiceFile, plan: ImportPlan, outcome: Outcome): ImportReport {
  const failures = failuresOf(plan, outcome);
  const entries = [
    ...fileEntries(file),
    ...plan.refused.map((row) => entry('refused', row.day ?? NO_DAY, row.amountMinor ?? 0)),
    ...orderEntries(plan, outcome),
    ...refundEntries(plan, outcome),
    ...failures.filter(({ day }) => day !== null).map((it) => entry('failed', it.day, it.amountMinor)),
  ];
  const counted = entries.filter(({ day }) => day !== null);
  const days = [...new Set(counted.map(({ day }) => day!))].sort();
  return {
    days: days.map((day) =>
      totals(
        day,
        counted.filter((it) => it.day === day),
      ),
    ),
    total: totals('total', counted),
    earlierMinor: exactSum(entries.filter(({ day }) => day === null).map(({ amountMinor }) => amountMinor)),
    refused: plan.refused,
    failures,
    open: ordersThatAre(['under-way'], plan.orders, outcome),
    unexplained: unexplained(plan, outcome),
  };
}

const entry = (part: Part, day: string | null, amountMinor: number): Entry => ({ part, day, amountMinor });

const fileEntries = (file: InvoiceFile): Entry[] => [
  ...file.lines.map((line) => entry('file', dayOf(line.at), amountOf(line))),
  ...file.refused.map(({ day, amountMinor }) => entry('file', day ?? NO_DAY, amountMinor ?? 0)),
];

const orderEntries = (plan: ImportPlan, { orders }: Outcome): Entry[] =>
  plan.orders.flatMap(({ key, day }) => {
    const became = orders.get(key);
    const stands = became?.state === 'shipped' || became?.state === 'under-way';
    return stands ? [entry('orders', day, became.totalMinor)] : [];
  });

const refundEntries = (plan: ImportPlan, { refunds }: Outcome): Entry[] =>
  plan.refunds.flatMap(({ key, day }) => {
    const became = refunds.get(key);
    return became && became.state !== 'refused' ? [entry('refunds', day, -became.amountMinor)] : [];
  });

function failuresOf({ orders, refunds }: ImportPlan, outcome: Outcome): Failure[] {
  const notMade = refunds.flatMap(({ key, day, amountMinor }): Failure[] => {
    const became = outcome.refunds.get(key);
    return became?.state === 'refused'
      ? [{ key, day, amountMinor: -amountMinor, detail: became.detail }]
      : [];
  });
  return [...ordersThatAre(['cancelled', 'refused'], orders, outcome), ...notMade];
}

const ordersThatAre = (
  states: readonly OrderOutcome['state'][],
  orders: ImportPlan['orders'],
  outcome: Outcome,
): Failure[] =>
  orders.flatMap(({ key, day, totalMinor }) => {
    const became = outcome.orders.get(key);
    if (!became || !states.includes(became.state)) return [];
    return [{ key, day, amountMinor: totalMinor, detail: became.detail ?? became.state }];
  });

function unexplained({ currency, orders, refunds }: ImportPlan, outcome: Outcome): Failure[] {
  const shown = (minor: number) => decimal(minor, currency);
  const other = (key: string, day: string | null, [planned, has]: [number, number]): Failure[] =>
    planned === has
      ? []
      : [
          {
            key,
            day,
            amountMinor: planned - has,
            detail: `Waybill has ${shown(has)}, the file ${shown(planned)}`,
          },
        ];
  return [
    ...orders.flatMap(({ key, day, totalMinor }) => {
      const became = outcome.orders.get(key) ?? { state: 'under-way', totalMinor: 0 };
      const stands = became.state === 'shipped' || became.state === 'under-way';
      return stands ? other(key, day, [totalMinor, became.totalMinor]) : [];
    }),
    ...refunds.flatMap(({ key, day, amountMinor }) => {
      const became = outcome.refunds.get(key) ?? { state: 'requested', amountMinor: 0 };
      return became.state === 'refused' ? [] : other(key, day, [-amountMinor, -became.amountMinor]);
    }),
  ];
}

function totals(day: string, entries: readonly Entry[]): DayTotals {
  const of = (part: Part) => exactSum(entries.filter((it) => it.part === part).map((it) => it.amountMinor));
  const [file, orders, refunds] = [of('file'), of('orders'), of('refunds')];
  const [failed, refused] = [of('failed'), of('refused')];
  return {
    day,
    file,
    orders,
    refunds,
    failed,
    refused,
    difference: file - orders - refunds - failed - refused,
  };
}

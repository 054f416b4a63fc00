import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Period } from './period.js';

/** How long what has happened may be missing in the reports of somebody who does not wait for it, in milliseconds. */
export const LINGER_MS = 1_000;

/** A report: what it is asked for, which models it is made of, and how. */
export interface Report<Filter extends z.ZodType<Period>, Item extends z.ZodType> {
  readonly name: string;
  readonly filter: Filter;
  readonly view: z.ZodType;
  /** Of the columns, in their order. */
  readonly item: Item;
  readonly models: readonly { readonly name: string }[];
  /** $1: from, $2: to, then what `params` says. */
  readonly sql: string;
  params(filter: z.output<Filter>): readonly unknown[];
}

export const defineReport = <Filter extends z.ZodType<Period>, Item extends z.ZodType>(
  report: Report<Filter, Item>,
): Report<Filter, Item> => report;

export interface ReportView<Item> {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly asOfPosition: number;
  readonly items: readonly Item[];
}

/** What a report says of a period. */
export class GetReport<Filter extends z.ZodType<Period>, Item extends z.ZodType> extends Query<
  ReportView<z.output<Item>>
> {
  constructor(
    readonly report: Report<Filter, Item>,
    readonly filter: z.output<Filter>,
  ) {
    super();
  }
}

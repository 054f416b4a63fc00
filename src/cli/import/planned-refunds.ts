import type { Share } from './credits.js';
import { dayOf } from './import-file.js';
import type { Invoice } from './invoices.js';
import type { PlannedOrder } from './planned-orders.js';

export interface PlannedRefund {
  /** `C536391#1`: the first refund of this credit note. */
  readonly key: string;
  readonly credit: string;
  readonly orderKey: string;
  readonly at: string;
  readonly day: string;
  readonly amountMinor: number;
  readonly reason: string;
  /** Lines of the file. */
  readonly lines: readonly number[];
}

interface Given {
  readonly order: PlannedOrder;
  amountMinor: number;
  readonly lines: Set<number>;
}

/** What every planned order was paid with and has not been given back yet. */
export class Refunds {
  private readonly ofInvoice = new Map<string, { order: PlannedOrder; left: number }[]>();

  paid(orders: readonly PlannedOrder[]): void {
    for (const order of orders) {
      const parts = this.ofInvoice.get(order.invoice) ?? [];
      this.ofInvoice.set(order.invoice, [...parts, { order, left: order.totalMinor }]);
    }
  }

  /** One refund of each order that a credit note touches. @throws Error when an invoice was not paid with as much */
  of(credit: Invoice, shares: readonly Share[]): PlannedRefund[] {
    const given = new Map<string, Given>();
    for (const share of shares) this.give(share, given);
    const { number, at } = credit;
    return [...given.values()].map(({ order, amountMinor, lines }, index) => ({
      key: `${number}#${index + 1}`,
      credit: number,
      orderKey: order.key,
      at,
      day: dayOf(at),
      amountMinor,
      reason: `credit note ${number} of ${dayOf(at)}`,
      lines: [...lines],
    }));
  }

  private give({ invoice, credit, amountMinor }: Share, given: Map<string, Given>): void {
    let open = amountMinor;
    for (const part of this.ofInvoice.get(invoice ?? `before ${credit.invoice}`) ?? []) {
      const amount = Math.min(open, part.left);
      if (amount === 0) continue;
      open -= amount;
      part.left -= amount;
      const known = given.get(part.order.key) ?? {
        order: part.order,
        amountMinor: 0,
        lines: new Set<number>(),
      };
      known.amountMinor += amount;
      known.lines.add(credit.line);
      given.set(part.order.key, known);
    }
    if (open !== 0) throw new Error(`credit note ${credit.invoice} gives back more than was paid`);
  }
}

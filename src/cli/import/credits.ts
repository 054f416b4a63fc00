import { EARLIER_SALE } from './articles.js';
import { amountOf, type InvoiceLine } from './import-file.js';

/** What a credit note gives back on one sale. */
export interface Share {
  readonly credit: InvoiceLine;
  /** The invoice that is credited; null when it lies before the file. */
  readonly invoice: string | null;
  /** The article of the sale. */
  readonly code: string;
  readonly quantity: number;
  readonly amountMinor: number;
}

interface Sold {
  readonly invoice: string;
  left: number;
}

/** Code of a discount: money back on a sale, and no goods. */
const DISCOUNT = 'D';

/**
 * Finds the sales that credits take back. A line takes back units of the same customer, article and price that were
 * invoiced earlier and are not taken back yet, the last first; a discount takes money from the customer's last earlier
 * invoice that has as much left. What is found in no earlier invoice was sold before the file begins.
 */
export class CreditMatching {
  private readonly units = new Map<string, Sold[]>();
  private readonly money = new Map<string, Sold[]>();

  /** @param lines of one sales invoice */
  sold(lines: readonly InvoiceLine[]): void {
    for (const line of lines) {
      if (line.customer === null) continue;
      pushTo(this.units, unitsKey(line), { invoice: line.invoice, left: line.quantity });
      const of = this.money.get(line.customer)?.find(({ invoice }) => invoice === line.invoice);
      if (of) of.left += amountOf(line);
      else pushTo(this.money, line.customer, { invoice: line.invoice, left: amountOf(line) });
    }
  }

  /** @param credit a line with a negative quantity */
  taken(credit: InvoiceLine): Share[] {
    if (credit.code === DISCOUNT) return [this.discount(credit)];
    const shares: Share[] = [];
    let open = -credit.quantity;
    for (const sale of this.salesOf(credit)) {
      const quantity = Math.min(open, sale.left, this.affordable(credit, sale.invoice));
      if (quantity === 0) continue;
      sale.left -= quantity;
      open -= quantity;
      shares.push(this.share(credit, sale.invoice, quantity));
    }
    if (open > 0) shares.push(this.share(credit, null, open));
    return shares;
  }

  private salesOf(credit: InvoiceLine): Sold[] {
    return credit.customer === null ? [] : (this.units.get(unitsKey(credit)) ?? []).toReversed();
  }

  /** A discount may have used up what the goods were paid with. */
  private affordable({ customer, priceMinor }: InvoiceLine, invoice: string): number {
    const paid = this.money.get(customer!)!.find((sale) => sale.invoice === invoice)!.left;
    return priceMinor === 0 ? Infinity : Math.floor(paid / priceMinor);
  }

  private discount(credit: InvoiceLine): Share {
    const amount = -amountOf(credit);
    const sales = credit.customer === null ? [] : (this.money.get(credit.customer) ?? []);
    const sale = sales.findLast(({ left }) => left >= amount);
    const share = this.share(credit, sale?.invoice ?? null, -credit.quantity);
    return sale ? share : { ...share, code: EARLIER_SALE };
  }

  private share(credit: InvoiceLine, invoice: string | null, quantity: number): Share {
    const amountMinor = amountOf({ quantity, priceMinor: credit.priceMinor });
    const paid =
      invoice === null ? undefined : this.money.get(credit.customer!)!.find((it) => it.invoice === invoice);
    if (paid) paid.left -= amountMinor;
    return { credit, invoice, code: credit.code, quantity, amountMinor };
  }
}

const unitsKey = ({ customer, code, priceMinor }: InvoiceLine): string =>
  JSON.stringify([customer, code, priceMinor]);

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

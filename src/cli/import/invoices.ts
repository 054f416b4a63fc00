import { amountOf, dayOf, type InvoiceFile, type InvoiceLine, type Refusal } from './import-file.js';

/** Lines of one number, which agree on customer and date. */
export interface Invoice {
  readonly number: string;
  /** A correction is of stock: nobody bought, nothing was charged. */
  readonly kind: 'sale' | 'credit' | 'correction';
  readonly at: string;
  readonly customer: string | null;
  readonly country: string;
  readonly lines: readonly InvoiceLine[];
}

export interface Invoices {
  /** By date, then as in the file. */
  readonly invoices: readonly Invoice[];
  /** By line. */
  readonly refused: readonly Refusal[];
}

/** Groups the lines of a file, which need not stand together, and refuses what no invoice is made of. */
export function invoicesOf(file: InvoiceFile): Invoices {
  const refused = [...file.refused];
  const byNumber = new Map<string, InvoiceLine[]>();
  for (const line of file.lines) {
    const lines = byNumber.get(line.invoice) ?? [];
    const reason = contradiction(line, lines[0]) ?? untakable(line);
    if (reason !== undefined) refused.push(refusalOf(line, reason));
    else lines.push(line);
    if (lines.length > 0) byNumber.set(line.invoice, lines);
  }
  const invoices = [...byNumber].map(([number, lines]) => invoiceOf(number, lines, refused));
  invoices.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  refused.sort((a, b) => a.line - b.line);
  return { invoices, refused };
}

function invoiceOf(number: string, lines: readonly InvoiceLine[], refused: Refusal[]): Invoice {
  const { at, customer, country } = lines[0]!;
  const head = { number, at, customer, country };
  if (isCredit(number)) return { ...head, kind: 'credit', lines };
  if (customer === null && lines.every(({ priceMinor }) => priceMinor === 0)) {
    return { ...head, kind: 'correction', lines };
  }
  const lost = lines.filter(({ quantity }) => quantity < 0);
  refused.push(
    ...lost.map((line) => refusalOf(line, 'a sale takes no units back: that needs a credit note (C...)')),
  );
  return { ...head, kind: 'sale', lines: lines.filter(({ quantity }) => quantity > 0) };
}

const isCredit = (invoice: string): boolean => /^C\d+$/i.test(invoice);

function contradiction(line: InvoiceLine, first: InvoiceLine | undefined): string | undefined {
  if (!first) return undefined;
  const began = `invoice ${line.invoice} began (line ${first.line})`;
  if (line.customer !== first.customer) return `${began} for another customer`;
  return line.at === first.at ? undefined : `${began} at another time`;
}

/** What is no sale, no credit and no correction of stock. */
function untakable({ invoice, quantity, priceMinor }: InvoiceLine): string | undefined {
  if (priceMinor < 0) return 'a negative price is a matter of the books, not of orders';
  if (isCredit(invoice)) {
    if (quantity > 0) return 'a credit note takes units back: the quantity must be negative';
    return priceMinor === 0 ? 'a credit of nothing: there is no money to give back' : undefined;
  }
  if (!/^\d+$/.test(invoice))
    return `${invoice} is neither an invoice (digits) nor a credit note (C and digits)`;
  if (quantity > 0 || priceMinor === 0) return undefined;
  return 'units and money go back only by a credit note (C...)';
}

const refusalOf = (line: InvoiceLine, reason: string): Refusal => ({
  line: line.line,
  invoice: line.invoice,
  day: dayOf(line.at),
  amountMinor: amountOf(line),
  reason,
});

import type { OrderView } from '../../orders/contract.js';
import type { Language, Template } from '../contract.js';

/** What a mail can tell of, written in the customer's language. */
export interface Told {
  /** How customers see the number of their order. */
  readonly number: string;
  readonly total: string;
  /** What this mail is about, where it is about an amount. */
  readonly amount: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly cancelled: OrderView['cancellationReason'];
}

/** One mail. Plain text: what needs escaping is escaped where HTML is made of it. */
export interface Written {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Whether the lines of the order are listed. */
  readonly withItems?: true;
}

export interface Words {
  readonly greeting: string;
  readonly closing: string;
  readonly columns: { readonly item: string; readonly total: string };
  readonly mails: Readonly<Record<Template, (told: Told) => Written>>;
}

export type Texts = Readonly<Record<Language, Words>>;

import type { OrderView } from '../orders/contract.js';
import { exponentOf, isCurrency, inWords, type Money } from '../platform/core/money.js';
import type { Language, Template } from './contract.js';
import type { Facts } from './occasions.js';
import { de } from './templates/de.js';
import { en } from './templates/en.js';
import type { Texts, Told, Words, Written } from './templates/texts.js';

export interface Mail {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const texts: Texts = { en, de };
/** A mail is no place for a thousand lines. */
const SHOWN_ITEMS = 50;

/** Writes a mail: pure, of the order as it stands and the facts of the occasion. */
export function mailOf(template: Template, language: Language, order: OrderView, { amount }: Facts): Mail {
  const words = texts[language];
  const inLanguage = (money: Money): string => moneyIn(language, money);
  const told: Told = {
    number: order.id.slice(-12).toUpperCase(),
    total: inLanguage(order.total),
    amount: inLanguage(amount ?? order.total),
    carrier: order.carrier ?? '',
    trackingNumber: order.trackingNumber ?? '',
    cancelled: order.cancellationReason,
  };
  const written = words.mails[template](told);
  const items = written.withItems ? order.items.slice(0, SHOWN_ITEMS) : [];
  const lines = items.map(({ quantity, name, lineTotal }) => [
    `${quantity} × ${name}`,
    inLanguage(lineTotal),
  ]);
  if (written.withItems && order.items.length > SHOWN_ITEMS) lines.push(['…', '']);
  const table = { lines, total: written.withItems ? told.total : undefined };
  return {
    language,
    subject: written.subject,
    text: textOf(words, written, table),
    html: htmlOf(language, words, written, table),
  };
}

interface Table {
  readonly lines: readonly (readonly string[])[];
  readonly total: string | undefined;
}

function textOf(
  { greeting, closing, columns }: Words,
  { paragraphs }: Written,
  { lines, total }: Table,
): string {
  const rows = lines.map(([item, price]) => `  ${item}${price && `: ${price}`}`);
  const table = total === undefined ? [] : [[...rows, `  ${columns.total}: ${total}`].join('\n')];
  return [greeting, ...paragraphs, ...table, closing].join('\n\n') + '\n';
}

function htmlOf(
  language: Language,
  { greeting, closing, columns }: Words,
  { subject, paragraphs }: Written,
  { lines, total }: Table,
): string {
  const cells = ([item, price]: readonly string[]) =>
    `<tr><td>${escaped(item!)}</td><td align="right">${escaped(price!)}</td></tr>`;
  const head = `<tr><th align="left">${escaped(columns.item)}</th><th align="right">${escaped(columns.total)}</th></tr>`;
  const foot = `<tr><td><b>${escaped(columns.total)}</b></td><td align="right"><b>${escaped(total ?? '')}</b></td></tr>`;
  const table =
    total === undefined ? '' : `<table cellpadding="4">${head}${lines.map(cells).join('')}${foot}</table>`;
  const body = [greeting, ...paragraphs].map((text) => `<p>${escaped(text)}</p>`).join('');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>` +
    `<body style="font-family: sans-serif">${body}${table}<p>${escaped(closing)}</p></body></html>`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Exact: the digits are moved, never divided. */
function moneyIn(language: Language, money: Money): string {
  if (!isCurrency(money.currency)) return inWords(money);
  const decimal = inWords(money).split(' ')[0] as Intl.StringNumericLiteral;
  const digits = exponentOf(money.currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal);
}

import { stringify } from 'csv-stringify/sync';
import type { StatementView } from './contract.js';

const columns = [
  ...['at', 'kind', 'description', 'amountMinor', 'balanceAfterMinor', 'currency'],
  ...['transferId', 'orderId', 'entryId'],
];

/**
 * A statement as a table: the opening balance, each entry, the closing balance. What a person wrote cannot become a
 * formula in a spreadsheet.
 */
export function statementCsv(statement: StatementView): string {
  const { from, to, currency, openingBalanceMinor, closingBalanceMinor, entries } = statement;
  const rows = [
    { at: from, kind: 'opening-balance', balanceAfterMinor: openingBalanceMinor, currency },
    ...entries.map((entry) => ({ ...entry, description: harmless(entry.description), currency })),
    { at: to, kind: 'closing-balance', balanceAfterMinor: closingBalanceMinor, currency },
  ];
  return stringify(rows, { header: true, columns, record_delimiter: '\r\n' });
}

/** Spreadsheets run what begins like this; amounts are numbers and may. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

import { derivedId, namedId } from '../../platform/core/ids.js';
import type { AppendTerms, CommandContext } from '../../platform/cqrs/command.js';
import type { PlannedOrder } from './planned-orders.js';

// Everything the import makes is named by what stands in the file, so the same row never counts twice.

/** A UUIDv7 whose time is the invoice's. */
export const orderIdOf = ({ key, at }: Pick<PlannedOrder, 'key' | 'at'>): string => {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  return derivedId(`${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`, `import:order:${key}`);
};

/** Of a guest one id for each invoice: nobody knows whether two guests are one person. */
export const customerIdOf = ({ customer, invoice }: Pick<PlannedOrder, 'customer' | 'invoice'>): string =>
  customer === null ? namedId('import', 'guest', invoice) : namedId('import', 'customer', customer);

export type Kind = 'product' | 'stock' | 'order' | 'refund';

export const commandIdOf = (kind: Kind, key: string): string => namedId('import', kind, key);

/** @param told hears whether the command did anything now, or had been done before */
export function contextOf(
  kind: Kind,
  { key, at, reason }: { key: string; at: string; reason?: string },
  told?: AppendTerms['onSettled'],
): CommandContext {
  const commandId = commandIdOf(kind, key);
  return {
    commandId,
    at,
    actor: { role: 'service', id: 'import' },
    correlationId: commandId,
    causationId: null,
    ...(reason !== undefined && { reason }),
    ...(told && { append: { onSettled: told } }),
  };
}

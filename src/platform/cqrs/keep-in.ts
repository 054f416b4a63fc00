import { Rejection } from '../core/rejection.js';
import type { Transaction } from '../event-store/database.js';
import type { AppendTerms, Written } from './command.js';

const HEAD = 'select coalesce(max(position), 0) as position from platform.events';

/**
 * What was written is kept for repeats in the transaction that wrote it: for work that stores no events, as its last
 * statement. Its position is where the log stood.
 *
 * @throws Rejection `concurrent-change` where a copy of the command was faster: nothing of the transaction may stand
 */
export async function keepIn<State>(
  tx: Transaction,
  { alone, onSettled }: AppendTerms,
  work: Omit<Written<State>, 'position'>,
): Promise<Written<State>> {
  const [log] = await tx.query<Pick<Written, 'position'>>(HEAD);
  const written = { ...work, ...log! };
  if (!alone) return written;
  const { statement, row } = alone(written);
  const kept = await tx.query(statement, [JSON.stringify([row])]);
  onSettled?.(kept.length > 0 ? 'stored-with-row' : 'repeated', written.position);
  if (kept.length === 0) throw new Rejection('concurrent-change', 'the same request was faster');
  return written;
}

import { SagaCheck, type Fate } from '../platform/sagas/saga-check.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { looks, withWaybill } from './waybill.js';

/** Whether this program may take over; also on the schema of the one before it. Differences are an exit code. */
export async function checkSagas(terminal: Terminal): Promise<ExitCode> {
  const counts: Record<Fate['fate'], number> = { breaks: 0, waits: 0, moves: 0 };
  const tell = (fate: Fate) => {
    counts[fate.fate]++;
    terminal.item(
      'saga',
      fate,
      () => `${fate.fate}: ${fate.saga}-${fate.sagaId} (table ${fate.table}): ${fate.why}`,
    );
  };
  const underWay = await withWaybill({ ...looks, toleratesOlder: true }, (waybill) =>
    waybill.get(SagaCheck).check(tell, waybill.signal),
  );
  const isSafe = counts.breaks + counts.waits + counts.moves === 0;
  terminal.result({ underWay, ...counts, isSafe }, () => {
    const { breaks, waits, moves } = counts;
    const found = `${underWay} sagas under way: ${breaks} would break, ${waits} wait, ${moves} move`;
    return `${found}; ${isSafe ? 'this program may take over' : 'do not deploy this program here'}`;
  });
  return isSafe ? EXIT.ok : EXIT.differences;
}

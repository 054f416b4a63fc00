import { OperatorLog } from '../platform/ops/operator-log.js';
import { PersonalKeys } from '../platform/personal-data/personal-keys.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { actor, withWaybill, writes } from './waybill.js';

/** Wraps the keys of persons with the first of PERSONAL_DATA_KEY; may be interrupted, and goes on where it was. */
export async function rewrapKeys(reason: string, terminal: Terminal): Promise<ExitCode> {
  const rewrapped = await withWaybill(writes, ({ get, signal }) =>
    get(OperatorLog).around(actor, { action: 'keys.rewrap', object: 'personal.keys', reason }, () =>
      get(PersonalKeys).rewrap(signal),
    ),
  );
  terminal.result({ rewrapped }, () => `${rewrapped} keys are wrapped anew; the old setting may go`);
  return EXIT.ok;
}

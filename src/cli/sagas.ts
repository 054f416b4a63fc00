import { SagaAdmin, type SagaFilter } from '../platform/sagas/saga-admin.js';
import { EXIT, type ExitCode } from './exit.js';
import { table, type Terminal } from './terminal.js';
import { looks, withWaybill } from './waybill.js';

export async function listSagas(
  filter: Pick<SagaFilter, 'state' | 'limit'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const sagas = await withWaybill(looks, (waybill) =>
    waybill.get(SagaAdmin).list({ saga: 'fulfilment', ...filter }),
  );
  const rows = sagas.map(({ sagaId, state, updatedAt, stuckStep = '', stuckDetail, lastError }) => [
    sagaId,
    state,
    updatedAt,
    stuckStep,
    stuckDetail ?? lastError ?? '',
  ]);
  terminal.result({ items: sagas }, () => table([['ORDER', 'STATE', 'CHANGED', 'STUCK AT', 'WHY'], ...rows]));
  return EXIT.ok;
}

import { SagaAdmin, type SagaFilter, type SagaRow } from '../platform/sagas/saga-admin.js';
import { EXIT, type ExitCode } from './exit.js';
import { pages } from './operating.js';
import { runFile } from './server.js';
import { table, type Terminal } from './terminal.js';
import { looks, withWaybill } from './waybill.js';

type Filter = Pick<SagaFilter, 'state' | 'limit'>;

export async function listSagas(filter: Filter, terminal: Terminal): Promise<ExitCode> {
  const isServed = Boolean(process.env['WAYBILL_URL']) || runFile() !== undefined;
  const asksServer = isServed && !process.env['DATABASE_URL'];
  const sagas = asksServer ? await fromServer(filter) : await fromDatabase(filter);
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

async function fromServer({ state, limit }: Filter): Promise<SagaRow[]> {
  const rows = await pages(`/v1/ops/sagas${state ? `?state=${state}` : ''}`, limit);
  return rows.map(({ orderId, ...row }) => ({ sagaId: orderId, ...row }) as SagaRow);
}

const fromDatabase = (filter: Filter): Promise<SagaRow[]> =>
  withWaybill(looks, (waybill) => waybill.get(SagaAdmin).list({ saga: 'fulfilment', ...filter }));

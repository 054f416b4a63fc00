import { Installation } from '../platform/installation/installation.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { table, type Terminal } from './terminal.js';
import { looks, withWaybill, writes } from './waybill.js';

/** How this database has been served. */
export async function showInstallation(terminal: Terminal): Promise<ExitCode> {
  const items = await withWaybill(looks, (waybill) => waybill.get(Installation).marks());
  const rows = items.map(({ aspect, value, firstServedAt, lastServedAt, retiredAt, retiredBecause }) => [
    aspect,
    value,
    firstServedAt.toISOString(),
    lastServedAt.toISOString(),
    retiredAt ? `${retiredAt.toISOString()}: ${retiredBecause}` : '',
  ]);
  terminal.result({ items }, () => table([['WHAT', 'WHICH', 'FIRST', 'LAST', 'HANDED OVER'], ...rows]));
  return EXIT.ok;
}

/** From now on real services only. @throws Failure when no simulator has served */
export async function handOver(reason: string, terminal: Terminal): Promise<ExitCode> {
  const retired = await withWaybill(writes, (waybill) => waybill.get(Installation).handOver(reason));
  if (retired === 0)
    throw new Failure(EXIT.notFound, 'no simulator serves this database: nothing to hand over');
  terminal.result({ retired }, () => 'handed over: simulators do not get in any more, real services do');
  return EXIT.ok;
}

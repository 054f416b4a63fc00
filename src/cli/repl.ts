import { start } from 'node:repl';
import { once } from 'node:events';
import { GetOrderTimeline } from '../fulfilment/contract.js';
import { GetOrder } from '../orders/contract.js';
import { Database } from '../platform/event-store/database.js';
import { EXIT, type ExitCode } from './exit.js';
import { actor, looks, withWaybill, writes } from './waybill.js';

const help = `await order(id)         an order              await at(id, version)   as it was
await history(id)       what happened to it   await sql('select ...', [values])
waybill.get(Class)      anything of the product; waybill.commands, waybill.queries
.exit or Ctrl-D leaves.`;

/** A prompt with the product in it. Its sessions cannot write unless that is asked for. */
export async function openRepl(mayWrite: boolean): Promise<ExitCode> {
  await withWaybill(mayWrite ? writes : looks, async (waybill) => {
    process.stdout.write(`${help}\n${mayWrite ? '' : 'Nothing can be written; --write allows it.\n'}`);
    const repl = start({ prompt: 'waybill> ', ignoreUndefined: true });
    const { queries } = waybill;
    Object.assign(repl.context, {
      waybill,
      order: (id: string) => queries.execute(new GetOrder(id, actor)),
      at: (id: string, version: number) => queries.execute(new GetOrder(id, actor, { version })),
      history: (id: string) => queries.execute(new GetOrderTimeline(id, actor, { limit: 100 })),
      sql: (text: string, values: unknown[] = []) => waybill.get(Database).query(text, values),
    });
    await once(repl, 'exit');
  });
  return EXIT.ok;
}

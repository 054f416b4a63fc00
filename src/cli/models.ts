import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../platform/event-store/database.js';
import { EventLog } from '../platform/event-store/event-log.js';
import { ReadModels } from '../platform/read-models/read-models.js';
import { RebuildStore, type Rebuild } from '../platform/read-models/rebuild-store.js';
import { Rebuilder } from '../platform/read-models/rebuilder.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { writes, withWaybill, type Waybill } from './waybill.js';

const LOOK_EVERY_MS = 200;

/** Goes on with the one that was interrupted, if there is one. @throws Failure for an unknown model, or when it failed */
export async function rebuild(model: string, reason: string, terminal: Terminal): Promise<ExitCode> {
  const done = await withWaybill(writes, (waybill) => {
    checkNames(waybill, [model]);
    return run(waybill, { model, reason }, terminal);
  });
  terminal.result(shown(done), () => sentence(done));
  return EXIT.ok;
}

export function checkNames(waybill: Waybill, names: readonly string[]): void {
  const known = waybill.get(ReadModels).all();
  const unknown = names.filter((name) => !known.some(({ model }) => model.name === name));
  if (unknown.length === 0) return;
  const list = known.map(({ model }) => model.name).join(', ');
  throw new Failure(EXIT.notFound, `there is no read model ${unknown.join(', ')}; there are ${list}`);
}

async function run(
  waybill: Waybill,
  { model, reason }: { model: string; reason: string },
  terminal: Terminal,
): Promise<Rebuild> {
  const [rebuilder, store] = [waybill.get(Rebuilder), waybill.get(RebuildStore)];
  const why = { requestedBy: 'service:cli', reason };
  const open = await store.running(model);
  const { id } =
    open?.mode === 'switch'
      ? open
      : await waybill.get(Database).transaction((tx) => rebuilder.request(tx, model, 'switch', why));
  const progress = terminal.progress(model, await waybill.get(EventLog).head());
  let performing: Promise<void> | undefined;
  try {
    for (;;) {
      waybill.signal.throwIfAborted();
      // Whoever else has it may die: then it is carried on here.
      performing ??= rebuilder
        .perform(id, waybill.signal)
        .catch(() => undefined)
        .finally(() => (performing = undefined));
      const now = (await store.find(id))!;
      progress.advance(now.position);
      if (now.state === 'failed')
        throw new Failure(EXIT.failed, `${model} could not be rebuilt: ${now.error}`);
      if (now.state === 'done') return now;
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await performing;
    progress.done();
  }
}

const shown = ({ id, model, mode, events, position, comparison: found }: Rebuild) => ({
  id,
  model,
  mode,
  events,
  position,
  comparison: found,
});

const sentence = ({ model, events, comparison: found }: Rebuild): string =>
  `${model}: ${events} events, ${found?.rows.rebuilt ?? 0} rows, ${found?.differences ?? 0} of them other than before`;

import { EventLog } from '../platform/event-store/event-log.js';
import { ReadModels } from '../platform/read-models/read-models.js';
import type { Difference } from '../platform/verification/difference.js';
import { LogCheck } from '../platform/verification/log-check.js';
import { ModelCheck, type CheckedModel } from '../platform/verification/model-check.js';
import { StreamCheck, type CheckedStreams } from '../platform/verification/stream-check.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { checkNames } from './models.js';
import { table, type Terminal } from './terminal.js';
import { looks, withWaybill, type Waybill } from './waybill.js';

interface Asked {
  /** Only these, and no streams. */
  readonly models: readonly string[];
  /** Only this one, and no read models. */
  readonly stream?: string;
}

/** A text is cut where a state would flood the terminal. */
const LONGEST = 200;

/**
 * Computes everything anew from the log and compares; each difference is told as it is found. Nothing is written.
 *
 * @throws Failure for an unknown model or stream; differences are an exit code, not an error
 */
export async function verify(asked: Asked, terminal: Terminal): Promise<ExitCode> {
  if (asked.models.length > 0 && asked.stream !== undefined)
    throw new Failure(EXIT.usage, 'read models or a stream: not both');
  const kinds: Record<string, number> = {};
  const tell = (difference: Difference) => {
    kinds[difference.kind] = (kinds[difference.kind] ?? 0) + 1;
    terminal.item('difference', difference, () => sentence(difference));
  };
  const { models, checked } = await withWaybill(looks, async (waybill) => {
    checkNames(waybill, asked.models);
    const isAll = asked.models.length === 0;
    return {
      checked: isAll ? await checkStreams(waybill, asked.stream, tell, terminal) : undefined,
      models: asked.stream === undefined ? await checkModels(waybill, asked.models, tell, terminal) : [],
    };
  });
  const differences = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  const { tables: _, ...counts } = checked ?? {};
  terminal.result({ differences, kinds, ...counts, models: models.map(shown) }, () =>
    [...summary(models, checked), `${differences} differences`].join('\n'),
  );
  return differences > 0 ? EXIT.differences : EXIT.ok;
}

async function checkStreams(
  waybill: Waybill,
  stream: string | undefined,
  tell: (difference: Difference) => void,
  terminal: Terminal,
): Promise<CheckedStreams> {
  const head = await waybill.get(EventLog).head();
  const progress = terminal.progress('streams', head);
  const streams = waybill.get(StreamCheck);
  const checked = await streams.check(tell, waybill.signal, (events) => progress.advance(events), stream);
  progress.done();
  if (stream === undefined) await waybill.get(LogCheck).check(checked.tables, tell, waybill.signal);
  else if (checked.streams === 0) throw new Failure(EXIT.notFound, `there is no stream ${stream}`);
  return checked;
}

async function checkModels(
  waybill: Waybill,
  names: readonly string[],
  tell: (difference: Difference) => void,
  terminal: Terminal,
): Promise<CheckedModel[]> {
  const checked: CheckedModel[] = [];
  for (const live of waybill.get(ReadModels).all()) {
    const { name } = live.model;
    if (names.length > 0 && !names.includes(name)) continue;
    const progress = terminal.progress(name, await waybill.get(EventLog).head());
    const reached = (position: number) => progress.advance(position);
    checked.push(await waybill.get(ModelCheck).check(live, tell, waybill.signal, reached));
    progress.done();
  }
  return checked;
}

const shown = ({ model, events, position, rows, differences }: CheckedModel) => ({
  model,
  events,
  position,
  comparison: { position, rows, differences },
});

function summary(models: readonly CheckedModel[], checked: CheckedStreams | undefined): string[] {
  const row = ({ model, rows, differences }: CheckedModel) =>
    [model, rows.live, rows.rebuilt, differences].map(String);
  const header = ['MODEL', 'ROWS', 'REBUILT', 'DIFFERENT'];
  return [
    ...(models.length > 0 ? [table([header, ...models.map(row)])] : []),
    ...(checked
      ? [`${checked.streams} streams, ${checked.events} events, ${checked.snapshots} snapshots`]
      : []),
  ];
}

function sentence({ kind, stream, where, row, column, expected, found }: Difference): string {
  const place = [stream, where === stream ? undefined : where, row, column].filter(Boolean).join(' ');
  return `${kind}: ${place}: ${short(found)} should be ${short(expected)}`;
}

function short(value: unknown): string {
  const text = value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

import type { Decider } from '../platform/core/decider.js';
import type { DomainEvent } from '../platform/core/event.js';
import { withSmallIds } from '../platform/core/ids.js';
import type { PointInTime } from '../platform/core/schemas.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Deciders } from '../platform/event-store/deciders.js';
import { idOf, streamOf } from '../platform/event-store/recorded.js';
import { PersonalData } from '../platform/personal-data/personal-data.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';
import { actor, looks, withWaybill } from './waybill.js';

/**
 * Folds any stream from the log.
 *
 * @throws Failure for a stream that no room folds, or that does not exist at that point
 */
export async function replay(stream: string, at: PointInTime, terminal: Terminal): Promise<ExitCode> {
  const folded = await withWaybill(looks, async (waybill) => {
    const decider = deciderOf(stream, waybill.get(Deciders).all());
    const read = await waybill.get(AggregateStore).read(decider, nameIn(stream, decider), actor, at);
    const state = await waybill.get(PersonalData).openAll(read);
    return { stream: streamOf(decider.category, state.id), ...at, state };
  });
  terminal.result(folded, () => JSON.stringify(folded.state, null, 2));
  return EXIT.ok;
}

type AnyDecider = Decider<unknown, DomainEvent>;

function deciderOf(stream: string, deciders: readonly AnyDecider[]): AnyDecider {
  const found = deciders.find(({ category }) => stream === streamOf(category, idOf(stream)));
  if (found) return found;
  const known = deciders.map(({ category }) => streamOf(category, '...')).sort();
  throw new Failure(EXIT.usage, `${stream} is none of ${known.join(', ')}`);
}

/** Capitals count in a SKU, and in nothing else. */
const nameIn = (stream: string, { idKey }: AnyDecider): string =>
  idKey === 'sku' ? idOf(stream) : withSmallIds(idOf(stream));

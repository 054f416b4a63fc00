import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import type { AggregateStore } from '../event-store/aggregate-store.js';

/** The smallest thing with events: for specs of the machinery itself. */
export class Counted extends event('Counted', z.strictObject({ by: z.number() })) {}
export class Closed extends event('Closed', z.looseObject({})) {}
export type Tally = { readonly total: number };

export const tally: Decider<Tally, Counted | Closed, 'tallyId'> = {
  category: 'tally',
  idKey: 'tallyId',
  events: [Counted, Closed],
  initial: { total: 0 },
  evolve: (state, event) => (event.type === 'Counted' ? { total: state.total + event.data.by } : state),
  shape: 1,
  notFound: 'tally.not-found',
};

/** Appends events to one tally, all in one append. @returns the position of the last */
export async function count(
  store: AggregateStore,
  id: string,
  ...events: readonly (Counted | Closed | number)[]
): Promise<number> {
  const facts = events.map((it) => (typeof it === 'number' ? new Counted({ by: it }) : it));
  const written = await store.execute(tally, id, systemContext('spec', { commandId: newId() }), () => facts);
  return written.position;
}

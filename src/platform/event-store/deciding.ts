import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext, InlineWrite } from '../cqrs/command.js';
import { demandVersion } from '../cqrs/expected-version.js';
import type { Loaded } from './snapshots.js';
import type { UnitOfWork } from './unit-of-work.js';

/** A rule may also write to other streams, within the same append. */
export type Decide<State, Event> = (
  state: State,
  unit: UnitOfWork,
) => readonly Event[] | Promise<readonly Event[]>;

/** A rule whose events commit with rows of their own, besides those of the decider and of the command. */
export interface Choice<State, Event> {
  readonly decide: Decide<State, Event>;
  rows(events: readonly Event[], version: number): readonly InlineWrite[];
}

/** What a command does once its stream is loaded: may the caller see it, is it the version they know, what follows. */
export function deciding<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  id: string,
  by: CommandContext,
  rule: Decide<State, Event> | Choice<State, Event>,
): (unit: UnitOfWork, loaded: Loaded<State>) => Promise<Loaded<State>> {
  const { decide, rows } = typeof rule === 'function' ? { decide: rule, rows: () => [] } : rule;
  return async (unit, loaded) => {
    admit(decider, loaded, by);
    const events = await decide(loaded.state, unit);
    const after = unit.append(decider, id, events);
    if (events.length > 0) unit.append(decider, id, [], rows(events, after.version));
    return after;
  };
}

function admit<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  { state, version }: Loaded<State>,
  by: CommandContext,
): void {
  if (decider.visibleTo?.(state, by.actor) === false) throw notFound(decider);
  demandVersion(by.append?.expectedVersion, version);
}

export const notFound = (decider: { notFound: string; category: string }): Rejection =>
  new Rejection(decider.notFound, `no such ${decider.category}, or it is not yours`);

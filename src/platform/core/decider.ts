import type { DomainEvent, EventClass } from './event.js';
import type { Actor } from './actor.js';

/**
 * What an event-sourced thing is made of. After Jérémie Chassaing, "Functional Event Sourcing Decider" (2021).
 *
 * State must be JSON: it is snapshotted and cached as it is, so `evolve` returns a new value and never mutates.
 */
export interface Decider<State, Event extends DomainEvent, IdKey extends string = string> {
  /** Streams are named `<category>-<id>`. */
  readonly category: string;
  /** The room it belongs to, by its folder; absent: the one that is named like the category. */
  readonly room?: string;
  /** The property of a command's data that holds the id. */
  readonly idKey: IdKey;
  /** Every event class that may stand in the stream. */
  readonly events: readonly EventClass[];
  readonly initial: State;
  /**
   * @param state the state so far
   * @param event the next fact, always in its newest version
   * @param at when it happened, RFC 3339 UTC with milliseconds
   */
  evolve(state: State, event: Event, at: string): State;
  /** Raise it when the shape of State changes: older snapshots are then ignored. */
  readonly shape: number;
  /** The code of the rejection for a thing that does not exist (or is hidden from the caller). */
  readonly notFound: string;
  /** Whether this actor may see and change the thing; absent means every actor that the route admits. */
  visibleTo?(state: State, actor: Actor): boolean;
  /**
   * A row that commits with every append to the stream: the state where the database's own constraints can watch it.
   * The statement takes one parameter, $1::json, an array of rows; several may be about one thing, the highest
   * version counts.
   */
  inline?(thing: { readonly id: string; readonly state: State; readonly version: number }): {
    readonly statement: string;
    readonly row: object;
  };
}

/** What each event does to the state. One that is forgotten does not compile. */
export type Evolution<State, Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    state: State,
    data: Extract<Event, { readonly type: Type }>['data'],
    at: string,
  ) => State;
};

/** The `evolve` of a decider, said event by event. */
export const evolving =
  <State, Event extends DomainEvent>(evolution: Evolution<State, Event>) =>
  (state: State, { type, data }: Event, at: string): State =>
    evolution[type as Event['type']](state, data as never, at);

/**
 * An event that can only follow in certain states.
 *
 * @param allowed their `status`
 * @returns what throws where such a log was not written by the rules
 */
export const from =
  <State extends { readonly status: string }, Status extends State['status'], Data>(
    allowed: readonly Status[],
    next: (state: Extract<State, { readonly status: Status }>, data: Data, at: string) => State,
  ) =>
  (state: State, data: Data, at: string): State => {
    if (!(allowed as readonly string[]).includes(state.status)) {
      throw new Error(`such an event cannot follow where the status is ${state.status}`);
    }
    return next(state as Extract<State, { readonly status: Status }>, data, at);
  };

/** One rule: pure, no clock, no randomness; what it needs comes in with the command. Throws a Rejection. */
export type Rule<Command, State, Event extends DomainEvent> = (
  command: Command,
) => (state: State) => readonly Event[];

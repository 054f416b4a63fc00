import { expect } from '@jest/globals';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { Rejection } from '../core/rejection.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';

/** The context of every command in a spec: its clock stands still. */
export const by: CommandContext = systemContext('spec', { at: '2026-01-02T09:00:00.000Z' });

/** When the n-th given event happened (n = 0, 1, ...): a day before the command, a second apart. */
export const givenAt = (n: number): string =>
  new Date(Date.parse('2026-01-01T09:00:00.000Z') + n * 1000).toISOString();

/** The state of a thing after these events. */
export const folded = <State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  ...events: readonly NoInfer<Event>[]
): State => events.reduce((state, event, n) => decider.evolve(state, event, givenAt(n)), decider.initial);

/**
 * A scenario: `given(order, ...events).when(confirmOrder(command)).then(...events)`.
 *
 * `then` compares the whole list, names and data; `rejects` compares the code and expects nothing decided.
 */
export function given<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  ...events: readonly NoInfer<Event>[]
) {
  return {
    when: (rule: (state: State) => readonly DomainEvent[]) => {
      const decide = () => rule(folded(decider, ...events));
      return {
        then: (...expected: readonly NoInfer<Event>[]) =>
          expect(plain(decide())).toStrictEqual(plain(expected)),
        rejects: (code: string) => expect(codeOf(decide)).toBe(code),
      };
    },
  };
}

const plain = (events: readonly DomainEvent[]) => events.map(({ type, data }) => ({ type, data }));

function codeOf(decide: () => readonly DomainEvent[]): string {
  try {
    return `decided ${JSON.stringify(plain(decide()))}`;
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

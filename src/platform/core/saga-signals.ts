import { rejecting } from './rejection.js';
import { cancel, concluded, held, settledBack, timedOut, told, type Held } from './saga-engine.js';
import { OperatorStepped, type Direction } from './saga-events.js';
import { isMeant, type SagaEvent, type SagaState, type Tell } from './saga-state.js';
import type { SagaTable } from './saga-table.js';

/** Which step, and which of its commands, an operator means; what is left out must be clear without it. */
export interface Meant {
  readonly step?: string;
  readonly direction?: Direction | 'tell';
  readonly command?: string;
}

export interface OperatorVerb extends Meant {
  readonly kind: 'operator';
  readonly verb: 'retry' | 'compensate' | 'resolve';
  readonly reason: string;
}

/** What can happen to a saga besides the events it listens to. */
export type Signal =
  | { readonly kind: 'timeout'; readonly step: string }
  | ({ readonly kind: 'held' } & Held)
  | ({ readonly kind: 'told' } & Pick<Tell, 'step' | 'command'>)
  | OperatorVerb;

const reject = rejecting<
  'saga.not-stuck' | 'saga.has-ended' | 'saga.cannot-resolve' | 'saga.ambiguous-verb'
>();

/** Decides on what comes from timers, the sender of commands, and operators. Throws a Rejection for a useless verb. */
export const signal = (table: SagaTable, state: SagaState, input: Signal): readonly SagaEvent[] =>
  concluded(table, state, signalled(table, state, input));

/** What a signal leads to, before it is clear who can be told at once. */
export function signalled(table: SagaTable, state: SagaState, input: Signal): readonly SagaEvent[] {
  switch (input.kind) {
    case 'timeout':
      return timedOut(table, state, input.step);
    case 'held': {
      const { kind: _, ...what } = input;
      return held(state, what);
    }
    case 'told':
      return told(state, input);
    case 'operator':
      return operator(table, state, input);
  }
}

function operator(table: SagaTable, state: SagaState, input: OperatorVerb): readonly SagaEvent[] {
  const { verb, reason } = input;
  if (verb === 'compensate') return compensate(table, state, reason);
  const { step, direction, command } = theOne(state, input);
  const stepped = new OperatorStepped({ verb, reason, step, direction, ...(command && { command }) });
  if (verb === 'retry') return [stepped];
  if (direction === 'do') {
    return reject('saga.cannot-resolve', 'a step cannot be done by hand: retry it, or compensate');
  }
  const row = table.steps.find(({ name }) => name === step);
  return direction === 'undo' && row ? [stepped, ...settledBack(table, state, row)] : [stepped];
}

function compensate(table: SagaTable, state: SagaState, reason: string): readonly SagaEvent[] {
  if (state.ended) return hasEnded(state, 'compensate');
  const events = cancel(table, state, { code: 'operator', detail: reason });
  return events.length > 0
    ? [new OperatorStepped({ verb: 'compensate', reason }), ...events]
    : reject('saga.not-stuck', 'the saga already takes back what it did');
}

interface Candidate {
  readonly step: string;
  readonly direction: Direction | 'tell';
  readonly command?: string;
}

/** The one thing that is meant: what is in trouble; for a retry otherwise a step that is under way, or a tell. */
function theOne(state: SagaState, input: OperatorVerb): Candidate {
  const legs = state.legs.filter((leg) => leg.state === 'started');
  const untold = state.untold.map((tell) => ({ ...tell, direction: 'tell' as const }));
  const meant = (things: readonly Candidate[]) => things.filter((thing) => isMeant(thing, input));
  const troubles = meant(state.troubles);
  const open = [legs, untold].map(meant).find(({ length }) => length > 0) ?? [];
  const found = troubles.length > 0 || input.verb !== 'retry' ? troubles : open;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const candidates = found.map(({ step, direction, command }) => ({
      step,
      direction: shownDirection(direction),
      ...(command && { command }),
    }));
    return reject('saga.ambiguous-verb', `${found.length} things could be meant: name one`, { candidates });
  }
  if (state.ended && state.troubles.length === 0) return hasEnded(state, input.verb);
  return reject('saga.not-stuck', `only what needs attention or is under way can be told to ${input.verb}`);
}

const hasEnded = (state: SagaState, verb: string): never =>
  reject('saga.has-ended', `the saga is ${state.ended}; there is nothing left to ${verb}`);

/** As HTTP names directions. */
export const shownDirection = (direction: Direction | 'tell'): 'forward' | 'compensate' | 'tell' =>
  direction === 'do' ? 'forward' : direction === 'undo' ? 'compensate' : 'tell';

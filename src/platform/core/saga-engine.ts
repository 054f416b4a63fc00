import type { DomainEvent, EventClass } from './event.js';
import {
  AttentionNeeded,
  CompensationStarted,
  ContextChanged,
  OperatorStepped,
  SagaCompensated,
  SagaCompleted,
  SagaStarted,
  StepAsked,
  StepFailed,
  StepGivenUp,
  StepSucceeded,
  type Direction,
  type SagaEvent,
} from './saga-events.js';
import { leg, type SagaState } from './saga-state.js';
import { rejecting } from './rejection.js';
import type { Lesson, Reason, SagaTable, Step } from './saga-table.js';

/** What can happen to a saga besides the events it listens to. */
export type Signal =
  | { readonly kind: 'timeout'; readonly step: string }
  | {
      readonly kind: 'exhausted';
      readonly step: string;
      readonly direction: Direction | 'tell';
      readonly attempts: number;
      readonly detail: string;
    }
  | { readonly kind: 'operator'; readonly verb: 'retry' | 'compensate' | 'resolve'; readonly reason: string };

const reject = rejecting<'saga.not-stuck' | 'saga.has-ended' | 'saga.cannot-resolve'>();

/**
 * The saga engine (H. Garcia-Molina, K. Salem, "Sagas", SIGMOD 1987): forward step by step; on failure, time-out
 * or cancellation backward in reverse. An outcome nobody knows counts as done. Repeats and strangers decide
 * nothing; a success that lands after its step was taken back is taken back too.
 *
 * @param table the version of the table the saga began with
 * @param state folded from the saga's own stream
 * @param input an event of the table
 * @returns the facts to record; the commands to send follow from them (`StepAsked`, tells)
 */
export function hear<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  input: DomainEvent,
): readonly SagaEvent[] {
  if (is(input, table.starts)) return start(table, state, input);
  if (is(input, table.cancels)) return cancel(table, state, table.because(input.data));
  for (const lesson of table.learns ?? []) {
    if (is(input, lesson.from)) return learn(state, lesson, input);
  }
  for (const step of table.steps) {
    if (is(input, step.good)) return succeeded(table, state, step);
    if (is(input, step.bad)) return failed(table, state, step, input);
    if (step.undone.some((end) => is(input, end))) return undone(table, state, step, input);
  }
  return [];
}

/** The same for what comes from timers, the sender of commands, and operators. Throws a Rejection for a useless verb. */
export function signal<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  input: Signal,
): readonly SagaEvent[] {
  switch (input.kind) {
    case 'timeout':
      return timedOut(table, state, input.step);
    case 'exhausted':
      return isOpen(state, input) ? [new AttentionNeeded(withoutKind(input))] : [];
    case 'operator':
      return operator(table, state, input);
  }
}

function start<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  { data }: DomainEvent,
): readonly SagaEvent[] {
  if (state.status !== 'none') return [];
  const begun = new SagaStarted({
    sagaId: table.sagaOf(data),
    table: table.version,
    context: table.context(data),
  });
  return [begun, asked(table.steps[0]!, 'do')];
}

function learn<C extends object>(
  state: SagaState,
  lesson: Lesson<C>,
  { data }: DomainEvent,
): readonly SagaEvent[] {
  const over = state.status === 'none' || state.ended || state.reason;
  if (over || leg(state, lesson.before, 'do')) return [];
  return [new ContextChanged({ context: lesson.context(state.context as C, data) })];
}

function succeeded<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  step: Step<C>,
): readonly SagaEvent[] {
  const forward = leg(state, step.name, 'do');
  if (!forward || forward.state === 'done' || forward.state === 'failed') return [];
  if (forward.state === 'unknown') return late(state, step);
  const next = table.steps[table.steps.indexOf(step) + 1];
  const done = new StepSucceeded({ step: step.name, direction: 'do' });
  return next
    ? [done, asked(next, 'do')]
    : [done, new SagaCompleted({ sagaId: table.sagaOf(state.context) })];
}

/** Its way back has been asked and will cover it; if that is already over, once more, unless it needs no telling. */
function late<C extends object>(state: SagaState, step: Step<C>): readonly SagaEvent[] {
  const back = leg(state, step.name, 'undo');
  return back?.state === 'done' && !step.staysUndone ? [asked(step, 'undo', back.attempt + 1)] : [];
}

function failed<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  step: Step<C>,
  { data }: DomainEvent,
) {
  if (leg(state, step.name, 'do')?.state !== 'started') return [];
  const reason = step.because(data);
  return back(table, state, reason, new StepFailed({ step: step.name, ...reason }));
}

function timedOut<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  name: string,
): readonly SagaEvent[] {
  const step = table.steps.find((s) => s.name === name);
  if (!step?.impatience || leg(state, name, 'do')?.state !== 'started') return [];
  return back(table, state, step.impatience, new StepGivenUp({ step: name, ...step.impatience }));
}

function cancel<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  reason: Reason,
): readonly SagaEvent[] {
  const open = state.legs.find((l) => l.direction === 'do' && l.state === 'started');
  if (!open || state.reason) return [];
  return back(table, state, reason, new StepGivenUp({ step: open.step, ...reason }));
}

function back<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  reason: Reason,
  end: StepFailed | StepGivenUp,
) {
  const open = end instanceof StepGivenUp ? end.data.step : undefined;
  const started = new CompensationStarted({ code: reason.code, detail: reason.detail });
  return [end, started, ...nextBack(table, state, { reason, givenUp: open })];
}

function undone<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  step: Step<C>,
  { data }: DomainEvent,
) {
  if (leg(state, step.name, 'undo')?.state !== 'started' || step.isUndone?.(data) === false) return [];
  return settledBack(table, state, step);
}

function settledBack<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  step: Step<C>,
): readonly SagaEvent[] {
  const done = new StepSucceeded({ step: step.name, direction: 'undo' });
  return [done, ...nextBack(table, state, { reason: state.reason!, justUndone: step.name })];
}

/** The last step that is done or unknown and not yet taken back; the end, once every way back has ended. */
function nextBack<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  { reason, givenUp, justUndone }: { reason: Reason; givenUp?: string | undefined; justUndone?: string },
): readonly SagaEvent[] {
  const next = table.steps.findLast(({ name }) => {
    const forward = leg(state, name, 'do')?.state;
    const took = forward === 'done' || forward === 'unknown' || name === givenUp;
    return took && name !== justUndone && !leg(state, name, 'undo');
  });
  if (next) return [asked(next, 'undo')];
  const waits = table.steps.some(
    ({ name }) => name !== justUndone && leg(state, name, 'undo')?.state === 'started',
  );
  return waits ? [] : [new SagaCompensated({ sagaId: table.sagaOf(state.context), ...reason })];
}

function operator<C extends object>(
  table: SagaTable<C>,
  state: SagaState,
  { verb, reason }: Extract<Signal, { kind: 'operator' }>,
): readonly SagaEvent[] {
  if (state.ended && !state.stuck) {
    return reject('saga.has-ended', `the saga is ${state.ended}; there is nothing left to ${verb}`);
  }
  const stepped = new OperatorStepped({ verb, reason });
  if (verb === 'compensate') {
    const events = cancel(table, state, { code: 'operator', detail: reason });
    return events.length > 0
      ? [stepped, ...events]
      : reject('saga.not-stuck', 'the saga already takes back what it did');
  }
  if (!state.stuck)
    return reject('saga.not-stuck', `only a saga that needs attention can be told to ${verb}`);
  if (verb === 'retry') return [stepped];
  if (state.stuck.direction === 'do') {
    return reject('saga.cannot-resolve', 'a step cannot be done by hand: retry it, or compensate');
  }
  const step = table.steps.find((s) => s.name === state.stuck?.step);
  return state.stuck.direction === 'undo' && step ? [stepped, ...settledBack(table, state, step)] : [stepped];
}

function isOpen(state: SagaState, { step, direction }: Extract<Signal, { kind: 'exhausted' }>): boolean {
  return direction === 'tell' || leg(state, step, direction)?.state === 'started';
}

const asked = (step: { name: string }, direction: Direction, attempt = 1): StepAsked =>
  new StepAsked({ step: step.name, direction, attempt });

const withoutKind = ({ step, direction, attempts, detail }: Extract<Signal, { kind: 'exhausted' }>) => ({
  step,
  direction,
  attempts,
  detail,
});

const is = (input: DomainEvent, declared: EventClass): boolean => input instanceof declared;

import type { DomainEvent, EventClass } from './event.js';
import {
  AttentionNeeded,
  CompensationStarted,
  ContextChanged,
  SagaCompensated,
  SagaCompleted,
  SagaStarted,
  StepAsked,
  StepFailed,
  StepGivenUp,
  StepStands,
  StepSucceeded,
  TellAsked,
  Told,
  type Direction,
} from './saga-events.js';
import { backOf, evolveSaga, isMeant, leg, type SagaEvent, type SagaState, type Tell } from './saga-state.js';
import {
  filled,
  type Led,
  type ContextUpdate,
  type Reason,
  type SagaTable,
  type Send,
  type Step,
} from './saga-table.js';

/** A command that cannot be got through, or that gets no answer. */
export interface Held {
  readonly step: string;
  readonly direction: Direction | 'tell';
  readonly command?: string;
  readonly attempts: number;
  readonly detail: string;
  /** It is tried on meanwhile. */
  readonly isTrying?: true;
}

/**
 * The saga engine (H. Garcia-Molina, K. Salem, "Sagas", SIGMOD 1987): forward step by step; on failure, time-out
 * or cancellation backward in reverse. An outcome nobody knows counts as done. Repeats and strangers decide
 * nothing; a success that lands after its step was taken back is taken back too. A step that cannot be taken back any
 * more stands, and the saga goes forward again.
 *
 * @param table the version of the table the saga began with
 * @param state folded from the saga's own stream
 * @param input an event of the table
 * @returns the facts to record; the commands to send follow from them (`StepAsked`, `TellAsked`)
 */
export const hear = (table: SagaTable, state: SagaState, input: DomainEvent): readonly SagaEvent[] =>
  concluded(table, state, heard(table, state, input));

/** Adds the end, once nothing is under way and nobody is left to be told. */
export function concluded(
  table: SagaTable,
  state: SagaState,
  events: readonly SagaEvent[],
): readonly SagaEvent[] {
  if (events.length === 0) return events;
  const after = events.reduce((folded, event) => evolveSaga(folded, event, ''), state);
  const end = endOf(table, after);
  return end ? [...events, end] : events;
}

/** What an event leads to, before it is clear who can be told at once. */
export function heard(table: SagaTable, state: SagaState, input: DomainEvent): readonly SagaEvent[] {
  if (is(input, table.starts)) return start(table, state, input);
  if (is(input, table.cancels)) return cancel(table, state, table.because(input.data));
  for (const contextUpdate of table.contextUpdates ?? []) {
    if (is(input, contextUpdate.from)) return learn(table, state, contextUpdate, input);
  }
  for (const step of table.steps) {
    if (is(input, step.succeededBy)) return succeeded(table, state, step, input);
    if (is(input, step.failedBy)) return failed(table, state, step, input);
    if (step.compensatedBy?.some((end) => is(input, end))) return compensated(table, state, step);
    if (step.irrevocable?.some((end) => is(input, end))) return stands(table, state, step, input);
  }
  return [];
}

/** What a timer says: the step has had its time. */
export function timedOut(table: SagaTable, state: SagaState, name: string): readonly SagaEvent[] {
  const step = table.steps.find((s) => s.name === name);
  if (!step?.onTimeout || leg(state, name, 'do')?.state !== 'started') return [];
  return back(table, state, step.onTimeout, new StepGivenUp({ step: name, ...step.onTimeout }));
}

/** What the sender of commands says: somebody has to look. Once for each trouble. */
export function held(state: SagaState, input: Held): readonly SagaEvent[] {
  const { step, direction } = input;
  const isOpen = direction === 'tell' || leg(state, step, direction)?.state === 'started';
  const isKnown = input.isTrying && state.troubles.some((trouble) => isMeant(trouble, input));
  return isOpen && !isKnown ? [new AttentionNeeded(input)] : [];
}

/** What the sender of commands says: somebody has been told. */
export const told = (
  state: SagaState,
  { step, command }: Pick<Tell, 'step' | 'command'>,
): readonly SagaEvent[] =>
  state.untold.some((tell) => tell.step === step && tell.command === command)
    ? [new Told({ step, command })]
    : [];

/** Turns the saga round while a step is open; what has ended, or goes back already, stays as it is. */
export function cancel(table: SagaTable, state: SagaState, reason: Reason): readonly SagaEvent[] {
  if (state.reason || state.ended) return [];
  const open = state.legs.find((l) => l.direction === 'do' && l.state === 'started');
  if (open) return back(table, state, reason, new StepGivenUp({ step: open.step, ...reason }));
  // A step that was to be asked anew is being taken back: it just is not asked any more.
  return redoing(table, state) ? [new CompensationStarted({ code: reason.code, detail: reason.detail })] : [];
}

/** A way back has ended, by its event or by hand. */
export function settledBack(table: SagaTable, state: SagaState, step: Step): readonly SagaEvent[] {
  const done = new StepSucceeded({ step: step.name, direction: 'undo' });
  if (state.reason) return [done, ...nextBack(table, state, { reason: state.reason, justUndone: step.name })];
  return [done, asked(step, 'do', leg(state, step.name, 'do')!.attempt + 1)];
}

function start(table: SagaTable, state: SagaState, { data }: DomainEvent): readonly SagaEvent[] {
  if (state.status !== 'none') return [];
  const begun = new SagaStarted({ sagaId: table.sagaOf(data), table: table.version, context: data });
  return [begun, asked(table.steps[0]!, 'do')];
}

function learn(
  table: SagaTable,
  state: SagaState,
  { before, redo, context }: ContextUpdate,
  { data }: DomainEvent,
): readonly SagaEvent[] {
  if (state.status === 'none' || state.ended || state.reason) return [];
  const learnt = new ContextChanged({ context: context(state.context, data) });
  if (before === undefined) return [learnt];
  const user = leg(state, before, 'do');
  if (!user || redoing(table, state)?.name === before) return [learnt];
  if (redo === undefined || user.state !== 'started') return [];
  const givenUp = new StepGivenUp({ step: before, code: 'changed', detail: redo });
  return [learnt, givenUp, asked({ name: before }, 'undo', countBacks(state, before) + 1)];
}

function succeeded(
  table: SagaTable,
  state: SagaState,
  step: Step,
  { data }: DomainEvent,
): readonly SagaEvent[] {
  const forward = leg(state, step.name, 'do');
  if (!forward || forward.state === 'done' || forward.state === 'failed') return [];
  if (forward.state === 'unknown') return late(state, step);
  return [new StepSucceeded({ step: step.name, direction: 'do' }), ...next(table, state, step, data)];
}

/** Those who must hear of the good end, and the following step. */
function next(table: SagaTable, state: SagaState, step: Step, heardOf: object): readonly SagaEvent[] {
  const following = table.steps[table.steps.indexOf(step) + 1];
  const attempt = leg(state, step.name, 'do')!.attempt;
  const led = { context: state.context, heard: heardOf, attempt };
  const notifies = (step.notifies ?? []).map((send) => tellAsked(step.name, send, led));
  return following ? [...notifies, asked(following, 'do')] : notifies;
}

/** Steps and ways back follow each other without a break, so what has no open leg is at its end once all are told. */
export function endOf(table: SagaTable, state: SagaState): SagaEvent | undefined {
  const { ended, untold, troubles, legs, reason } = state;
  const waits = untold.length > 0 || troubles.some(({ direction }) => direction === 'tell');
  if (ended || waits || legs.some((each) => each.state === 'started')) return undefined;
  const sagaId = table.sagaOf(state.context);
  return reason ? new SagaCompensated({ sagaId, ...reason }) : new SagaCompleted({ sagaId });
}

/** Its way back has been asked and will cover it; if that is already over, once more, unless it needs no telling. */
function late(state: SagaState, step: Step): readonly SagaEvent[] {
  if (backOf(state, step.name)?.state !== 'done' || step.staysCompensated) return [];
  return [asked(step, 'undo', countBacks(state, step.name) + 1)];
}

function failed(table: SagaTable, state: SagaState, step: Step, { data }: DomainEvent) {
  if (leg(state, step.name, 'do')?.state !== 'started') return [];
  const reason = step.because(data);
  return back(table, state, reason, new StepFailed({ step: step.name, ...reason }));
}

function back(table: SagaTable, state: SagaState, reason: Reason, end: StepFailed | StepGivenUp) {
  const open = end instanceof StepGivenUp ? end.data.step : undefined;
  const started = new CompensationStarted({ code: reason.code, detail: reason.detail });
  return [end, started, ...nextBack(table, state, { reason, givenUp: open })];
}

function compensated(table: SagaTable, state: SagaState, step: Step): readonly SagaEvent[] {
  if (backOf(state, step.name)?.state !== 'started') return [];
  return settledBack(table, state, step);
}

/**
 * The step has happened for good. Ways back are asked one at a time, the last step first, so nothing before it has been
 * taken back and the saga can go forward. Only a success that surfaced after its way back had ended comes too late for
 * that: what is gone on both sides is for a person.
 */
function stands(table: SagaTable, state: SagaState, step: Step, { data }: DomainEvent): readonly SagaEvent[] {
  if (backOf(state, step.name)?.state !== 'started') return [];
  const detail = 'detail' in data ? String(data.detail) : 'it cannot be taken back any more';
  const others = table.steps.filter(({ name }) => name !== step.name);
  if (others.every(({ name }) => !backOf(state, name))) {
    return [new StepStands({ step: step.name, detail }), ...next(table, state, step, data)];
  }
  const both = `${detail}; what came before it was taken back already`;
  return [new AttentionNeeded({ step: step.name, direction: 'undo', attempts: 1, detail: both })];
}

/**
 * The last step that is done or unknown, can be taken back and is not yet; those who must hear, once every way back has
 * ended.
 */
function nextBack(
  table: SagaTable,
  state: SagaState,
  { reason, givenUp, justUndone }: { reason: Reason; givenUp?: string | undefined; justUndone?: string },
): readonly SagaEvent[] {
  const last = table.steps.findLast(({ name, compensation }) => {
    const forward = leg(state, name, 'do')?.state;
    const took = forward === 'done' || forward === 'unknown' || name === givenUp;
    return took && compensation && name !== justUndone && !backOf(state, name);
  });
  if (last) return [asked(last, 'undo', countBacks(state, last.name) + 1)];
  const waits = table.steps.some(
    ({ name }) => name !== justUndone && backOf(state, name)?.state === 'started',
  );
  if (waits) return [];
  const led = { context: state.context, heard: reason, attempt: 1 };
  return table.notifiesCompensated.map((send) => tellAsked('end', send, led));
}

/** The step that is being taken back only to be asked anew. */
const redoing = (table: SagaTable, state: SagaState): Step | undefined =>
  state.reason ? undefined : table.steps.find(({ name }) => backOf(state, name)?.state === 'started');

const countBacks = (state: SagaState, step: string): number =>
  state.legs.filter((l) => l.step === step && l.direction === 'undo').length;

const asked = (step: { name: string }, direction: Direction, attempt = 1): StepAsked =>
  new StepAsked({ step: step.name, direction, attempt });

const tellAsked = (step: string, send: Send, led: Led): TellAsked =>
  new TellAsked({ step, ...filled(send, led) });

const is = (input: DomainEvent, declared: EventClass): boolean => input instanceof declared;

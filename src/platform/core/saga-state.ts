import type { Direction, OperatorStepped, StepStands } from './saga-events.js';
import type { EventIn } from './event.js';
import type * as declared from './saga-events.js';
import type { Reason } from './saga-table.js';

/** Everything that may stand in the stream of a saga. */
export type SagaEvent = EventIn<typeof declared>;

export type SagaStatus =
  'none' | 'running' | 'completed' | 'compensating' | 'compensated' | 'needs-attention';

/** One attempt of a step, as the fulfilment view shows it. */
export interface Leg {
  readonly step: string;
  readonly direction: Direction;
  readonly attempt: number;
  readonly state: 'started' | 'done' | 'failed' | 'unknown';
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly detail?: string;
}

/** One thing that a person is asked to look at. */
export interface Trouble {
  readonly step: string;
  readonly direction: Direction | 'tell';
  /** Of a tell: a step may have several. */
  readonly command?: string;
  readonly detail: string;
}

/** Somebody who was not told yet, as far as the saga knows. */
export interface Tell {
  readonly step: string;
  readonly command: string;
  readonly data: object;
}

export interface SagaState {
  readonly status: SagaStatus;
  readonly table: number;
  readonly context: object;
  /** In the order they were asked. */
  readonly legs: readonly Leg[];
  readonly untold: readonly Tell[];
  readonly reason?: Reason;
  readonly ended?: 'completed' | 'compensated';
  /** The longest known first. */
  readonly troubles: readonly Trouble[];
}

export const noSaga: SagaState = {
  status: 'none',
  table: 0,
  context: {},
  legs: [],
  untold: [],
  troubles: [],
};

export function evolveSaga(state: SagaState, event: SagaEvent, at: string): SagaState {
  const after = changed(state, event, at);
  return { ...after, status: statusOf(after) };
}

function changed(state: SagaState, { type, data }: SagaEvent, at: string): SagaState {
  switch (type) {
    case 'SagaStarted':
      return { ...noSaga, table: data.table, context: data.context };
    case 'ContextChanged':
      return { ...state, context: data.context };
    case 'StepAsked': {
      const { ended: _, ...open } = state;
      return { ...open, legs: [...state.legs, { ...data, state: 'started', startedAt: at }] };
    }
    case 'StepSucceeded':
      return closed(state, data.step, data.direction, { state: 'done', endedAt: at });
    case 'StepFailed':
      return closed(state, data.step, 'do', { state: 'failed', endedAt: at, detail: data.detail });
    case 'StepGivenUp':
      return closed(state, data.step, 'do', { state: 'unknown', endedAt: at, detail: data.detail });
    case 'StepStands':
      return stood(state, data, at);
    case 'TellAsked':
      return { ...state, untold: [...told(state, data).untold, data] };
    case 'Told':
      return told(state, data);
    case 'CompensationStarted':
      return { ...state, reason: data };
    case 'AttentionNeeded': {
      const { attempts: _, isTrying: __, ...trouble } = data;
      return { ...state, troubles: [...without(state.troubles, data), trouble] };
    }
    case 'OperatorStepped':
      return stepped(state, data);
    case 'SagaCompleted':
      return { ...state, ended: 'completed' };
    case 'SagaCompensated':
      return { ...state, ended: 'compensated' };
  }
}

function statusOf({ table, troubles, ended, reason }: SagaState): SagaStatus {
  if (table === 0) return 'none';
  if (troubles.length > 0) return 'needs-attention';
  return ended ?? (reason ? 'compensating' : 'running');
}

/** The newest attempt of a step in one direction. */
export const leg = (state: SagaState, step: string, direction: Direction): Leg | undefined =>
  state.legs.findLast((l) => l.step === step && l.direction === direction);

/** The newest way back of the newest attempt of a step; undefined as long as it was not asked. */
export function backOf(state: SagaState, step: string): Leg | undefined {
  const newest = state.legs.findLast((l) => l.step === step);
  return newest?.direction === 'undo' ? newest : undefined;
}

function closed(state: SagaState, step: string, direction: Direction, end: Partial<Leg>): SagaState {
  const last = leg(state, step, direction);
  const legs = state.legs.map((l) => (l === last ? { ...l, ...end } : l));
  return { ...state, legs, troubles: without(state.troubles, { step, direction }) };
}

function stood(state: SagaState, { step, detail }: StepStands['data'], at: string): SagaState {
  const { reason: _, ...forward } = state;
  const refused = closed(forward, step, 'undo', { state: 'failed', endedAt: at, detail });
  return closed(refused, step, 'do', { state: 'done', endedAt: at });
}

function stepped(state: SagaState, data: OperatorStepped['data']): SagaState {
  if (data.verb === 'compensate') return state;
  const calmer = { ...state, troubles: without(state.troubles, data) };
  return data.verb === 'resolve' && data.direction === 'tell' ? told(calmer, data) : calmer;
}

function told(state: SagaState, { step, command }: Name): SagaState {
  const name = { step, direction: 'tell', command } as const;
  return {
    ...state,
    untold: state.untold.filter((tell) => !isMeant(tell, { step, command })),
    troubles: without(state.troubles, name),
  };
}

interface Name {
  readonly step?: string | undefined;
  readonly direction?: Direction | 'tell' | undefined;
  readonly command?: string | undefined;
}

/** Whether a trouble is meant by a name, of which each missing part means any. */
export const isMeant = (trouble: Name, { step, direction, command }: Name): boolean =>
  (step === undefined || trouble.step === step) &&
  (direction === undefined || trouble.direction === direction) &&
  (command === undefined || trouble.command === undefined || trouble.command === command);

const without = (troubles: readonly Trouble[], name: Name): readonly Trouble[] =>
  troubles.filter((trouble) => !isMeant(trouble, name));

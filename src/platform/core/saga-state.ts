import type { Direction, SagaEvent } from './saga-events.js';
import type { Reason } from './saga-table.js';

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

export interface SagaState {
  readonly status: SagaStatus;
  readonly table: number;
  readonly context: object;
  /** In the order they were asked. */
  readonly legs: readonly Leg[];
  readonly reason?: Reason;
  readonly ended?: 'completed' | 'compensated';
  /** What a person is asked to look at. */
  readonly stuck?: { readonly step: string; readonly direction: Direction | 'tell'; readonly detail: string };
}

export const noSaga: SagaState = { status: 'none', table: 0, context: {}, legs: [] };

export function evolveSaga(state: SagaState, { type, data }: SagaEvent, at: string): SagaState {
  switch (type) {
    case 'SagaStarted':
      return { ...noSaga, status: 'running', table: data.table, context: data.context };
    case 'ContextChanged':
      return { ...state, context: data.context };
    case 'StepAsked':
      return asked(state, { ...data, state: 'started', startedAt: at });
    case 'StepSucceeded':
      return closed(state, data.step, data.direction, { state: 'done', endedAt: at });
    case 'StepFailed':
      return closed(state, data.step, 'do', { state: 'failed', endedAt: at, detail: data.detail });
    case 'StepGivenUp':
      return closed(state, data.step, 'do', { state: 'unknown', endedAt: at, detail: data.detail });
    case 'CompensationStarted':
      return { ...unstuck(state), status: 'compensating', reason: data };
    case 'AttentionNeeded': {
      const { step, direction, detail } = data;
      return { ...state, status: 'needs-attention', stuck: { step, direction, detail } };
    }
    case 'OperatorStepped':
      return data.verb === 'compensate' ? state : { ...unstuck(state), status: resumed(state) };
    case 'SagaCompleted':
      return { ...unstuck(state), status: 'completed', ended: 'completed' };
    case 'SagaCompensated':
      return { ...unstuck(state), status: 'compensated', ended: 'compensated' };
  }
}

/** The newest attempt of a step in one direction. */
export const leg = (state: SagaState, step: string, direction: Direction): Leg | undefined =>
  state.legs.findLast((l) => l.step === step && l.direction === direction);

function asked({ ended: _, ...state }: SagaState, leg: Leg): SagaState {
  const status = leg.direction === 'do' ? 'running' : 'compensating';
  return { ...state, status: state.stuck ? state.status : status, legs: [...state.legs, leg] };
}

function closed(state: SagaState, step: string, direction: Direction, end: Partial<Leg>): SagaState {
  const last = leg(state, step, direction);
  const legs = state.legs.map((l) => (l === last ? { ...l, ...end } : l));
  // Another step may be what a person is asked to look at.
  if (state.stuck && (state.stuck.step !== step || state.stuck.direction !== direction))
    return { ...state, legs };
  return { ...unstuck(state), legs, status: resumed(state) };
}

function unstuck({ stuck: _, ...state }: SagaState): SagaState {
  return state;
}

/** What a saga that waited for a person goes back to. */
function resumed(state: SagaState): SagaStatus {
  if (state.status !== 'needs-attention') return state.status;
  return state.ended ?? (state.reason ? 'compensating' : 'running');
}

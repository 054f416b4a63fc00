import { event } from './event.js';
import type { Reason } from './saga-table.js';

export type Direction = 'do' | 'undo';

/** The facts of a saga's own stream: its inbox, its outbox and its memory. Names here are the storage format. */
export class SagaStarted extends event('SagaStarted')<{ sagaId: string; table: number; context: object }>() {}

/** What the steps need to know has changed; steps that were already asked do not hear of it. */
export class ContextChanged extends event('ContextChanged')<{ context: object }>() {}

/** Recorded before anything is sent. The command id is derived from saga, step, direction and attempt. */
export class StepAsked extends event('StepAsked')<{
  step: string;
  direction: Direction;
  attempt: number;
}>() {}

export class StepSucceeded extends event('StepSucceeded')<{ step: string; direction: Direction }>() {}

export class StepFailed extends event('StepFailed')<{ step: string; code: string; detail: string }>() {}

/** Nobody knows how the step ended: it counts as done and is taken back. */
export class StepGivenUp extends event('StepGivenUp')<{ step: string; code: string; detail: string }>() {}

export class CompensationStarted extends event('CompensationStarted')<Reason>() {}

/** The saga waits for a person: a command kept failing. */
export class AttentionNeeded extends event('AttentionNeeded')<{
  step: string;
  direction: Direction | 'tell';
  attempts: number;
  detail: string;
}>() {}

export class OperatorStepped extends event('OperatorStepped')<{
  verb: 'retry' | 'compensate' | 'resolve';
  reason: string;
}>() {}

export class SagaCompleted extends event('SagaCompleted')<{ sagaId: string }>() {}
export class SagaCompensated extends event('SagaCompensated')<{ sagaId: string } & Reason>() {}

export const sagaEvents = [
  SagaStarted,
  ContextChanged,
  StepAsked,
  StepSucceeded,
  StepFailed,
  StepGivenUp,
  CompensationStarted,
  AttentionNeeded,
  OperatorStepped,
  SagaCompleted,
  SagaCompensated,
];

export type SagaEvent = InstanceType<(typeof sagaEvents)[number]>;

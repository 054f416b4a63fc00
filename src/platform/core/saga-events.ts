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

/**
 * Its way back was refused, because it has happened for good: it counts as done, and what was to be taken back is not.
 */
export class StepStands extends event('StepStands')<{ step: string; detail: string }>() {}

/** Somebody must hear of it, by a command that cannot be refused for good. The saga has not ended before it was told. */
export class TellAsked extends event('TellAsked')<{ step: string; command: string; data: object }>() {}

export class Told extends event('Told')<{ step: string; command: string }>() {}

export class CompensationStarted extends event('CompensationStarted')<Reason>() {}

/** A person has to look: a command keeps failing, or it gets no answer where others do. */
export class AttentionNeeded extends event('AttentionNeeded')<{
  step: string;
  direction: Direction | 'tell';
  /** Of a tell: a step may have several. */
  command?: string;
  attempts: number;
  detail: string;
  /** It is tried on meanwhile, and may get through by itself. */
  isTrying?: true;
}>() {}

/** Without a step (as recorded before steps were named): all that was in trouble. */
export class OperatorStepped extends event('OperatorStepped')<{
  verb: 'retry' | 'compensate' | 'resolve';
  reason: string;
  step?: string;
  direction?: Direction | 'tell';
  command?: string;
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
  StepStands,
  TellAsked,
  Told,
  CompensationStarted,
  AttentionNeeded,
  OperatorStepped,
  SagaCompleted,
  SagaCompensated,
];

export type SagaEvent = InstanceType<(typeof sagaEvents)[number]>;

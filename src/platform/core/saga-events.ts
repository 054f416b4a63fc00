import { z } from 'zod';
import { event } from './event.js';

/** The facts of a saga's own stream: its inbox, its outbox and its memory. Names here are the storage format. */

const direction = z.enum(['do', 'undo']);
export type Direction = z.output<typeof direction>;
const said = { code: z.string(), detail: z.string() };
const step = z.strictObject({ step: z.string() });
const saga = z.strictObject({ sagaId: z.string() });
/** Whatever the table of the saga puts there; JSON. */
const json = z.custom<object>((value) => typeof value === 'object' && value !== null);

export class SagaStarted extends event('SagaStarted', saga.extend({ table: z.int(), context: json })) {}

/** What the steps need to know has changed; steps that were already asked do not hear of it. */
export class ContextChanged extends event('ContextChanged', z.strictObject({ context: json })) {}

/** Recorded before anything is sent. The command id is derived from saga, step, direction and attempt. */
export class StepAsked extends event('StepAsked', step.extend({ direction, attempt: z.int() })) {}

export class StepSucceeded extends event('StepSucceeded', step.extend({ direction })) {}

export class StepFailed extends event('StepFailed', step.extend(said)) {}

/** Nobody knows how the step ended: it counts as done and is taken back. */
export class StepGivenUp extends event('StepGivenUp', step.extend(said)) {}

/**
 * Its way back was refused, because it has happened for good: it counts as done, and what was to be taken back is not.
 */
export class StepStands extends event('StepStands', step.extend({ detail: z.string() })) {}

const told = step.extend({ command: z.string() });
/** Somebody must hear of it, by a command that cannot be refused for good. The saga has not ended before it was told. */
export class TellAsked extends event('TellAsked', told.extend({ data: json })) {}

export class Told extends event('Told', told) {}

export class CompensationStarted extends event('CompensationStarted', z.strictObject(said)) {}

const anyDirection = z.enum(['do', 'undo', 'tell']);
/** A person has to look: a command keeps failing, or it gets no answer where others do. */
export class AttentionNeeded extends event(
  'AttentionNeeded',
  step.extend({
    direction: anyDirection,
    command: z.string().optional().meta({ description: 'of a tell: a step may have several' }),
    attempts: z.int(),
    detail: z.string(),
    isTrying: z
      .literal(true)
      .optional()
      .meta({ description: 'it is tried on meanwhile, and may get through by itself' }),
  }),
) {}

/** Without a step (as recorded before steps were named): all that was in trouble. */
export class OperatorStepped extends event(
  'OperatorStepped',
  z.strictObject({
    verb: z.enum(['retry', 'compensate', 'resolve']),
    reason: z.string(),
    step: z.string().optional(),
    direction: anyDirection.optional(),
    command: z.string().optional(),
  }),
) {}

export class SagaCompleted extends event('SagaCompleted', saga) {}
export class SagaCompensated extends event('SagaCompensated', saga.extend(said)) {}

import { stillUnderstood, type GoldenRow } from '../testing/golden.js';
import { eventsIn } from './event.js';
import * as declared from './saga-events.js';

/** One stored row of every version ever shipped; rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  { type: 'SagaStarted', version: 1, stored: '{ "sagaId": "s", "table": 1, "context": { "orderId": "s" } }' },
  { type: 'ContextChanged', version: 1, stored: '{ "context": { "orderId": "s" } }' },
  { type: 'StepAsked', version: 1, stored: '{ "step": "pay", "direction": "do", "attempt": 1 }' },
  { type: 'StepSucceeded', version: 1, stored: '{ "step": "pay", "direction": "undo" }' },
  { type: 'StepFailed', version: 1, stored: '{ "step": "pay", "code": "c", "detail": "d" }' },
  { type: 'StepGivenUp', version: 1, stored: '{ "step": "pay", "code": "c", "detail": "d" }' },
  { type: 'StepStands', version: 1, stored: '{ "step": "ship", "detail": "d" }' },
  {
    type: 'TellAsked',
    version: 1,
    stored: '{ "step": "pay", "command": "MarkOrderPaid", "data": { "orderId": "s" } }',
  },
  { type: 'Told', version: 1, stored: '{ "step": "pay", "command": "MarkOrderPaid" }' },
  { type: 'CompensationStarted', version: 1, stored: '{ "code": "c", "detail": "d" }' },
  {
    type: 'AttentionNeeded',
    version: 1,
    stored: '{ "step": "ship", "direction": "undo", "attempts": 10, "detail": "down" }',
  },
  { type: 'OperatorStepped', version: 1, stored: '{ "verb": "retry", "reason": "r" }' },
  { type: 'SagaCompleted', version: 1, stored: '{ "sagaId": "s" }' },
  { type: 'SagaCompensated', version: 1, stored: '{ "sagaId": "s", "code": "c", "detail": "d" }' },
  {
    type: 'AttentionNeeded',
    version: 1,
    stored:
      '{"step":"pay","direction":"tell","command":"MarkOrderPaid","attempts":3,"detail":"d","isTrying":true}',
  },
  {
    type: 'OperatorStepped',
    version: 1,
    stored: '{"verb":"resolve","reason":"r","step":"ship","direction":"undo","command":"CancelShipment"}',
  },
];

stillUnderstood(eventsIn(declared), golden);

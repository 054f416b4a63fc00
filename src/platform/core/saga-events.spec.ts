import { describe, expect, it } from '@jest/globals';
import { upcast, type EventClass } from './event.js';
import { sagaEvents } from './saga-events.js';

/** One stored row of every version ever shipped; rows are added, never changed. */
const golden: readonly (readonly [type: string, version: number, stored: object, newest: object])[] = [
  [
    'SagaStarted',
    1,
    { sagaId: 's', table: 1, context: { orderId: 's' } },
    { sagaId: 's', table: 1, context: { orderId: 's' } },
  ],
  ['ContextChanged', 1, { context: { orderId: 's' } }, { context: { orderId: 's' } }],
  [
    'StepAsked',
    1,
    { step: 'pay', direction: 'do', attempt: 1 },
    { step: 'pay', direction: 'do', attempt: 1 },
  ],
  ['StepSucceeded', 1, { step: 'pay', direction: 'undo' }, { step: 'pay', direction: 'undo' }],
  ['StepFailed', 1, { step: 'pay', code: 'c', detail: 'd' }, { step: 'pay', code: 'c', detail: 'd' }],
  ['StepGivenUp', 1, { step: 'pay', code: 'c', detail: 'd' }, { step: 'pay', code: 'c', detail: 'd' }],
  ['StepStands', 1, { step: 'ship', detail: 'd' }, { step: 'ship', detail: 'd' }],
  [
    'TellAsked',
    1,
    { step: 'pay', command: 'MarkOrderPaid', data: { orderId: 's' } },
    { step: 'pay', command: 'MarkOrderPaid', data: { orderId: 's' } },
  ],
  ['Told', 1, { step: 'pay', command: 'MarkOrderPaid' }, { step: 'pay', command: 'MarkOrderPaid' }],
  ['CompensationStarted', 1, { code: 'c', detail: 'd' }, { code: 'c', detail: 'd' }],
  [
    'AttentionNeeded',
    1,
    { step: 'ship', direction: 'undo', attempts: 10, detail: 'down' },
    { step: 'ship', direction: 'undo', attempts: 10, detail: 'down' },
  ],
  ['OperatorStepped', 1, { verb: 'retry', reason: 'r' }, { verb: 'retry', reason: 'r' }],
  ['SagaCompleted', 1, { sagaId: 's' }, { sagaId: 's' }],
  ['SagaCompensated', 1, { sagaId: 's', code: 'c', detail: 'd' }, { sagaId: 's', code: 'c', detail: 'd' }],
];

describe('stored saga events', () => {
  it.each(golden)('%s v%i still reads', (type, version, stored, newest) => {
    const declared = sagaEvents.find((each) => each.type === type) as EventClass | undefined;
    expect(upcast(declared!, version, stored)).toMatchObject({ type, data: newest });
  });

  it('have a golden row for every version', () => {
    const rows = new Set(golden.map(([type, version]) => `${type} v${version}`));
    for (const { type, version } of sagaEvents) {
      for (let v = 1; v <= version; v++) expect(rows).toContain(`${type} v${v}`);
    }
  });
});

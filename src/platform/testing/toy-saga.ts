import { z } from 'zod';
import { event, type DomainEvent } from '../core/event.js';
import { sagaKnowing, sends } from '../core/saga-definition.js';
import { hear } from '../core/saga-engine.js';
import type { StepAsked } from '../core/saga-events.js';
import { signal, type Signal } from '../core/saga-signals.js';
import { evolveSaga, noSaga, type SagaEvent, type SagaState } from '../core/saga-state.js';
import type { SagaTable } from '../core/saga-table.js';

/** A saga without a business: steps `a`, `b` and `c`, and what can happen to it. */

const named = z.strictObject({ id: z.string() });
type Named = z.output<typeof named>;
class Begun extends event('Begun', named) {}
class Called extends event('Called', named) {}
class Moved extends event('Moved', named) {}
class AGood extends event('AGood', named) {}
class ABad extends event('ABad', named) {}
class AUndone extends event('AUndone', named) {}
class LookGood extends event('LookGood', named) {}
class LookBad extends event('LookBad', named) {}
class BGood extends event('BGood', named) {}
class BBad extends event('BBad', named) {}
class BUndone extends event('BUndone', named) {}
class CGood extends event('CGood', named) {}
class CBad extends event('CBad', named) {}
class CUndone extends event('CUndone', named) {}
class CGone extends event('CGone', named.extend({ detail: z.string() })) {}

class Asked {
  constructor(
    readonly data: Named,
    readonly by: unknown,
  ) {}
}
class TellOne extends Asked {}
class TellTwo extends Asked {}
class TellEnd extends Asked {}

const { saga, step, contextUpdate } = sagaKnowing<Named>();
const send = sends(Asked, ({ id: of }: Named) => ({ id: of }));
const sendTo = (command: typeof Asked) => ({ ...send, command });
const failed = (code: string) => () => ({ code, detail: '' });
const soon = { timeoutMs: () => 1_000, onTimeout: { code: 'too-late', detail: '' } };

const a = step({
  ...{ name: 'a', asks: send, succeededBy: AGood, failedBy: ABad, because: failed('a-failed') },
  ...{ compensation: send, compensatedBy: [AUndone] },
});
const b = step({
  ...{ name: 'b', asks: send, succeededBy: BGood, failedBy: BBad, because: failed('b-failed') },
  ...{ compensation: send, compensatedBy: [BUndone], ...soon },
});
const c = step({
  ...{ name: 'c', asks: send, succeededBy: CGood, failedBy: CBad, because: failed('c-failed') },
  ...{ compensation: send, compensatedBy: [CUndone], irrevocable: [CGone] },
});
/** Looks at something: there is nothing to take back. */
const look = step({
  ...{
    name: 'look',
    asks: send,
    succeededBy: LookGood,
    failedBy: LookBad,
    because: failed('look-failed'),
    ...soon,
  },
});

export const table = saga({
  name: 'toy',
  version: 1,
  starts: Begun,
  cancels: Called,
  because: failed('cancelled'),
  sagaOf: ({ id: of }) => of,
  steps: [a, b, c],
  contextUpdates: [
    contextUpdate({ from: Moved, before: 'c', redo: 'moved', context: (context) => ({ ...context }) }),
  ],
  notifiesCompensated: [],
});
/** The same, with somebody to tell. */
export const telling: SagaTable = {
  ...table,
  steps: [a, b, { ...c, notifies: [sendTo(TellOne), sendTo(TellTwo)] }],
  notifiesCompensated: [sendTo(TellEnd)],
};
/** The same, with a look between `a` and `b`. */
export const looking: SagaTable = { ...table, steps: [a, look, b, c] };

export const id = 'x';
export const at = '2026-01-01T00:00:00.000Z';
export type Input = DomainEvent | Signal;

export function led(by: SagaTable, inputs: readonly Input[]) {
  let state: SagaState = noSaga;
  const recorded: SagaEvent[] = [];
  for (const input of inputs) {
    const events = 'kind' in input ? signal(by, state, input) : hear(by, state, input);
    recorded.push(...events);
    state = events.reduce((folded, e) => evolveSaga(folded, e, at), state);
  }
  return { state, recorded, asks: recorded.flatMap((e) => (e.type === 'StepAsked' ? [brief(e)] : [])) };
}
const brief = ({ data }: StepAsked) =>
  `${data.direction} ${data.step}${data.attempt > 1 ? ` #${data.attempt}` : ''}`;

export const exhausted = (step: string, direction: 'do' | 'undo' | 'tell', command?: string): Signal => ({
  kind: 'held',
  step,
  ...(command && { command }),
  direction,
  attempts: 10,
  detail: 'down',
});
export const operator = (
  verb: 'retry' | 'compensate' | 'resolve',
  meant: { step?: string; direction?: 'do' | 'undo' | 'tell'; command?: string } = {},
): Signal => ({ kind: 'operator', verb, reason: 'because', ...meant });
export const told = (step: string, command: string): Signal => ({ kind: 'told', step, command });
export const timeout = (step: string): Signal => ({ kind: 'timeout', step });

export const [begun, called, moved] = [new Begun({ id }), new Called({ id }), new Moved({ id })];
export const [aGood, aBad, aUndone] = [new AGood({ id }), new ABad({ id }), new AUndone({ id })];
export const [lookGood, lookBad] = [new LookGood({ id }), new LookBad({ id })];
export const [bGood, bBad, bUndone] = [new BGood({ id }), new BBad({ id }), new BUndone({ id })];
export const [cGood, cBad, cUndone] = [new CGood({ id }), new CBad({ id }), new CUndone({ id })];
export const cGone = new CGone({ id, detail: 'it has left' });

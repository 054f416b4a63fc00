import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { event, type DomainEvent } from './event.js';
import { hear, signal, type Signal } from './saga-engine.js';
import type { SagaEvent } from './saga-events.js';
import { evolveSaga, noSaga, type SagaState } from './saga-state.js';
import { sends, type SagaTable } from './saga-table.js';

class Begun extends event('Begun')<{ id: string }>() {}
class Called extends event('Called')<{ id: string }>() {}
class AGood extends event('AGood')<{ id: string }>() {}
class ABad extends event('ABad')<{ id: string }>() {}
class AUndone extends event('AUndone')<{ id: string }>() {}
class BGood extends event('BGood')<{ id: string }>() {}
class BBad extends event('BBad')<{ id: string }>() {}
class BUndone extends event('BUndone')<{ id: string }>() {}
class CGood extends event('CGood')<{ id: string }>() {}
class CBad extends event('CBad')<{ id: string }>() {}
class CUndone extends event('CUndone')<{ id: string }>() {}
class Any {
  constructor(
    readonly data: { id: string },
    readonly by: unknown,
  ) {}
}
const send = sends<{ id: string }, { id: string }>(Any, ({ id }) => ({ id }));
const row = (name: string, good: unknown, bad: unknown, back: unknown) => ({
  name,
  good: good as never,
  bad: bad as never,
  undone: [back as never],
  asks: send,
  wayBack: send,
  because: () => ({ code: `${name}-failed`, detail: '' }),
});
const table: SagaTable<{ id: string }> = {
  name: 'toy',
  version: 1,
  starts: Begun as never,
  cancels: Called as never,
  because: () => ({ code: 'cancelled', detail: '' }),
  sagaOf: (data) => (data as { id: string }).id,
  context: (data) => data as { id: string },
  steps: [
    row('a', AGood, ABad, AUndone),
    { ...row('b', BGood, BBad, BUndone), patienceMs: 1000, impatience: { code: 'too-late', detail: '' } },
    row('c', CGood, CBad, CUndone),
  ],
  tellsCompensated: [],
};

const id = 'x';
const at = '2026-01-01T00:00:00.000Z';
const on = (...inputs: (DomainEvent | Signal)[]) => {
  let state: SagaState = noSaga;
  const recorded: SagaEvent[] = [];
  for (const input of inputs) {
    const events = 'kind' in input ? signal(table, state, input) : hear(table, state, input);
    recorded.push(...events);
    state = events.reduce((folded, e) => evolveSaga(folded, e, at), state);
  }
  return { state, recorded, asks: recorded.flatMap((e) => (e.type === 'StepAsked' ? [brief(e)] : [])) };
};
const brief = ({ data }: { data: { step: string; direction: string; attempt: number } }) =>
  `${data.direction} ${data.step}${data.attempt > 1 ? ` #${data.attempt}` : ''}`;
const exhausted = (step: string, direction: 'do' | 'undo'): Signal => ({
  kind: 'exhausted',
  step,
  direction,
  attempts: 10,
  detail: 'down',
});
const operator = (verb: 'retry' | 'compensate' | 'resolve'): Signal => ({
  kind: 'operator',
  verb,
  reason: 'because',
});
const [begun, called] = [new Begun({ id }), new Called({ id })];
const [aGood, aBad, aUndone] = [new AGood({ id }), new ABad({ id }), new AUndone({ id })];
const [bGood, bBad, bUndone] = [new BGood({ id }), new BBad({ id }), new BUndone({ id })];
const [cGood, cBad, cUndone] = [new CGood({ id }), new CBad({ id }), new CUndone({ id })];
const timeout: Signal = { kind: 'timeout', step: 'b' };

describe('a saga', () => {
  it('goes forward step by step and completes', () => {
    const { state, asks } = on(begun, aGood, bGood, cGood);
    expect([state.status, asks]).toEqual(['completed', ['do a', 'do b', 'do c']]);
  });

  it('takes back in reverse what was done before a step failed, and nothing else', () => {
    const { state, asks } = on(begun, aGood, bGood, cBad, bUndone, aUndone);
    expect([state.status, asks]).toEqual(['compensated', ['do a', 'do b', 'do c', 'undo b', 'undo a']]);
    expect(state.reason?.code).toBe('c-failed');
  });

  it('has nothing to take back when the first step fails', () => {
    expect(on(begun, aBad)).toMatchObject({ state: { status: 'compensated' }, asks: ['do a'] });
  });

  it('counts a step that was given up as done until its way back says otherwise', () => {
    expect(on(begun, aGood, timeout).asks).toEqual(['do a', 'do b', 'undo b']);
    expect(on(begun, aGood, timeout, bUndone, aUndone).state).toMatchObject({
      status: 'compensated',
      reason: { code: 'too-late' },
    });
  });

  it('lets a cancellation win as long as the last step has not ended', () => {
    expect(on(begun, aGood, bGood, called).asks).toEqual(['do a', 'do b', 'do c', 'undo c']);
    expect(on(begun, aGood, bGood, cGood, called).state.status).toBe('completed');
  });

  it('takes back a success that lands after its step was taken back', () => {
    const { asks, state } = on(begun, aGood, timeout, bUndone, aUndone, bGood, bUndone);
    expect(asks.slice(2)).toEqual(['undo b', 'undo a', 'undo b #2']);
    expect(state.status).toBe('compensated');
  });

  it('asks no second time where a late success is taken back without being told', () => {
    const calm = { ...table, steps: table.steps.map((step) => ({ ...step, staysUndone: true })) };
    const { state } = on(begun, aGood, timeout, bUndone, aUndone);
    expect(hear(calm, state, bGood)).toEqual([]);
  });

  it('has not ended while another way back is open', () => {
    const story = [begun, aGood, timeout, bUndone, bGood, bUndone];
    expect(on(...story).state.status).toBe('compensating');
    expect(on(...story, aUndone).state.status).toBe('compensated');
  });

  it('leaves a late success to the way back that is under way', () => {
    expect(on(begun, aGood, timeout, bGood).asks).toEqual(['do a', 'do b', 'undo b']);
  });

  it('ignores a late failure, repeats and strangers', () => {
    expect(on(begun, aGood, timeout, bBad).asks).toEqual(['do a', 'do b', 'undo b']);
    expect(on(begun, begun, aGood, aGood, aUndone, timeout, timeout, called).asks).toEqual([
      'do a',
      'do b',
      'undo b',
    ]);
    expect(on(bGood, called, cUndone).recorded).toEqual([]);
  });

  it('waits for a person when a step or a way back keeps failing, and does as told', () => {
    expect(on(begun, exhausted('a', 'do')).state.status).toBe('needs-attention');
    expect(on(begun, exhausted('a', 'do'), operator('retry')).state.status).toBe('running');
    expect(on(begun, exhausted('a', 'do'), aGood).state.status).toBe('running');
    expect(on(begun, exhausted('a', 'do'), operator('compensate')).asks).toEqual(['do a', 'undo a']);
    const stuckBack = [begun, aGood, bBad, exhausted('a', 'undo')];
    expect(on(...stuckBack, operator('resolve')).state.status).toBe('compensated');
    expect(on(...stuckBack, operator('retry'), aUndone).state.status).toBe('compensated');
  });

  it('keeps asking for a person while other steps go on', () => {
    const stuckBack = [begun, aGood, timeout, bUndone, exhausted('a', 'undo')];
    expect(on(...stuckBack, bGood, bUndone).state).toMatchObject({
      status: 'needs-attention',
      stuck: { step: 'a', direction: 'undo' },
    });
    expect(on(...stuckBack, bGood, bUndone, operator('retry'), aUndone).state.status).toBe('compensated');
  });

  it('refuses verbs that cannot help', () => {
    expect(() => on(begun, aGood, operator('retry'))).toThrow(/needs attention/);
    expect(() => on(begun, exhausted('a', 'do'), operator('resolve'))).toThrow(/cannot be done by hand/);
    expect(() => on(begun, aGood, bGood, cGood, operator('compensate'))).toThrow(/completed/);
  });

  it('keeps its laws in every order of arrival, with repeats', () => {
    const inputs = [aGood, aBad, aUndone, bGood, bBad, bUndone, cGood, cBad, cUndone, called, timeout];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...inputs), { maxLength: 30 }), (heard) => {
        const { state, asks, recorded } = on(begun, ...heard);
        const once = asks.filter((ask) => !ask.includes('#'));
        expect(new Set(once).size).toBe(once.length);
        const forward = asks.filter((ask) => ask.startsWith('do'));
        expect(forward).toEqual(['do a', 'do b', 'do c'].slice(0, forward.length));
        const back = once.filter((ask) => ask.startsWith('undo')).map((ask) => ask.slice(5));
        expect(back).toEqual([...back].sort().reverse());
        const ends = recorded.filter(({ type }) => type === 'SagaCompleted').length;
        expect(ends === 0 || state.reason === undefined).toBe(true);
        if (state.status === 'compensated') {
          for (const { step } of state.legs.filter(
            (l) => l.direction === 'do' && /done|unknown/.test(l.state),
          )) {
            expect(state.legs.findLast((l) => l.step === step && l.direction === 'undo')?.state).toBe('done');
          }
        }
      }),
      { numRuns: 5000 },
    );
  });
});

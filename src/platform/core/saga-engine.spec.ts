import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { event, type DomainEvent } from './event.js';
import { hear } from './saga-engine.js';
import { signal, type Signal } from './saga-signals.js';
import { SagaCompleted } from './saga-events.js';
import { type SagaEvent } from './saga-state.js';
import { evolveSaga, noSaga, type SagaState } from './saga-state.js';
import { sends, versionsOf, type SagaTable } from './saga-table.js';

class Begun extends event('Begun', z.strictObject({ id: z.string() })) {}
class Called extends event('Called', z.strictObject({ id: z.string() })) {}
class AGood extends event('AGood', z.strictObject({ id: z.string() })) {}
class ABad extends event('ABad', z.strictObject({ id: z.string() })) {}
class AUndone extends event('AUndone', z.strictObject({ id: z.string() })) {}
class BGood extends event('BGood', z.strictObject({ id: z.string() })) {}
class BBad extends event('BBad', z.strictObject({ id: z.string() })) {}
class BUndone extends event('BUndone', z.strictObject({ id: z.string() })) {}
class CGood extends event('CGood', z.strictObject({ id: z.string() })) {}
class CBad extends event('CBad', z.strictObject({ id: z.string() })) {}
class CUndone extends event('CUndone', z.strictObject({ id: z.string() })) {}
class CGone extends event('CGone', z.strictObject({ id: z.string(), detail: z.string() })) {}
class Moved extends event('Moved', z.strictObject({ id: z.string() })) {}
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
    { ...row('c', CGood, CBad, CUndone), irrevocable: [CGone as never] },
  ],
  learns: [{ from: Moved as never, before: 'c', redo: 'moved', context: (context) => ({ ...context }) }],
  tellsCompensated: [],
};

const tell = (command: string) => ({ ...send, command: { name: command } as never });
/** The same, with somebody to tell. */
const telling: SagaTable<{ id: string }> = {
  ...table,
  steps: table.steps.map((step) =>
    step.name === 'c' ? { ...step, tells: [tell('TellOne'), tell('TellTwo')] } : step,
  ),
  tellsCompensated: [tell('TellEnd')],
};

const id = 'x';
const at = '2026-01-01T00:00:00.000Z';
const led = (table: SagaTable<{ id: string }>, inputs: (DomainEvent | Signal)[]) => {
  let state: SagaState = noSaga;
  const recorded: SagaEvent[] = [];
  for (const input of inputs) {
    const events = 'kind' in input ? signal(table, state, input) : hear(table, state, input);
    recorded.push(...events);
    state = events.reduce((folded, e) => evolveSaga(folded, e, at), state);
  }
  return { state, recorded, asks: recorded.flatMap((e) => (e.type === 'StepAsked' ? [brief(e)] : [])) };
};
const on = (...inputs: (DomainEvent | Signal)[]) => led(table, inputs);
const onTelling = (...inputs: (DomainEvent | Signal)[]) => led(telling, inputs);
const brief = ({ data }: { data: { step: string; direction: string; attempt: number } }) =>
  `${data.direction} ${data.step}${data.attempt > 1 ? ` #${data.attempt}` : ''}`;
const exhausted = (step: string, direction: 'do' | 'undo' | 'tell', command?: string): Signal => ({
  kind: 'held',
  step,
  ...(command && { command }),
  direction,
  attempts: 10,
  detail: 'down',
});
const operator = (
  verb: 'retry' | 'compensate' | 'resolve',
  meant: { step?: string; direction?: 'do' | 'undo' | 'tell'; command?: string } = {},
): Signal => ({ kind: 'operator', verb, reason: 'because', ...meant });
const [begun, called] = [new Begun({ id }), new Called({ id })];
const [aGood, aBad, aUndone] = [new AGood({ id }), new ABad({ id }), new AUndone({ id })];
const [bGood, bBad, bUndone] = [new BGood({ id }), new BBad({ id }), new BUndone({ id })];
const [cGood, cBad, cUndone] = [new CGood({ id }), new CBad({ id }), new CUndone({ id })];
const [cGone, moved] = [new CGone({ id, detail: 'it has left' }), new Moved({ id })];
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
      troubles: [{ step: 'a', direction: 'undo' }],
    });
    expect(on(...stuckBack, bGood, bUndone, operator('retry'), aUndone).state.status).toBe('compensated');
  });

  it('refuses verbs that cannot help', () => {
    expect(() => on(begun, aGood, operator('resolve'))).toThrow(/needs attention/);
    expect(() => on(begun, exhausted('a', 'do'), operator('resolve'))).toThrow(/cannot be done by hand/);
    for (const verb of ['retry', 'compensate', 'resolve'] as const) {
      expect(() => on(begun, aGood, bGood, cGood, operator(verb))).toThrow(/completed/);
    }
    expect(() => on(begun, aGood, operator('retry', { step: 'a' }))).toThrow(/under way/);
  });

  it('sends an open step again when it is told to, in trouble or not', () => {
    expect(on(begun, aGood, operator('retry')).recorded.at(-1)).toMatchObject({
      type: 'OperatorStepped',
      data: { verb: 'retry', step: 'b', direction: 'do' },
    });
  });

  it('closes the one thing that is meant, and asks which when it is not clear', () => {
    const told = [exhausted('b', 'tell', 'TellOne'), exhausted('b', 'tell', 'TellTwo')];
    const two = [begun, aGood, bGood, ...told];
    expect(() => on(...two, operator('resolve'))).toThrow(/name one/);
    expect(() => on(...two, operator('retry', { direction: 'tell' }))).toThrow(/name one/);
    expect(on(...two, operator('resolve', { command: 'TellOne' })).state.troubles).toMatchObject([
      { command: 'TellTwo' },
    ]);
    const mixed = [begun, aGood, bBad, exhausted('a', 'tell'), exhausted('a', 'undo')];
    const { state } = on(...mixed, operator('resolve', { direction: 'undo' }));
    expect([state.ended, state.status, state.troubles]).toMatchObject([
      undefined,
      'needs-attention',
      [{ direction: 'tell' }],
    ]);
  });

  describe('that has somebody to tell', () => {
    const told = (step: string, command: string): Signal => ({ kind: 'told', step, command });
    const [one, two] = [told('c', 'TellOne'), told('c', 'TellTwo')];
    const shipped = [begun, aGood, bGood, cGood];

    it('has not ended before everybody was told', () => {
      expect(onTelling(...shipped).state).toMatchObject({ status: 'running', untold: [{}, {}] });
      expect(onTelling(...shipped, one, one).state.status).toBe('running');
      const { state, recorded } = onTelling(...shipped, two, one);
      expect([state.status, state.untold]).toEqual(['completed', []]);
      expect(recorded.slice(-3).map(({ type }) => type)).toEqual(['Told', 'Told', 'SagaCompleted']);
    });

    it('has not taken everything back before that was told', () => {
      const story = [begun, aGood, bBad, aUndone];
      expect(onTelling(...story).state.status).toBe('compensating');
      expect(onTelling(...story, told('end', 'TellEnd')).recorded.at(-1)).toMatchObject({
        type: 'SagaCompensated',
        data: { code: 'b-failed' },
      });
    });

    it('ends when an operator has resolved what could not be told, and that alone', () => {
      const stuck = [...shipped, exhausted('c', 'tell', 'TellOne'), exhausted('c', 'tell', 'TellTwo')];
      const resolved = operator('resolve', { step: 'c', direction: 'tell', command: 'TellOne' });
      expect(onTelling(...stuck, resolved).state).toMatchObject({
        status: 'needs-attention',
        untold: [{ command: 'TellTwo' }],
      });
      expect(onTelling(...stuck, resolved, two).state.status).toBe('completed');
      expect(onTelling(...stuck, resolved, operator('retry')).state.status).toBe('running');
      expect(onTelling(...stuck, resolved, operator('resolve')).state.status).toBe('completed');
    });

    it('can be told to tell again, and can no longer be turned round', () => {
      expect(onTelling(...shipped, one, operator('retry')).recorded.at(-1)).toMatchObject({
        data: { verb: 'retry', step: 'c', direction: 'tell', command: 'TellTwo' },
      });
      expect(onTelling(...shipped, called, one, two).state.status).toBe('completed');
    });

    it('needs a person for what is in trouble, also where it was recorded without being asked for', () => {
      const story = [begun, aGood, bGood, exhausted('b', 'tell', 'TellOne'), cGood];
      expect([on(...story).state.ended, on(...story).state.status]).toEqual([undefined, 'needs-attention']);
      expect(on(...story, operator('resolve')).state.status).toBe('completed');
    });

    it('may have ended before that, in a log from before', () => {
      const before = evolveSaga(on(begun, aGood, bGood, cGood).state, new SagaCompleted({ sagaId: id }), at);
      const stuck = signal(telling, before, exhausted('c', 'tell', 'TellOne'));
      expect([before.status, evolveSaga(before, stuck[0]!, at).status]).toEqual([
        'completed',
        'needs-attention',
      ]);
      expect(signal(telling, before, one)).toEqual([]);
    });
  });

  it('shows a step that gets no answer once, and gets over it by itself', () => {
    const waits: Signal = {
      kind: 'held',
      step: 'c',
      direction: 'do',
      attempts: 40,
      detail: 'no',
      isTrying: true,
    };
    const { state, recorded } = on(begun, aGood, bGood, waits, waits);
    expect(state.status).toBe('needs-attention');
    expect(recorded.filter(({ type }) => type === 'AttentionNeeded')).toHaveLength(1);
    expect(on(begun, aGood, bGood, waits, cGood).state.status).toBe('completed');
  });

  it('goes forward again when the step it takes back has happened for good', () => {
    const { state, asks } = on(begun, aGood, bGood, called, cGood, cGone);
    expect([state.status, asks]).toEqual(['completed', ['do a', 'do b', 'do c', 'undo c']]);
    expect(state.reason).toBeUndefined();
    expect(on(begun, aGood, bGood, called, cGone, cUndone, called).state.status).toBe('completed');
  });

  it('leaves to a person what has happened for good after the rest was taken back', () => {
    const story = [begun, aGood, bGood, called, cUndone, bUndone, cGood, cGone];
    expect(on(...story).state).toMatchObject({
      status: 'needs-attention',
      troubles: [{ step: 'c', direction: 'undo' }],
    });
    const { state } = on(...story, aUndone, operator('resolve'));
    expect([state.ended, state.status]).toEqual(['compensated', 'compensated']);
  });

  it('takes a step back and asks it anew when it was asked with what is no longer true', () => {
    const again = [begun, aGood, bGood, moved, cUndone];
    expect(on(...again).asks).toEqual(['do a', 'do b', 'do c', 'undo c', 'do c #2']);
    expect(on(...again).state.status).toBe('running');
    expect(on(...again, cGood).state.status).toBe('completed');
    expect(on(...again, moved, cUndone).asks.slice(-2)).toEqual(['undo c #2', 'do c #3']);
    expect(on(begun, aGood, bGood, moved, moved, cUndone).asks.slice(-1)).toEqual(['do c #2']);
  });

  it('does not ask anew what is cancelled meanwhile, or what has happened for good', () => {
    const moving = [begun, aGood, bGood, moved];
    expect(on(...moving, called, cUndone).asks.slice(-1)).toEqual(['undo b']);
    expect(on(...moving, called, cUndone, bUndone, aUndone).state.status).toBe('compensated');
    expect(on(...moving, cGone).state.status).toBe('completed');
    expect(on(...moving, called, cGone).state.status).toBe('completed');
    expect(on(...moving, cUndone, called).asks.slice(-1)).toEqual(['undo c #2']);
  });

  it('keeps the table it began with, of which only the difference is written down', () => {
    const without = { 1: (today: typeof table) => ({ steps: today.steps.slice(1) }) };
    const [first, second] = versionsOf({ ...table, version: 2, earlier: without as never });
    expect(hear(first!, noSaga, begun).map(({ data }) => data)).toMatchObject([{ table: 1 }, { step: 'b' }]);
    expect(hear(second!, noSaga, begun).map(({ data }) => data)).toMatchObject([{ table: 2 }, { step: 'a' }]);
  });

  it('keeps its laws in every order of arrival, with repeats', () => {
    const inputs = [aGood, aBad, aUndone, bGood, bBad, bUndone, cGood, cBad, cUndone, cGone, called, moved];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...inputs, timeout), { maxLength: 30 }), (heard) => {
        const { state, recorded } = on(begun, ...heard);
        const firsts = state.legs.filter(({ direction, attempt }) => direction === 'do' && attempt === 1);
        expect(firsts.map(({ step }) => step)).toEqual(['a', 'b', 'c'].slice(0, firsts.length));
        const asked = state.legs.map(({ step, direction, attempt }) => `${step}${direction}${attempt}`);
        expect(new Set(asked).size).toBe(asked.length);
        keepsOrder(state, recorded);
        isWatched(state);
        keepsBoth(state);
      }),
      { numRuns: 5000 },
    );
  });

  it('ends in every order of arrival, and only when all that was asked for has been told', () => {
    const inputs = [aGood, aBad, aUndone, bGood, bBad, bUndone, cGood, cBad, cUndone, called, cGone, moved];
    const tells = ['TellOne', 'TellTwo', 'TellEnd'].map((command): Signal => ({
      kind: 'told',
      step: command === 'TellEnd' ? 'end' : 'c',
      command,
    }));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<DomainEvent | Signal>(...inputs, ...tells), { maxLength: 40 }),
        (heard) => {
          const { state } = onTelling(begun, ...heard);
          if (state.ended) expect(state.untold).toEqual([]);
          isWatched(state);
          const { state: rested } = onTelling(begun, ...heard, ...tells);
          if (rested.legs.every((leg) => leg.state !== 'started')) expect(rested.status).toBe(rested.ended);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Ways back in reverse; nothing is taken back once it has gone forward to its end. */
function keepsOrder(state: SagaState, recorded: readonly SagaEvent[]): void {
  const backs = state.legs.filter(({ direction }) => direction === 'undo');
  const first = ['c', 'b', 'a'].map((step) => backs.findIndex((back) => back.step === step));
  const asked = first.filter((index) => index >= 0);
  expect(asked).toEqual([...asked].sort((x, y) => x - y));
  const completed = recorded.findIndex(({ type }) => type === 'SagaCompleted');
  if (completed >= 0) expect(recorded.slice(completed + 1)).toEqual([]);
  if (state.ended === 'completed') expect(state.reason).toBeUndefined();
}

/** What has not ended waits for a step, or for a person. */
function isWatched({ ended, troubles, legs, untold }: SagaState): void {
  if (ended || troubles.length > 0) return;
  expect(legs.some(({ state }) => state === 'started') || untold.length > 0).toBe(true);
}

/** Taken back altogether, or not at all. */
function keepsBoth({ status, legs }: SagaState): void {
  const newest = (step: string) => legs.findLast((leg) => leg.step === step);
  const took = legs.filter(({ direction, state }) => direction === 'do' && /done|unknown/.test(state));
  for (const { step } of took) {
    if (status === 'compensated') expect(newest(step)).toMatchObject({ direction: 'undo', state: 'done' });
    if (status === 'completed' && step !== 'c') expect(newest(step)?.direction).toBe('do');
  }
}

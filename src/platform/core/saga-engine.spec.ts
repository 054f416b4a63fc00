import { describe, expect, it } from '@jest/globals';
import {
  aBad,
  aGood,
  at,
  aUndone,
  bBad,
  begun,
  bGood,
  bUndone,
  called,
  cBad,
  cGone,
  cGood,
  cUndone,
  exhausted,
  id,
  led,
  lookBad,
  lookGood,
  looking,
  moved,
  operator,
  table,
  telling,
  timeout,
  told,
  type Input,
} from '../testing/toy-saga.js';
import { hear } from './saga-engine.js';
import { SagaCompleted } from './saga-events.js';
import { signal, type Signal } from './saga-signals.js';
import { evolveSaga } from './saga-state.js';
import { stepNames, versionsOf } from './saga-table.js';

const on = (...inputs: Input[]) => led(table, inputs);
const onTelling = (...inputs: Input[]) => led(telling, inputs);
const onLooking = (...inputs: Input[]) => led(looking, inputs);

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
    expect(on(begun, aGood, timeout('b')).asks).toEqual(['do a', 'do b', 'undo b']);
    expect(on(begun, aGood, timeout('b'), bUndone, aUndone).state).toMatchObject({
      status: 'compensated',
      reason: { code: 'too-late' },
    });
  });

  it('lets a cancellation win as long as the last step has not ended', () => {
    expect(on(begun, aGood, bGood, called).asks).toEqual(['do a', 'do b', 'do c', 'undo c']);
    expect(on(begun, aGood, bGood, cGood, called).state.status).toBe('completed');
  });

  it('takes back a success that lands after its step was taken back', () => {
    const { asks, state } = on(begun, aGood, timeout('b'), bUndone, aUndone, bGood, bUndone);
    expect(asks.slice(2)).toEqual(['undo b', 'undo a', 'undo b #2']);
    expect(state.status).toBe('compensated');
  });

  it('asks no second time where a late success is taken back without being told', () => {
    const calm = { ...table, steps: table.steps.map((step) => ({ ...step, staysCompensated: true })) };
    const { state } = on(begun, aGood, timeout('b'), bUndone, aUndone);
    expect(hear(calm, state, bGood)).toEqual([]);
  });

  it('has not ended while another way back is open', () => {
    const story = [begun, aGood, timeout('b'), bUndone, bGood, bUndone];
    expect(on(...story).state.status).toBe('compensating');
    expect(on(...story, aUndone).state.status).toBe('compensated');
  });

  it('leaves a late success to the way back that is under way', () => {
    expect(on(begun, aGood, timeout('b'), bGood).asks).toEqual(['do a', 'do b', 'undo b']);
  });

  it('ignores a late failure, repeats and strangers', () => {
    expect(on(begun, aGood, timeout('b'), bBad).asks).toEqual(['do a', 'do b', 'undo b']);
    expect(on(begun, begun, aGood, aGood, aUndone, timeout('b'), timeout('b'), called).asks).toEqual([
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
    const stuckBack = [begun, aGood, timeout('b'), bUndone, exhausted('a', 'undo')];
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
    const earlier = {
      1: (today: typeof looking) => ({ steps: today.steps.filter(({ name }) => name !== 'look') }),
    };
    const today = { ...looking, version: 2, earlier };
    const [first, second] = versionsOf(today);
    expect(led(first!, [begun, aGood]).asks).toEqual(['do a', 'do b']);
    expect(led(second!, [begun, aGood]).asks).toEqual(['do a', 'do look']);
    expect([first, second].map((version) => led(version!, [begun]).state.table)).toEqual([1, 2]);
  });

  it('can tell of the steps of every version, also of those that are gone', () => {
    const earlier = { 1: () => ({ steps: looking.steps }) };
    expect(stepNames({ ...table, version: 2, earlier })).toEqual(['a', 'b', 'c', 'look']);
  });

  describe('with a step that has nothing to take back', () => {
    it('skips it on the way back', () => {
      expect(onLooking(begun, aGood, lookGood, bBad).asks).toEqual(['do a', 'do look', 'do b', 'undo a']);
      expect(onLooking(begun, aGood, lookGood, bBad, aUndone).state.status).toBe('compensated');
    });

    it('goes back at once when it fails, is cancelled or runs out of time', () => {
      for (const end of [lookBad, called, timeout('look'), operator('compensate')]) {
        const { state, asks } = onLooking(begun, aGood, end);
        expect([state.status, asks]).toEqual(['compensating', ['do a', 'do look', 'undo a']]);
        expect(onLooking(begun, aGood, end, aUndone).state.status).toBe('compensated');
      }
    });

    it('has ended when there is nothing before it either', () => {
      const alone = { ...looking, steps: looking.steps.slice(1, 2) };
      for (const end of [lookBad, called, timeout('look')]) {
        expect(led(alone, [begun, end]).state.status).toBe('compensated');
        expect(led(alone, [begun, end, lookGood]).recorded).toEqual(led(alone, [begun, end]).recorded);
      }
      expect(led(alone, [begun, lookGood, called]).state.status).toBe('completed');
    });

    it('does nothing about its success when that comes too late', () => {
      const story = [begun, aGood, timeout('look')];
      expect(onLooking(...story, lookGood).asks).toEqual(['do a', 'do look', 'undo a']);
      expect(onLooking(...story, aUndone, lookGood).recorded).toEqual(onLooking(...story, aUndone).recorded);
    });
  });
});

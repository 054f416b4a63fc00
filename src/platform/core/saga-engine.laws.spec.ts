import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aBad,
  aGood,
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
  led,
  lookBad,
  lookGood,
  looking,
  moved,
  table,
  telling,
  timeout,
  told,
  type Input,
} from '../testing/toy-saga.js';
import type { SagaEvent, SagaState } from './saga-state.js';
import type { SagaTable } from './saga-table.js';

const ends = [aGood, aBad, aUndone, bGood, bBad, bUndone, cGood, cBad, cUndone, cGone, lookGood, lookBad];
const inputs: readonly Input[] = [...ends, called, moved];
/** Begins well, for a while; then anything happens. */
const stories = (goods: readonly Input[], more: readonly Input[]) =>
  fc
    .tuple(fc.nat(goods.length), fc.array(fc.constantFrom(...inputs, ...more), { maxLength: 30 }))
    .map(([well, then]) => [begun, ...goods.slice(0, well), ...then]);

describe.each([
  ['with a way back for each step', table, [aGood, bGood, cGood]],
  ['with a step that has nothing to take back', looking, [aGood, lookGood, bGood, cGood]],
])('A saga %s', (_, by, goods) => {
  it('keeps its laws in every order of arrival, with repeats', () => {
    const statuses = new Set<string>();
    fc.assert(
      fc.property(stories(goods, [timeout('b'), timeout('look')]), (story) => {
        const { state, recorded } = led(by, story);
        const firsts = state.legs.filter(({ direction, attempt }) => direction === 'do' && attempt === 1);
        const names = by.steps.map(({ name }) => name);
        expect(firsts.map(({ step }) => step)).toEqual(names.slice(0, firsts.length));
        const asked = state.legs.map(({ step, direction, attempt }) => `${step}${direction}${attempt}`);
        expect(new Set(asked).size).toBe(asked.length);
        keepsOrder(by, state, recorded);
        isWatched(state);
        keepsBoth(by, state);
        statuses.add(state.status);
      }),
      { numRuns: 5_000 },
    );
    // A law about what never came to pass says nothing.
    expect([...statuses]).toEqual(
      expect.arrayContaining(['compensated', 'compensating', 'completed', 'running']),
    );
  });
});

describe('A saga that has somebody to tell', () => {
  it('ends in every order of arrival, and only when all that was asked for has been told', () => {
    const notifies = [told('c', 'TellOne'), told('c', 'TellTwo'), told('end', 'TellEnd')];
    fc.assert(
      fc.property(stories([aGood, bGood, cGood], notifies), (story) => {
        const { state } = led(telling, story);
        if (state.ended) expect(state.untold).toEqual([]);
        isWatched(state);
        const { state: rested } = led(telling, [...story, ...notifies]);
        if (rested.legs.every((leg) => leg.state !== 'started')) expect(rested.status).toBe(rested.ended);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Ways back in reverse; nothing is taken back once it has gone forward to its end. */
function keepsOrder({ steps }: SagaTable, state: SagaState, recorded: readonly SagaEvent[]): void {
  const backs = state.legs.filter(({ direction }) => direction === 'undo');
  const first = steps.map(({ name }) => backs.findIndex((back) => back.step === name)).toReversed();
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

/** Taken back altogether, or not at all; what has no way back is never asked for one. */
function keepsBoth({ steps }: SagaTable, { status, legs }: SagaState): void {
  for (const { name, compensation } of steps) {
    const own = legs.filter(({ step }) => step === name);
    if (!compensation) expect(own.map(({ direction }) => direction)).toEqual(own.length > 0 ? ['do'] : []);
    const took = own.filter(({ direction, state }) => direction === 'do' && /done|unknown/.test(state));
    if (!compensation || took.length === 0) continue;
    if (status === 'compensated') {
      const back = own.filter(({ direction, state }) => direction === 'undo' && state === 'done');
      // A later try that failed has nothing to take back.
      const tries = ({ attempt }: { attempt: number }) => attempt;
      expect(back.map(tries)).toEqual(expect.arrayContaining(took.map(tries)));
    }
    if (status === 'completed' && name !== 'c') expect(own.at(-1)?.direction).toBe('do');
  }
}

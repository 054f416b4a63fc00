import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OutcomePending } from '../core/outcome-pending.js';
import { carryOut, decidedBy } from './errand.js';
import { ExternalService } from './external-service.js';

const outcome = z.object({ outcome: z.enum(['done', 'refused', 'pending', 'not-found']) });
type Outcome = z.output<typeof outcome>['outcome'];
/** Answers in turn; an error where it says so, and nothing more at the end. */
function party(...replies: (Outcome | Error)[]) {
  const asked: string[] = [];
  const question = (name: string) => ({
    answer: outcome,
    ask: () => {
      asked.push(name);
      const reply = replies.shift();
      return typeof reply === 'string'
        ? Promise.resolve({ outcome: reply })
        : Promise.reject(reply ?? new Error());
    },
  });
  return { asked, lookUp: question('look up'), act: question('act') };
}
async function carriedOut(isNew: boolean, ...replies: (Outcome | Error)[]) {
  const { asked, lookUp, act } = party(...replies);
  const notes: string[] = [];
  const errand = {
    what: 'it',
    isNew,
    lookUp,
    act,
    record: (settled: { outcome: string }, evidence: string) =>
      Promise.resolve(void notes.push(`${settled.outcome} by ${evidence}`)),
    loseTrack: (detail: string) => Promise.resolve(void notes.push(`lost: ${detail}`)),
  };
  const world = new ExternalService({ name: 'spec', deadlineMs: 100 });
  const end = await carryOut(world, errand).then(
    () => 'settled',
    (error: unknown) =>
      error instanceof OutcomePending ? (error.options.isUnanswered ? 'unanswered' : 'undecided') : error,
  );
  return { end, asked, notes };
}

describe('An errand outside', () => {
  it('is asked for at once when its intent is new', async () => {
    expect(await carriedOut(true, 'done')).toEqual({
      end: 'settled',
      asked: ['act'],
      notes: ['done by reply'],
    });
  });

  it('is looked up before it is asked for again, and asked for only where nobody knows it', async () => {
    expect(await carriedOut(false, 'done')).toEqual({
      end: 'settled',
      asked: ['look up'],
      notes: ['done by look-up'],
    });
    const again = await carriedOut(false, 'not-found', 'refused');
    expect(again).toEqual({ end: 'settled', asked: ['look up', 'act'], notes: ['refused by reply'] });
  });

  it('stays open when nobody answers, which is not the same as no', async () => {
    expect(await carriedOut(true, new Error('503'))).toEqual({
      end: 'unanswered',
      asked: ['act'],
      notes: ['lost: 503'],
    });
    expect(await carriedOut(false, new Error('503'))).toEqual({
      end: 'unanswered',
      asked: ['look up'],
      notes: [],
    });
  });

  it.each([
    [true, ['pending']],
    [false, ['pending']],
    [false, ['not-found', 'pending']],
  ] as const)('stays open as long as it is not decided (new: %s, answers: %s)', async (isNew, replies) => {
    expect(await carriedOut(isNew, ...replies)).toMatchObject({ end: 'undecided', notes: [] });
  });

  it('may insist on a decision', async () => {
    const world = new ExternalService({ name: 'spec', deadlineMs: 100 });
    expect(await decidedBy(world, 'close it', party('refused').act)).toEqual({ outcome: 'refused' });
    await expect(decidedBy(world, 'close it', party('pending').act)).rejects.toThrow(
      'not decided yet: close it',
    );
    await expect(decidedBy(world, 'close it', party().act)).rejects.toThrow('spec did not close it');
  });
});

import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { startServerApart } from '../testing/held-up.js';
import { ExternalService } from './external-service.js';

Logger.overrideLogger(false);

const answer = z.object({ ok: z.literal(true) });
const yes = () => Promise.resolve({ ok: true });
const no = () => Promise.reject(new Error('503'));
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const party = () => new ExternalService({ name: 'spec', deadlineMs: 30, restMs: 60, windowMs: 1_000 });
const times = async (n: number, question: () => Promise<unknown>, at: ExternalService) => {
  for (let i = 0; i < n; i++) await at.ask(answer, question);
};

describe('Asking the outside world', () => {
  it('knows an answer when it sees one', async () =>
    expect(await party().ask(answer, yes)).toStrictEqual({ kind: 'answered', answer: { ok: true } }));

  it.each([
    ['an error', no],
    ['nonsense', () => Promise.resolve({ ok: 'perhaps' })],
    ['silence', () => new Promise<never>(() => undefined)],
  ])('takes %s for unknown, never for a no', async (_, question) =>
    expect(await party().ask(answer, question)).toMatchObject({ kind: 'unknown' }),
  );

  it('knows an answer that came while this process was held up beyond the deadline', async () => {
    const server = await startServerApart();
    const held = new ExternalService({ name: 'spec', deadlineMs: 2_500 });
    const asked = held.ask(answer, async (signal) => (await fetch(server.url, { signal })).json());
    await server.holdUp(3_000);
    expect(await asked).toEqual({ kind: 'answered', answer: { ok: true } });
    await server.close();
  });

  it('tells the question to stop at the deadline', async () => {
    let told = false;
    await party().ask(answer, (signal) => {
      signal.addEventListener('abort', () => (told = true));
      return new Promise(() => undefined);
    });
    expect(told).toBe(true);
  });

  it.each([
    ['an answer', yes],
    ['an error', no],
  ])('never tells a question to stop that ended in time, with %s', async (_, question) => {
    let signal: AbortSignal | undefined;
    await party().ask(answer, (given) => {
      signal = given;
      return question();
    });
    await rest(60);
    expect(signal?.aborted).toBe(false);
  });

  it('stops asking a party that is down, and asks again after a rest', async () => {
    const down = party();
    await times(12, no, down);
    await rest(250);
    await times(12, no, down);
    let sent = false;
    const question = () => {
      sent = true;
      return yes();
    };
    expect(await down.ask(answer, question)).toMatchObject({ kind: 'not-sent' });
    expect(sent).toBe(false);
    await rest(70);
    expect(await down.ask(answer, question)).toMatchObject({ kind: 'answered' });
    expect(await down.ask(answer, question)).toMatchObject({ kind: 'answered' });
  });

  it('goes on asking when only some questions fail', async () => {
    const shaky = party();
    for (let i = 0; i < 20; i++) {
      await shaky.ask(answer, no);
      await shaky.ask(answer, yes);
    }
    await rest(250);
    await shaky.ask(answer, no);
    expect(await shaky.ask(answer, yes)).toMatchObject({ kind: 'answered' });
  });

  it('has room for many while it answers, for nobody while it rests, and then for one that finds out', async () => {
    const away = new ExternalService({ name: 'spec', slots: 5, deadlineMs: 30, restMs: 60, windowMs: 1_000 });
    let answersAgain = 0;
    away.onAnswersAgain(() => answersAgain++);
    expect([away.room, away.hasAnsweredWithin(60_000)]).toEqual([5, false]);
    await away.ask(answer, yes);
    expect(away.hasAnsweredWithin(60_000)).toBe(true);
    await times(12, no, away);
    await rest(250);
    await times(12, no, away);
    expect([away.room, away.hasAnsweredWithin(60_000)]).toEqual([0, false]);
    await rest(70);
    expect(away.room).toBe(1);
    await away.ask(answer, yes);
    expect([away.room, answersAgain]).toEqual([5, 1]);
  });
});

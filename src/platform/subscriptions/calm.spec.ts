import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogSignal } from '../event-store/log-signal.js';
import { Calm } from './calm.js';

const QUICK_MS = 250;

describe('A process that looks for work', () => {
  let signal: LogSignal;
  let calm: Calm;
  let runs: number[];
  let wishMs: number | undefined;
  beforeEach(() => {
    jest.useFakeTimers();
    signal = new LogSignal();
    calm = new Calm(signal);
    calm.hears(true);
    runs = [];
    wishMs = undefined;
    calm
      .pulse(QUICK_MS, () => {
        runs.push(performance.now());
        return Promise.resolve(wishMs);
      })
      .start();
  });
  afterEach(() => void jest.useRealTimers());

  /** How often it looks in so long a time. */
  const looks = async (ms: number): Promise<number> => {
    const before = runs.length;
    await jest.advanceTimersByTimeAsync(ms);
    return runs.length - before;
  };

  it('looks ever more seldom while nothing happens, but never less often than every two seconds', async () => {
    expect(await looks(1_000)).toBe(4);
    await looks(60_000);
    expect(await looks(20_000)).toBe(10);
    await looks(3_600_000);
    expect(await looks(20_000)).toBe(10);
  });

  it.each([
    ['it has stored something itself', () => signal.appended(1)],
    ['another process says that it has', () => signal.heardOfOthers()],
    ['the log turns out to be longer', () => signal.seen(7)],
    ['it can no longer hear the others', () => calm.hears(false)],
  ])('looks at once, and quickly from then on, when %s', async (_, happens) => {
    await looks(60_000);
    happens();
    expect(await looks(0)).toBe(1);
    expect(await looks(1_000)).toBe(4);
  });

  it('does not look more often than usual for what happens all the time', async () => {
    await looks(1_000);
    const before = runs.length;
    for (let n = 0; n < 1_000; n++) {
      signal.appended(n);
      await looks(1);
    }
    expect(runs.length - before).toBe(4);
  });

  it('stays quick for as long as it cannot hear the others, and looks at what it has missed', async () => {
    calm.hears(false);
    await looks(60_000);
    expect(await looks(20_000)).toBe(80);
    calm.hears(true);
    expect(await looks(0)).toBe(1);
    await looks(60_000);
    expect(await looks(20_000)).toBe(10);
  });

  it('a head that is the same is no news', async () => {
    signal.seen(7);
    await looks(60_000);
    signal.seen(7);
    expect(await looks(0)).toBe(0);
  });

  it('looks when it knows that something will be due', async () => {
    await looks(60_000);
    wishMs = 700;
    await looks(2_000);
    const last = runs.at(-1)!;
    await looks(700);
    expect(runs).toContain(last + 700);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';

type Asked<Answer> = () => Promise<Answer> | Answer;

/**
 * Asks until there is an answer that holds: without a condition, one that is neither undefined nor false.
 *
 * @throws Error after the patience, in milliseconds, with the last answer
 */
export function eventually<Answer>(
  ask: Asked<Answer | undefined | false>,
  patienceMs?: number,
): Promise<Answer>;
export function eventually<Answer>(
  ask: Asked<Answer>,
  holds: (answer: Answer) => boolean,
  patienceMs?: number,
): Promise<Answer>;
export function eventually<Answer>(
  ask: Asked<Answer>,
  second?: ((answer: Answer) => boolean) | number,
  third?: number,
): Promise<Answer> {
  if (typeof second === 'function') return waitFor(ask, second, third);
  return waitFor(ask, (answer) => answer !== undefined && answer !== false, second);
}

async function waitFor<Answer>(
  ask: Asked<Answer>,
  holds: (answer: Answer) => boolean,
  patienceMs = 30_000,
): Promise<Answer> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > deadline) {
      const last = JSON.stringify(answer)?.slice(0, 2_000);
      throw new Error(`it did not happen within ${patienceMs} ms; the last answer was ${last}`);
    }
    await sleep(20);
  }
}

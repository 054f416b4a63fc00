import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a question has an answer that is not undefined or false.
 *
 * @throws Error after the patience, in milliseconds
 */
export async function eventually<Answer>(
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  patienceMs = 30_000,
): Promise<Answer> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`it did not happen within ${patienceMs} ms`);
    await sleep(10);
  }
}

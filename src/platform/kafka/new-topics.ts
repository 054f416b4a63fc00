const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 10_000;

/**
 * Waits until topics that were just made can be written to. That a partition has a leader is known to the cluster before
 * the leader knows it itself, and until then it refuses what it is sent.
 *
 * @param leadersOf one for each partition of the topics, negative where there is none
 * @param answers asks the leaders of a topic's partitions for something only they know
 * @throws Error when a topic cannot be written to after ten seconds
 */
export async function untilLed(
  names: readonly string[],
  leadersOf: (names: readonly string[]) => Promise<number[]>,
  answers: (name: string) => Promise<unknown>,
): Promise<void> {
  const areLed = async (): Promise<boolean> => {
    const leaders = await leadersOf(names);
    if (leaders.length < names.length || leaders.some((leader) => leader < 0)) return false;
    await Promise.all(names.map(answers));
    return true;
  };
  let reason = 'none is known';
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    if (await areLed().catch((error: unknown) => void (reason = String(error)))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`the brokers do not lead ${names.join(', ')} after ten seconds: ${reason}`);
}

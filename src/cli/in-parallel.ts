/**
 * Works through a list, so many at a time, in the order of the list.
 *
 * @param signal once it has fired nothing more is begun, and its reason is thrown when what runs has ended
 * @throws the first error; what runs then is awaited, nothing more is begun
 */
export async function inParallel<Item>(
  items: readonly Item[],
  { width, signal }: { width: number; signal: AbortSignal },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failure: { error: unknown } | undefined;
  const worker = async () => {
    for (const item of queue) {
      if (failure || signal.aborted) return;
      await work(item).catch((error: unknown) => (failure ??= { error }));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  signal.throwIfAborted();
  if (failure) throw failure.error;
}

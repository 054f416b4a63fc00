/**
 * The outcome of the work, or after so many milliseconds an error. The work itself goes on.
 *
 * @param late what has to be done then, and the error
 */
export function within<Result>(ms: number, work: Promise<Result>, late: () => Error): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

import { appends, eventsAppended } from '../telemetry/counters.js';
import type { Append, AppendOutcome } from './append.js';
import { StoreUnavailable } from './database-errors.js';

/** How many appends share a statement, and how much JSON. */
const BATCH = 256;
const BATCH_BYTES = 4 * 1024 * 1024;

/** How long an append waits for the database to come back before it is given up as unknown, in milliseconds. */
const PATIENCE_MS = 4_000;

/** Somebody in this process who may begin the work that a row describes as soon as the row is stored. */
export interface Taker {
  /**
   * @param row about to be stored
   * @returns undefined when its work is left for others
   */
  take(row: object): Taken | undefined;
}

export interface Taken {
  /** As it is stored: with a mark that its work has been taken. */
  readonly row: object;
  begin(): void;
  /** It was not stored, as far as anybody knows. */
  drop(): void;
}

/** An append on its way, and those who wait for its end. */
export class Waiting {
  readonly since = performance.now();
  readonly outcome: Promise<AppendOutcome>;
  /** It has been sent and no answer came. */
  doubtful = false;
  private readonly taken: readonly Taken[];
  readonly append: Append;
  private resolve: (outcome: AppendOutcome) => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(append: Append, takers: ReadonlyMap<string, Taker>) {
    const taken: Taken[] = [];
    const inline = append.inline.map(({ statement, row }) => {
      const work = takers.get(statement)?.take(row);
      if (work) taken.push(work);
      return { statement, row: work?.row ?? row };
    });
    this.taken = taken;
    this.append = { ...append, inline };
    this.outcome = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  settle(outcome: AppendOutcome): void {
    const isStored = outcome.kind === 'appended';
    appends.inc({ outcome: outcome.kind });
    if (isStored) eventsAppended.inc(this.append.events.length);
    for (const work of this.taken) isStored ? work.begin() : work.drop();
    this.resolve(outcome);
  }

  fail(error: unknown): void {
    for (const work of this.taken) work.drop();
    this.reject(error);
  }
}

/** Those whose cause still stands; the others are told that it is gone. */
export function withFoundation(batch: readonly Waiting[]): Waiting[] {
  return batch.filter((waiting) => {
    if (waiting.append.stillHolds?.() !== false) return true;
    waiting.fail(new StoreUnavailable('the log has lost what led to this'));
    return false;
  });
}

export const isExpired = ({ since }: Waiting): boolean => performance.now() - since > PATIENCE_MS;

/** Takes from the queue what shares the next statement. */
export function nextBatch(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  const first = queue.findIndex(({ append: { events } }, at) => {
    for (const { json } of events) bytes += json.length;
    return at >= BATCH || (at > 0 && bytes > BATCH_BYTES);
  });
  return queue.splice(0, first < 0 ? queue.length : first);
}

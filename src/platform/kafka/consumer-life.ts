import { nextOffset, type InboundRecord } from './inbound-source.js';

/** How many records, or milliseconds, may be done before their offset is committed. */
const COMMIT_EVERY = { records: 50, ms: 1_000 };
/** A group member that has not been heard of for so long is dead without having noticed. */
const SILENCE_MS = 90_000;
const LOOK_MS = 10_000;

/** One life of a consumer: from its connection to its end. */
export class ConsumerLife {
  readonly running = new Set<Promise<void>>();
  isDraining = false;
  private heard = performance.now();
  private end: (error?: Error) => void = () => undefined;
  /** Settles when it is drained. @throws what ended it */
  readonly ended = new Promise<void>((resolve, reject) => {
    this.end = (error) => (error ? reject(error) : resolve());
  });

  constructor() {
    this.ended.catch(() => undefined);
  }

  /** Fails when nothing is heard of the group for long. @returns what ends the watch */
  watch(): () => void {
    const watchdog = setInterval(() => {
      const silent = Math.round(performance.now() - this.heard);
      if (silent > SILENCE_MS) this.fail(new Error(`nothing heard of the group for ${silent} ms`));
    }, LOOK_MS).unref();
    return () => clearInterval(watchdog);
  }

  hear(): void {
    this.heard = performance.now();
  }

  drain(): void {
    this.isDraining = true;
    this.end();
  }

  fail(error: Error): void {
    this.end(error);
  }

  async track(work: Promise<void>): Promise<void> {
    this.running.add(work);
    const forget = (): void => void this.running.delete(work);
    work.then(forget, forget);
    return work;
  }
}

/** What is done of a batch, committed now and then. */
export class Commits {
  private done = 0;
  private since = performance.now();
  private next: string | undefined;

  /** @param commit the offset from which the group would go on */
  constructor(private readonly commit: (next: string) => Promise<void>) {}

  async add(record: InboundRecord): Promise<void> {
    this.next = nextOffset(record);
    const isTime = performance.now() - this.since > COMMIT_EVERY.ms;
    if (++this.done >= COMMIT_EVERY.records || isTime) await this.flush();
  }

  async flush(): Promise<void> {
    const { next } = this;
    if (next === undefined) return;
    await this.commit(next);
    this.done = 0;
    this.since = performance.now();
    this.next = undefined;
  }
}
